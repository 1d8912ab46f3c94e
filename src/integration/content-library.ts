import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltRoadmap, buildRoadmap } from '../roadmap/build-roadmap.ts';
import type { Site } from '../roadmap/check-links.ts';
import { type ParsedFile, parseFile } from '../roadmap/parse-file.ts';
import type { PageDiagram } from '../roadmap/parse-page.ts';
import type { Problem } from '../roadmap/problems.ts';
import { type ItemNode, pageOf, type Roadmap } from '../roadmap/roadmap.ts';
import type { Resource } from '../roadmap/types.ts';

export interface LibraryOptions {
  /** Absolute path of the project. */
  root: string;
  /** Base path of the site. */
  base: string;
}

/** A diagram and the file it stands in. */
export type LibraryDiagram = PageDiagram & { file: string };

/**
 * Reads `content/` and keeps the model of it. The one place where files meet the parser: pages, the Markdown plugins, the checker
 * and the dev server all ask the same instance. A file is parsed again only when it has changed.
 */
export class ContentLibrary {
  readonly #options: LibraryOptions;
  readonly #files = new Map<string, { stamp: string; parsed: ParsedFile }>();
  #built: BuiltRoadmap;

  constructor(options: LibraryOptions) {
    this.#options = options;
    this.#built = buildRoadmap([], options);
    this.refresh();
  }

  get roadmap(): Roadmap {
    return this.#built.roadmap;
  }

  get problems(): readonly Problem[] {
    return this.#built.problems;
  }

  /** What internal links can lead to. */
  get site(): Site {
    return this.#built.site;
  }

  /** Files that have a problem of their own, and so cannot become a page. */
  get brokenFiles(): ReadonlySet<string> {
    return new Set(this.problems.map((problem) => problem.file));
  }

  /** All diagrams of all pages. */
  get diagrams(): LibraryDiagram[] {
    const pages = [...this.#files.values()].flatMap(({ parsed }) => ('page' in parsed ? [parsed.page] : []));
    return pages.flatMap((page) => page.diagrams.map((diagram) => ({ ...diagram, file: page.file })));
  }

  /** Reads what has changed since the last time. @returns whether anything had. */
  refresh(): boolean {
    const { files, emptyPlans } = this.#list();
    let changed = false;
    for (const path of this.#files.keys()) {
      if (!files.has(path)) changed = this.#files.delete(path) || changed;
    }
    for (const [path, stamp] of files) {
      if (this.#files.get(path)?.stamp === stamp) continue;
      this.#files.set(path, {
        stamp,
        parsed: parseFile({ path, bytes: readFileSync(join(this.#options.root, path)) }),
      });
      changed = true;
    }
    if (!changed) return false;
    const parsed = [...this.#files.values()].map((file) => file.parsed);
    this.#built = buildRoadmap(parsed, { base: this.#options.base, emptyPlans, otherPaths: this.#otherPaths() });
    return true;
  }

  /** The resource at an address; `undefined` for an internal link. */
  resourceAt(url: string): Resource | undefined {
    const id = this.#built.resourceIdOf(url);
    return id === undefined ? undefined : this.roadmap.resources.find((resource) => resource.id === id);
  }

  /** The items of a page in document order, with the ids they have in their plan. */
  itemsOf(file: string): ItemNode[] {
    const page = pageOf(this.roadmap, file);
    return page?.type === 'unit' ? page.unit.items : [];
  }

  /** Files below `content/` with a stamp that changes when they do, and plan folders without any. */
  #list(): { files: Map<string, string>; emptyPlans: string[] } {
    const { root } = this.#options;
    const names = readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true });
    const files = new Map<string, string>();
    const folders: string[] = [];
    for (const entry of names) {
      const path = `${entry.parentPath.slice(root.length).replaceAll('\\', '/').replace(/^\//, '')}/${entry.name}`;
      if (/(?:^|\/)[._]/.test(path)) continue;
      if (entry.isDirectory()) folders.push(path);
      else files.set(path, stampOf(join(root, path)));
    }
    const paths = [...files.keys()].sort((a, b) => a.localeCompare(b, 'en'));
    const emptyPlans = folders.filter(
      (folder) => /^content\/plans\/[^/]+$/.test(folder) && !paths.some((path) => path.startsWith(`${folder}/`)),
    );
    return {
      files: new Map(paths.map((path) => [path, files.get(path) as string])),
      emptyPlans: emptyPlans.map((folder) => folder.split('/').at(-1) as string),
    };
  }

  /** Paths that Astro serves besides content: files of `public/`, and pages and endpoints of `src/pages/`. */
  #otherPaths(): Set<string> {
    const { root } = this.#options;
    const below = (folder: string) =>
      existsSync(join(root, folder))
        ? readdirSync(join(root, folder), { recursive: true }).map((path) => String(path).replaceAll('\\', '/'))
        : [];
    return new Set([
      ...below('public').map((path) => `/${path}`),
      ...below('src/pages').map(
        (path) =>
          `/${path
            .replace(/\.ts$/, '')
            .replace(/(?:index)?\.astro$/, '/')
            .replace(/\/+$/, '/')}`,
      ),
    ]);
  }
}

function stampOf(path: string): string {
  const { mtimeMs, size } = statSync(path);
  return `${mtimeMs} ${size}`;
}
