/** Site path of a content file: `content/plans/x/week-1/index.mdx` is `/plans/x/week-1/`. */
export function pathOfFile(file: string): string {
  const path = file
    .replace(/^content\//, '')
    .replace(/(?:^|\/)index\.mdx$/, '')
    .replace(/\.mdx$/, '');
  return path === '' ? '/' : `/${path}/`;
}

/** Id of the page in Astro's content collection: the path without slashes at its ends; `index` for the home page. */
export function entryIdOfFile(file: string): string {
  return pathOfFile(file).replace(/^\/|\/$/g, '') || 'index';
}

/** A site path under the base path. `base` is `/` or `/any/base`, with or without a slash at its end. */
export function withBase(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}${path}`;
}
