import { nearest } from './nearest.ts';
import type { PageLink, ParsedPage } from './parsed-page.ts';
import type { Problem, ProblemCode } from './problems.ts';

export interface Site {
  /** Every page by its file. */
  pages: ReadonlyMap<string, Pick<ParsedPage<unknown>, 'anchors'>>;
  /** File of the page at a site path: `/topics/caching/`. */
  paths: ReadonlyMap<string, string>;
  /** Images below `content/`. */
  images: ReadonlySet<string>;
  /** Files that cannot be read. They have a problem of their own; links to them are not another. */
  unreadable: ReadonlySet<string>;
  /** Site paths that exist besides pages: endpoints, files of `public/`. */
  otherPaths: ReadonlySet<string>;
}

/** Where an internal link leads: to a page, a path that is none, or a file that is not a page. */
export type Target = { page: string; anchor: string } | { path: string } | { file: string };

const ALLOWED_SCHEMES = ['https:', 'http:', 'mailto:'];

/** Checks the links and images of a page: schemes, internal pages and their headings. External addresses are not opened. */
export function checkLinks(page: ParsedPage<unknown>, site: Site): Problem[] {
  return page.links.flatMap((link) => {
    const report = (code: ProblemCode, found: string, expected: string, close?: string): Problem[] => [
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
    // Browsers ignore white space and control characters in front of and inside a scheme.
    const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(link.url.replace(/[^!-~]/g, ''))?.[1]?.toLowerCase();
    if (scheme && !ALLOWED_SCHEMES.includes(scheme)) {
      return report('unsafe-link', link.url.slice(0, 60), `an address with one of ${ALLOWED_SCHEMES.join(' ')}`);
    }
    if (link.url.startsWith('//')) return report('unsafe-link', link.url, 'an address that starts with https://');
    if (link.image) return checkImage(link, scheme, page, site, report);
    if (scheme) {
      const complete = scheme === 'mailto:' || URL.canParse(link.url);
      return complete ? [] : report('broken-link', link.url, 'a complete address: https://example.org/page');
    }
    return checkInternal(link, page, site, report);
  });
}

/**
 * Resolves an internal link the way a reader on GitHub and a reader of the site both see it: a relative link names a
 * file, a link that starts with `/` a path of the site.
 *
 * @returns `null` when there is nothing at that place
 */
export function resolveLink(url: string, from: string, site: Site): Target | null {
  const [path = '', anchor = ''] = url.split('#', 2);
  if (path === '') return anchor === '' ? null : { page: from, anchor };
  const clean = decode(path.split('?', 1)[0] ?? path);
  if (clean.startsWith('/')) {
    const page = site.paths.get(`${clean.replace(/\/$/, '')}/`);
    if (page !== undefined) return { page, anchor };
    return site.otherPaths.has(clean) ? { path: clean } : null;
  }
  const file = join(from.split('/').slice(0, -1), clean.split('/'));
  if (site.pages.has(file)) return { page: file, anchor };
  return site.images.has(file) || site.unreadable.has(file) ? { file } : null;
}

type Report = (code: ProblemCode, found: string, expected: string, close?: string) => Problem[];

function checkImage(
  link: PageLink,
  scheme: string | undefined,
  page: ParsedPage<unknown>,
  site: Site,
  report: Report,
): Problem[] {
  const target = scheme ? null : resolveLink(link.url, page.file, site);
  if (target && ('file' in target || 'path' in target)) return [];
  const candidates = [...site.images].map((file) => relativePath(page.file, file));
  const expected =
    'an image beside the page (./drawing.svg), or one in public/ (/drawing.svg): nothing is loaded from elsewhere';
  return report('bad-image', link.url, expected, nearest(link.url, candidates));
}

function checkInternal(link: PageLink, page: ParsedPage<unknown>, site: Site, report: Report): Problem[] {
  const target = resolveLink(link.url, page.file, site);
  if (!target || ('file' in target && !site.unreadable.has(target.file))) {
    const relative = !link.url.startsWith('/');
    const candidates = relative
      ? [...site.pages.keys()].map((file) => relativePath(page.file, file))
      : [...site.paths.keys()];
    const form = target
      ? 'a file in public/, by its path: /handout.pdf'
      : relative
        ? 'the path of a content file from here: ../week-2/index.mdx'
        : 'the path of a page: /topics/caching/';
    const close = nearest(link.url.split('#', 1)[0] ?? '', candidates);
    return report('broken-link', link.url || 'an empty address', form, close);
  }
  if (!('page' in target) || target.anchor === '') return [];
  const anchors = site.pages.get(target.page)?.anchors ?? [];
  if (anchors.includes(decode(target.anchor))) return [];
  const valid =
    anchors.length > 0 ? `one of ${anchors.map((anchor) => `#${anchor}`).join(', ')}` : 'a page with headings';
  return report('broken-anchor', link.url, valid, nearest(target.anchor, anchors));
}

/** Undoes percent encoding; text that is not encoded right stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function join(folder: readonly string[], path: readonly string[]): string {
  const parts = [...folder];
  for (const part of path) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let same = 0;
  while (same < start.length && start[same] === end[same]) same++;
  return [...Array.from({ length: start.length - same }, () => '..'), ...end.slice(same)].join('/');
}
