import { type Dirent, existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

export interface ContentListing {
  /** Path from the project's root to a stamp that changes when the file does, in the order of paths. */
  files: Map<string, string>;
  /** Names of folders in `content/plans/` that hold no file. */
  emptyPlans: string[];
}

/**
 * Lists the files below `content/`. Names that start with a dot or an underscore are left out. Files may come and go while it
 * looks, as they do under an editor: what has gone is not listed.
 *
 * @param root absolute path of the project
 */
export function listContent(root: string): ContentListing {
  const stamps = new Map<string, string>();
  const plans: string[] = [];
  for (const entry of entriesBelow(join(root, 'content'))) {
    const path = `${entry.parentPath.slice(root.length).replaceAll('\\', '/').replace(/^\//, '')}/${entry.name}`;
    if (/(?:^|\/)[._]/.test(path)) continue;
    if (entry.isDirectory()) {
      if (/^content\/plans\/[^/]+$/.test(path)) plans.push(path);
      continue;
    }
    const stats = statOf(join(root, path));
    if (stats?.isFile()) stamps.set(path, `${stats.mtimeMs} ${stats.size}`);
  }
  const files = new Map([...stamps].sort(([a], [b]) => a.localeCompare(b, 'en')));
  const empty = plans.filter((plan) => ![...files.keys()].some((path) => path.startsWith(`${plan}/`)));
  return { files, emptyPlans: empty.map((plan) => plan.slice('content/plans/'.length)) };
}

/** Paths that Astro serves besides content: files of `public/`, and pages and endpoints of `src/pages/`. */
export function listOtherPaths(root: string): Set<string> {
  const below = (folder: string) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
      : [];
  const routes = below('src/pages').map((path) =>
    path
      .replace(/\.ts$/, '')
      .replace(/(?:index)?\.astro$/, '/')
      .replace(/\/+$/, '/'),
  );
  return new Set([...below('public'), ...routes].map((path) => `/${path}`));
}

/** Of what stands at a path or at the end of a link; `null` for what has gone. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** Everything below a folder. Links to folders are not followed: they may lead in a circle. */
function entriesBelow(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry, ...entriesBelow(join(folder, entry.name))] : [entry],
    );
  } catch {
    return [];
  }
}
