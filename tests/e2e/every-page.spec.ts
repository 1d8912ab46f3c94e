/** What must hold for every page of the sitemap, whatever it is about. */
import { expect, test } from '@playwright/test';
import { BUILDS } from '../support/builds.ts';
import { PLAN_PAGES } from '../support/plans.ts';
import { sitemapPaths } from '../support/site-map.ts';

const [root, based] = BUILDS;

/** All pages of one build, and of the other one page of each kind: its links are checked without a browser. */
const pages = [
  ...sitemapPaths(root).map((path) => `http://localhost:${root.port}${path}`),
  ...[
    '',
    'plans/senior-backend-37-days/',
    'plans/senior-backend-37-days/week-1/',
    'plans/senior-go-1-year/quarter-1/',
    'plans/senior-go-1-year/quarter-3/month-08/weeks-1-4-system-design/',
    'topics/caching/',
    'guide/format/',
  ].map((path) => `http://localhost:${based.port}${based.base}${path}`),
];

test('the sitemap holds the whole site', () => {
  const paths = sitemapPaths(root);
  for (const [plan, pages] of Object.entries(PLAN_PAGES))
    expect([plan, paths.filter((path) => path.startsWith(`/plans/${plan}/`)).length]).toEqual([plan, pages]);
  expect(paths.filter((path) => path.startsWith('/topics/'))).toHaveLength(46);
});

for (const url of pages) {
  test(`${url.replace('http://localhost', '')} is sound`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
    page.on(
      'response',
      (response) => response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`),
    );
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && origin !== new URL(url).origin)
        complaints.push(`other origin: ${request.url()}`);
    });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(url, { waitUntil: 'networkidle' });
    expect(complaints).toEqual([]);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await page.title()).not.toBe('');
    // Also with everything open that a reader can open.
    await page.evaluate(() =>
      document.querySelectorAll<HTMLDetailsElement>('details').forEach((details) => {
        details.open = true;
      }),
    );
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll, 'horizontal scroll at 360 px').toBeLessThanOrEqual(client);
  });
}
