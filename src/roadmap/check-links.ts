import { nearest } from './nearest.ts';
import type { PageLink, ParsedPage } from './parse-page.ts';
import type { Problem } from './problems.ts';

export interface Site {
  /** Every page by its file. */
  pages: ReadonlyMap<string, Pick<ParsedPage<unknown>, 'anchors'>>;
  /** File of the page at a site path: `/topics/caching/`. */
  paths: ReadonlyMap<string, string>;
  /** Files that are not pages: images and the like, and pages that cannot be read, which have a problem of their own. */
  assets: ReadonlySet<string>;
  /** Site paths that exist besides pages: endpoints, files of `public/`. */
  otherPaths: ReadonlySet<string>;
}

/** Where an internal link leads. */
export type Target = { file: string; anchor: string } | { path: string } | { asset: string };

const ALLOWED_SCHEMES = ['https:', 'http:', 'mailto:'];

/** Checks the links of a page: schemes, internal pages and their headings. External addresses are not opened. */
export function checkLinks(page: ParsedPage<unknown>, site: Site): Problem[] {
  return page.links.flatMap((link) => checkLink(link, page, site));
}

/**
 * Resolves an internal link the way a reader on GitHub and a reader of the site both see it: a relative link names a file, a
 * link that starts with `/` a path of the site.
 *
 * @returns `null` when there is nothing at that place
 */
export function resolveLink(url: string, from: string, site: Site): Target | null {
  const [path = '', anchor = ''] = url.split('#', 2);
  if (path === '') return { file: from, anchor };
  if (path.startsWith('/')) {
    const clean = path.split('?', 1)[0] ?? path;
    const file = site.paths.get(`${clean.replace(/\/$/, '')}/`);
    if (file !== undefined) return { file, anchor };
    return site.otherPaths.has(clean) ? { path } : null;
  }
  const file = decodeURI(new URL(path, `file:///${from}`).pathname).slice(1);
  if (site.pages.has(file)) return { file, anchor };
  return site.assets.has(file) ? { asset: file } : null;
}

function checkLink(link: PageLink, page: ParsedPage<unknown>, site: Site): Problem[] {
  const problem = (code: Problem['code'], found: string, expected: string, close?: string): Problem[] => [
    {
      code,
      file: page.file,
      line: link.line,
      column: link.column,
      found,
      expected,
      ...(close ? { nearest: close } : {}),
    },
  ];
  const scheme = /^\s*([a-z][a-z0-9+.-]*:)/i.exec(link.url.replace(/[^!-~]/g, ''))?.[1]?.toLowerCase();
  if (scheme) {
    if (!ALLOWED_SCHEMES.includes(scheme))
      return problem('unsafe-link', link.url.slice(0, 60), `an address with one of ${ALLOWED_SCHEMES.join(' ')}`);
    return scheme === 'mailto:' || URL.canParse(link.url)
      ? []
      : problem('broken-link', link.url, 'a complete address: https://example.org/page');
  }
  if (link.url.startsWith('//')) return problem('unsafe-link', link.url, 'an address that starts with https://');
  const target = resolveLink(link.url, page.file, site);
  if (!target) {
    const relative = !link.url.startsWith('/');
    const candidates = relative
      ? [...site.pages.keys()].map((file) => relativePath(page.file, file))
      : [...site.paths.keys()];
    const form = relative
      ? 'the path of a content file from here: ../week-2/index.mdx'
      : 'the path of a page: /topics/caching/';
    return problem('broken-link', link.url, form, nearest(link.url.split('#', 1)[0] ?? '', candidates));
  }
  if ('file' in target && target.anchor !== '') {
    const anchors = site.pages.get(target.file)?.anchors ?? [];
    if (!anchors.includes(decodeURIComponent(target.anchor))) {
      return problem(
        'broken-anchor',
        link.url,
        anchors.length > 0 ? `one of ${anchors.map((anchor) => `#${anchor}`).join(', ')}` : 'a page with headings',
        nearest(target.anchor, anchors),
      );
    }
  }
  return [];
}

function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let same = 0;
  while (same < start.length && start[same] === end[same]) same++;
  return [...Array.from({ length: start.length - same }, () => '..'), ...end.slice(same)].join('/');
}
