/** Every internal link, anchor and asset of both builds leads somewhere, and nothing comes from another origin. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { BUILDS } from '../support/builds.ts';
import { PLAN_PAGES } from '../support/plans.ts';

const parser = unified().use(rehypeParse);

describe.each(BUILDS)('the $name build', ({ folder, base, port }) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
  const pages = new Map(files.map((path) => [path, parser.parse(readFileSync(join(folder, path), 'utf8')) as Root]));
  const anchors = new Map(
    [...pages].map(([path, tree]) => [
      path,
      new Set(selectAll('[id]', tree).map(({ properties }) => String(properties['id']))),
    ]),
  );
  const origin = `http://localhost:${port}`;

  /** The file that a URL of the site is served from; `null` when there is none. */
  function fileAt(pathname: string): string | null {
    if (!pathname.startsWith(base)) return null;
    const path = decodeURIComponent(pathname.slice(base.length));
    const candidate = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    return existsSync(join(folder, candidate)) && statSync(join(folder, candidate)).isFile() ? candidate : null;
  }

  test.each(Object.entries(PLAN_PAGES))('has the pages of %s', (plan, pages) => {
    expect(files.filter((path) => path.startsWith(`plans/${plan}/`))).toHaveLength(pages);
  });

  test('says its encoding where browsers look for it', () => {
    // https://html.spec.whatwg.org/#charset: within the first 1,024 bytes.
    const late = files.filter((path) => !readFileSync(join(folder, path)).subarray(0, 1024).includes('<meta charset='));
    expect(late).toEqual([]);
  });

  test('has no broken internal link, anchor or asset', () => {
    const broken: string[] = [];
    let checked = 0;
    for (const [page, tree] of pages) {
      const here = new URL(base + page.replace(/index\.html$/, ''), origin);
      for (const { tagName, properties } of selectAll('[href], [src]', tree) as Element[]) {
        const url = new URL(String(properties['href'] ?? properties['src']), here);
        if (url.origin !== origin) continue;
        checked++;
        const file = fileAt(url.pathname);
        if (file === null) broken.push(`${page}: <${tagName}> ${url.pathname}`);
        else if (
          url.hash &&
          tagName === 'a' &&
          file.endsWith('.html') &&
          !anchors.get(file)?.has(decodeURIComponent(url.hash.slice(1)))
        )
          broken.push(`${page}: ${url.pathname}${url.hash}`);
      }
    }
    expect([...new Set(broken)]).toEqual([]);
    expect(checked).toBeGreaterThan(2000);
  });

  test('loads nothing from another origin', () => {
    const foreign = [...pages].flatMap(([page, tree]) =>
      selectAll(
        'script[src], img[src], iframe, link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], source, video, audio',
        tree,
      )
        .map(({ properties }) => String(properties['src'] ?? properties['href'] ?? ''))
        .filter((url) => new URL(url, origin).origin !== origin)
        .map((url) => `${page}: ${url}`),
    );
    expect(foreign).toEqual([]);
  });

  test('lets no page run a script that it does not name', () => {
    for (const [page, tree] of pages) {
      // Redirects from old addresses have no scripts.
      const policy = String(
        selectAll('meta[http-equiv=content-security-policy]', tree)[0]?.properties['content'] ?? '',
      );
      const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? '';
      expect(scripts, page).toMatch(/^'self' 'wasm-unsafe-eval'( 'sha256-[\w+/=]+')*$/);
      expect(selectAll('[onclick], [onload], [onerror]', tree), page).toEqual([]);
    }
  });

  test('repeats no id on a page', () => {
    const repeated = [...pages].flatMap(([page, tree]) => {
      const ids = selectAll('[id]', tree).map(({ properties }) => String(properties['id']));
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${page}: #${id}`);
    });
    expect(repeated).toEqual([]);
  });

  test('sends no Mermaid to the reader', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.js') && !path.startsWith('pagefind'),
    );
    expect(
      scripts.filter((path) => /mermaid/i.test(path) || /mermaid/i.test(readFileSync(join(folder, path), 'utf8'))),
    ).toEqual([]);
  });

  test('publishes the JSON of the contract', () => {
    const read = (name: string) => JSON.parse(readFileSync(join(folder, 'api', name), 'utf8'));
    const { plans } = read('plans.json');
    expect(plans.map(({ id }: { id: string }) => id)).toEqual(Object.keys(PLAN_PAGES));
    const plan = plans.find(({ id }: { id: string }) => id === 'senior-backend-37-days');
    const days = plan.units.filter(({ kind }: { kind: string }) => kind === 'day');
    expect(days).toHaveLength(37);
    expect(plan.units.filter(({ parent }: { parent: unknown }) => parent === null)).toHaveLength(6);
    expect(
      days.flatMap(({ items }: { items: unknown[] }) => items).filter(({ slot }: { slot: unknown }) => slot).length,
    ).toBeGreaterThanOrEqual(148);
    expect(days.filter(({ diagrams }: { diagrams: number }) => diagrams > 0).length).toBeGreaterThanOrEqual(30);
    expect(days.filter(({ resources }: { resources: string[] }) => resources.length < 3)).toEqual([]);
    expect(read('topics.json').topics).toHaveLength(45);
    const resourceIds = new Set(read('resources.json').resources.map(({ id }: { id: string }) => id));
    expect(
      days.flatMap(({ resources }: { resources: string[] }) => resources).filter((id: string) => !resourceIds.has(id)),
    ).toEqual([]);
    for (const { url, units } of plans)
      for (const page of [url, ...units.map((unit: { url: string }) => unit.url)])
        expect(fileAt(page), page).not.toBeNull();
  });
});
