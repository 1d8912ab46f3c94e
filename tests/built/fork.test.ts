/** What a fork needs on a machine without a browser, and under a base path: new diagrams are drawn by the reader's browser, old addresses lead to new ones. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../src/diagrams/find-browser.ts';
import { buildEnvironment } from '../support/builds.ts';
import { preview } from '../support/preview.ts';
import { FIXTURES } from '../support/scratch-content.ts';
import { scratchSite } from '../support/scratch-site.ts';

const PORT = 4608;
const BASE = '/any/base/';
const { root, remove } = scratchSite('fork', join(FIXTURES, 'sound'));
const env = { ...buildEnvironment({ base: BASE, port: PORT }), DAYMARK_NO_BROWSER: '1' };
let stop = () => {};
let output = '';

beforeAll(async () => {
  rmSync(join(root, 'drawings'), { recursive: true, force: true });
  writeFileSync(
    join(root, 'content/plans/tiny/week-1/day-02-brokers.mdx'),
    '---\ntitle: Brokers\nsummary: Use one.\naliases: [/old/place/]\n---\n\n- [ ] Run a broker\n',
  );
  const run = spawnSync(process.execPath, ['scripts/run-astro.ts', 'build'], { cwd: root, env, encoding: 'utf8' });
  output = run.stdout + run.stderr;
  expect(run.status, output).toBe(0);
  ({ stop } = await preview(root, { base: BASE, port: PORT }));
});
afterAll(() => {
  stop();
  remove();
});

test('the build says that a diagram is left to the readers, and what to do about it', () => {
  expect(output).toContain("readers' browsers will draw them");
  expect(output).toContain('npm run diagrams');
});

test('the reader’s browser draws it, where the source stood', async () => {
  const browser = await launchBrowser();
  if (!browser) throw new Error('these tests need a browser');
  const page = await browser.newPage();
  await page.goto(`http://localhost:${PORT}${BASE}plans/tiny/week-2/`);
  await page.locator('main .diagram svg').waitFor();
  expect(await page.locator('main .diagram svg').textContent()).toContain('Producer');
  expect(await page.locator('[data-undrawn]').count()).toBe(0);
  await browser.close();
});

test('an old address leads to the page, base path included', () => {
  const html = readFileSync(join(root, 'dist/old/place/index.html'), 'utf8');
  expect(html).toContain('url=/any/base/plans/tiny/week-1/day-02-brokers/');
});
