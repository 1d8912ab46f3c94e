/** A reader ticks, the author edits the plan and publishes it again, the reader comes back: a real site, built twice, in a real browser. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser } from '../../src/diagrams/find-browser.ts';
import { buildEnvironment } from '../support/builds.ts';
import { preview } from '../support/preview.ts';
import { FIXTURES } from '../support/scratch-content.ts';
import { scratchSite } from '../support/scratch-site.ts';

const SERVED = { base: '/', port: 4609 };
const PLAN = 'content/plans/tiny';
const { root, remove } = scratchSite('edited-plan', join(FIXTURES, 'sound'));
afterAll(remove);

/** Builds the site and lets the reader visit it. What she keeps in her browser stays, as the address does. */
async function publish(visit: () => Promise<void>): Promise<void> {
  const run = spawnSync(process.execPath, ['scripts/run-astro.ts', 'build'], {
    cwd: root,
    env: { ...buildEnvironment(SERVED), DAYMARK_NO_BROWSER: '1' },
    encoding: 'utf8',
  });
  expect(run.status, run.stdout + run.stderr).toBe(0);
  const { stop } = await preview(root, SERVED);
  await visit().finally(stop);
}

function write(path: string, title: string, body: string): void {
  writeFileSync(join(root, PLAN, path), `---\ntitle: ${title}\nsummary: One day.\n---\n\n${body}`);
}

test('ticks follow their tasks through the edits of an author, and what the author ticked counts until the reader says no', async () => {
  const browser = await launchBrowser();
  if (!browser) throw new Error('this test needs a browser');
  const context = await browser.newContext({ baseURL: `http://localhost:${SERVED.port}` });
  const page = await context.newPage();
  /** Another tab, which stays as it was when the author publishes again. */
  const older = await context.newPage();

  await publish(async () => {
    await page.goto('/plans/tiny/week-1/day-01-first-steps/');
    expect(await ticksOf(page)).toEqual({ 'Read chapter 1 of': false, 'Draw a queue': true, 'Write three': false });
    expect(await words(page)).toBe('1 of 3 done, 1 h of 3.3 h');
    await page.getByLabel('Draw a queue').uncheck();
    await page.getByLabel('Read chapter 1 of').check();
    await page.getByLabel('Write three').check();
    await page.reload();
    expect(await ticksOf(page)).toEqual({ 'Read chapter 1 of': true, 'Draw a queue': false, 'Write three': true });
    expect(await words(page)).toBe('2 of 3 done, 2.3 h of 3.3 h');
    await page.goto('/plans/tiny/week-1/day-02-brokers/');
    await page.getByLabel('Run a broker').check();
    await page.waitForLoadState('networkidle');
    await older.goto('/plans/tiny/week-1/day-01-first-steps/');
    await older.waitForLoadState('networkidle');
  });

  // A day inserted and the rest renumbered, a page renamed, tasks reordered, reworded and moved, new ones like them added.
  for (const path of ['week-1/day-01-first-steps.mdx', 'week-1/day-02-brokers.mdx', 'week-2/day-03-limits.mdx'])
    rmSync(join(root, PLAN, path));
  write(
    'week-1/day-01-getting-started.mdx',
    'Getting started',
    '- [ ] Write down three questions (20 min)\n- [x] 07:00–08:00 · Draw a queue\n- [ ] Read chapter 2 of the book\n',
  );
  write('week-1/day-02-books.mdx', 'Books', '- [ ] Read chapter 1 of [the book](https://example.org/second-edition)\n');
  write('week-1/day-03-brokers.mdx', 'Brokers', '- [ ] Stop a broker\n- [ ] 18:00–19:00 · Run a broker\n');
  write('week-2/day-04-limits.mdx', 'Limits', '- [ ] Fill a queue until it refuses (1.5 h)\n');

  await publish(async () => {
    await page.goto('/plans/tiny/week-1/day-01-getting-started/');
    await page.getByLabel('Write down three').and(page.locator(':checked')).waitFor();
    expect(await ticksOf(page)).toEqual({
      'Write down three': true,
      'Draw a queue': false,
      'Read chapter 2 of': false,
    });
    await page.goto('/plans/tiny/week-1/day-02-books/');
    expect(await ticksOf(page)).toEqual({ 'Read chapter 1 of': true });
    await page.goto('/plans/tiny/week-1/day-03-brokers/');
    expect(await ticksOf(page)).toEqual({ 'Stop a broker': false, 'Run a broker': true });
    await page.goto('/plans/tiny/');
    expect(await words(page)).toMatch(/^3 of 7 done/);

    // The older tab knows the reworded task by its old words only. What is said there last counts, and new tasks mean nothing to it.
    await page.goto('/plans/tiny/week-1/day-01-getting-started/');
    await page.getByLabel('Read chapter 2 of').check();
    await older.getByLabel('Write three').check();
    await older.getByLabel('Write three').uncheck();
    await page.reload();
    await page.getByLabel('Write down three').and(page.locator(':not(:checked)')).waitFor();
    expect(await ticksOf(page)).toEqual({
      'Write down three': false,
      'Draw a queue': false,
      'Read chapter 2 of': true,
    });
    expect(await words(page)).toMatch(/^1 of 3 done/);
    await page.goto('/plans/tiny/');
    expect(await words(page)).toMatch(/^3 of 7 done/);
  });
  await browser.close();
});

/** The state of each checkbox by the first three or four words beside it. */
function ticksOf(page: Page): Promise<Record<string, boolean>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLInputElement>('main .task-box')].map((box) => {
        const text = box.closest('li')?.querySelector('.task-text')?.textContent?.trim() ?? '';
        return [/^(?:Read chapter \d of|Write (?:down )?three|\S+ a \S+)/.exec(text)?.[0] ?? text, box.checked];
      }),
    ),
  );
}

async function words(page: Page): Promise<string> {
  return (await page.locator('.progress-words').first().textContent()) ?? '';
}
