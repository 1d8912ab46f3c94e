import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltRoadmap, buildRoadmap } from '../roadmap/build-roadmap.ts';
import type { Site } from '../roadmap/check-links.ts';
import { type ParsedFile, parseFile } from '../roadmap/parse-file.ts';
import type { FiledDiagram } from '../roadmap/parsed-page.ts';
import type { Problem } from '../roadmap/problems.ts';
import { type ItemNode, pageOf, type Roadmap } from '../roadmap/roadmap.ts';
import type { Resource } from '../roadmap/types.ts';
import { listContent, listOtherPaths } from './list-content.ts';

export interface LibraryOptions {
  /** Absolute path of the project. */
  root: string;
  /** Base path of the site. */
  base: string;
}

/**
 * Reads `content/` and keeps the model of it. The one place where files meet the parser: pages, the Markdown plugins, the checker
 * and the dev server all ask the same instance. A file is parsed again only when it has changed.
 */
export class ContentLibrary {
  readonly #options: LibraryOptions;
  readonly #files = new Map<string, { stamp: string; parsed: ParsedFile }>();
  /** What else the model depends on: folders without files, paths besides content. */
  #outside = '';
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
  get diagrams(): FiledDiagram[] {
    const pages = [...this.#files.values()].flatMap(({ parsed }) => ('page' in parsed ? [parsed.page] : []));
    return pages.flatMap((page) => page.diagrams.map((diagram) => ({ ...diagram, file: page.file })));
  }

  /** Reads what has changed since the last time. @returns whether anything had. */
  refresh(): boolean {
    const { root, base } = this.#options;
    const { files, emptyPlans } = listContent(root);
    const others = listOtherPaths(root);
    const outside = JSON.stringify([emptyPlans, [...others]]);
    let changed = outside !== this.#outside;
    this.#outside = outside;
    for (const path of this.#files.keys()) {
      if (!files.has(path)) changed = this.#files.delete(path) || changed;
    }
    for (const [path, stamp] of files) {
      if (this.#files.get(path)?.stamp === stamp) continue;
      const bytes = readIfThere(join(root, path));
      if (bytes === null) continue;
      this.#files.set(path, { stamp, parsed: parseFile({ path, bytes }) });
      changed = true;
    }
    if (!changed) return false;
    const inOrder = [...files.keys()].flatMap((path) => this.#files.get(path)?.parsed ?? []);
    this.#built = buildRoadmap(inOrder, { base, emptyPlans, otherPaths: others });
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
}

function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
