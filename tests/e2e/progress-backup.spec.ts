/** A backup is one file with everything, and restoring it shows first what would change. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { IndexItem } from '../../src/roadmap/plan-index.ts';
import { complaintsOf, DAY_PAGE, indexOf, KEYS, keep, olderPlan, PLAN, storedMark } from '../support/progress.ts';
import {
  backupOf,
  cardOf,
  choose,
  everything,
  GONE,
  keptByDaymark,
  marksOf,
  meaning,
  PROGRESS_PAGE,
  restore,
  STRANGE,
  seenNow,
  YEAR,
} from '../support/progress-page.ts';

const merge = (page: Page) => restore(page).preview.getByRole('button', { name: 'Merge' });
const cancel = (page: Page) => restore(page).preview.getByRole('button', { name: 'Cancel' });
/** What the preview says of each plan. */
const changes = (page: Page) => restore(page).preview.getByRole('listitem');

/** Downloads a backup. @returns its name and what it says */
async function download(page: Page): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a backup' }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test.describe('the file', () => {
  test('is one JSON file with the reader’s date, and has all that is kept and can be read', async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.clock.setFixedTime(new Date(2026, 2, 4, 23, 59));
    await page.addInitScript(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (made) => {
        Object.assign(window, { madeType: (made as Blob).type });
        return make(made);
      };
    });
    const before = await everything(page);
    await keep(page, {
      ...before,
      [KEYS.aside(7)]: '{"key":"x","value":"y"}',
      'daymark:/fork/:mark:a:b': 'of another site',
    });
    await page.goto(PROGRESS_PAGE);
    await expect(cardOf(page, PLAN)).toBeVisible();
    const { name, text } = await download(page);
    expect(name).toBe('daymark-2026-03-04.json');
    expect(await page.evaluate(() => Object.assign({ madeType: '' }, window).madeType)).toBe('application/json');
    const { daymark, exported, site, entries } = JSON.parse(text);
    expect([daymark, exported, site]).toEqual([1, new Date(2026, 2, 4, 23, 59).toISOString(), '/']);
    const stored = Object.entries(entries).map(([key, value]) => [KEYS.prefix + key, value]);
    expect(Object.fromEntries(stored)).toEqual(before);
    // Seven are ticked; the eighth was taken back.
    await expect(restore(page).said).toHaveText(
      'daymark-2026-03-04.json has 7 ticks. Keep it somewhere else than on this device.',
    );
    expect(complaints).toEqual([]);
  });

  for (const [name, clear] of [
    [
      'by the browser',
      async (page: Page) => {
        await page.evaluate(() => localStorage.clear());
        await page.reload();
        await expect(page.getByText('Nothing is ticked in this browser yet.')).toBeVisible();
      },
    ],
    [
      'in another tab, while the page stays open',
      async (page: Page) => {
        const other = await page.context().newPage();
        await other.goto('/api/topics.json');
        await other.evaluate(() => localStorage.clear());
        await expect(page.getByText('Nothing is ticked in this browser yet.')).toBeVisible();
      },
    ],
    [
      'by the resets of the page',
      async (page: Page) => {
        for (const plan of [PLAN, YEAR, STRANGE])
          await cardOf(page, plan)
            .getByRole('button', { name: /^Reset/ })
            .click();
        await expect.poll(async () => Object.keys(await keptByDaymark(page)).join()).not.toMatch(/:(?:mark|quiz):/);
      },
    ],
  ] as const) {
    test(`brings back the same store after all was cleared ${name}`, async ({ page }) => {
      const complaints = complaintsOf(page);
      await keep(page, await everything(page));
      // A real tick too, as the page of a day makes it.
      await page.goto(DAY_PAGE);
      await page.locator('.task-box').nth(3).check();
      await page.goto(PROGRESS_PAGE);
      await expect(cardOf(page, PLAN).getByText('3 of 148 done')).toBeVisible();
      const before = await keptByDaymark(page);
      expect(Object.keys(before).filter((key) => key.includes(':active:'))).toHaveLength(2);
      const { text } = await download(page);
      await clear(page);
      await choose(page, text);
      await merge(page).click();
      await expect(restore(page).said).toContainText('Merged');
      await expect(cardOf(page, PLAN).getByText('3 of 148 done')).toBeVisible();
      await expect(cardOf(page, PLAN).getByText(GONE.text)).toBeVisible();
      await expect(cardOf(page, YEAR).getByText('3 of 347 done')).toBeVisible();
      await expect(cardOf(page, STRANGE).getByText('1 tick', { exact: true })).toBeVisible();
      await expect.poll(async () => meaning(await keptByDaymark(page))).toEqual(meaning(before));
      await page.goto(DAY_PAGE);
      for (const [index, done] of [true, false, false, true].entries())
        await expect(page.locator('.task-box').nth(index)).toBeChecked({ checked: done });
      expect(complaints).toEqual([]);
    });
  }
});

test.describe('restoring', () => {
  /** Four ticks of each side, of which each is later in one, and what is kept here. */
  async function begin(page: Page) {
    const { items } = await indexOf(page);
    const [a, b, c, d] = items as [IndexItem, IndexItem, IndexItem, IndexItem];
    const own = {
      ...(await seenNow(page)),
      [KEYS.mark(PLAN, a.id)]: storedMark(a, { at: 10 }),
      [KEYS.mark(PLAN, b.id)]: storedMark(b, { at: 20 }),
      [KEYS.mark(PLAN, c.id)]: storedMark(c, { at: 30 }),
    };
    const incoming = {
      // Taken back later than it was ticked here.
      [KEYS.mark(PLAN, a.id)]: storedMark(a, { at: 15, done: false }),
      // Taken back before it was ticked here.
      [KEYS.mark(PLAN, b.id)]: storedMark(b, { at: 15, done: false }),
      [KEYS.mark(PLAN, c.id)]: storedMark(c, { at: 30 }),
      [KEYS.mark(PLAN, d.id)]: storedMark(d, { at: 1 }),
      [KEYS.active('2025-01-01', PLAN, d.id)]: '{"v":1,"at":1}',
    };
    await keep(page, own);
    await page.goto(PROGRESS_PAGE);
    await expect(cardOf(page, PLAN).getByText('3 of 148 done')).toBeVisible();
    const day = (at: number, done: boolean, item: IndexItem) => ({
      [KEYS.mark(PLAN, item.id)]: storedMark(item, { at, done }),
    });
    const merged = { ...own, ...incoming, ...day(20, true, b) };
    return { own, incoming, merged };
  }

  test('shows what is new, what is newer, what is older and stays; cancel changes nothing', async ({ page }) => {
    const { own, incoming } = await begin(page);
    await choose(page, backupOf(incoming));
    const { preview, said, file } = restore(page);
    await expect(preview.getByRole('heading', { name: 'What would change' })).toBeFocused();
    await expect(changes(page)).toHaveText([
      /^Senior backend engineer in 37 days1 new, 1 newer than here, 1 older than here \(yours stay\), 1 unchanged$/,
      '1 other entry, such as quiz attempts and days of work.',
    ]);
    await expect(preview).toContainText(/Made on (?:January 1|December 31)/);
    await expect(preview).not.toContainText('It comes from the site');
    await expect(preview).toContainText('Of two ticks, the later one counts.');
    // A preview is not yet a change.
    expect(await keptByDaymark(page)).toEqual(own);
    await cancel(page).click();
    await expect(preview).toBeHidden();
    await expect(said).toHaveText('Nothing was changed.');
    await expect(file).toBeFocused();
    await expect(cardOf(page, PLAN).getByText('3 of 148 done')).toBeVisible();
    expect(await keptByDaymark(page)).toEqual(own);
  });

  test('merges: of two ticks the later one counts, whichever side it is on', async ({ page }) => {
    const { incoming, merged } = await begin(page);
    await choose(page, backupOf(incoming));
    await merge(page).click();
    await expect(restore(page).said).toHaveText('Merged: 3 entries added or updated.');
    await expect(restore(page).preview).toBeHidden();
    await expect(cardOf(page, PLAN).getByText('3 of 148 done')).toBeVisible();
    expect(await keptByDaymark(page)).toEqual(merged);
    await page.goto(DAY_PAGE);
    for (const [index, done] of [false, true, true, true].entries())
      await expect(page.locator('.task-box').nth(index)).toBeChecked({ checked: done });
    // The other way round: what was here comes as a file to where the file was merged.
    await page.goto(PROGRESS_PAGE);
    await choose(page, backupOf(incoming));
    await expect(restore(page).preview).toContainText('Nothing would change: it is all here already.');
    await restore(page).preview.getByRole('button', { name: 'Close' }).click();
    expect(await keptByDaymark(page)).toEqual(merged);
  });

  test('what is ticked in another tab while the preview is open is not lost', async ({ page, context }) => {
    const { incoming, merged } = await begin(page);
    await choose(page, backupOf(incoming));
    await expect(merge(page)).toBeVisible();
    const other = await context.newPage();
    await other.goto(DAY_PAGE);
    const fourth = other.locator('.task-box').nth(3);
    await fourth.check();
    await fourth.uncheck();
    await expect(cardOf(page, PLAN).getByText('3 of 148 done')).toBeVisible();
    // An open tab would put back what merging had overwritten: it must do without.
    await other.close();
    await merge(page).click();
    await expect(cardOf(page, PLAN).getByText('2 of 148 done')).toBeVisible();
    const stored = await keptByDaymark(page);
    expect(Object.keys(stored).sort()).toEqual(Object.keys(merged).sort());
    await page.goto(DAY_PAGE);
    for (const [index, done] of [false, true, true, false].entries())
      await expect(page.locator('.task-box').nth(index)).toBeChecked({ checked: done });
  });

  test('finds the ticks of a plan that was edited since the backup was made', async ({ page }) => {
    const { items } = await indexOf(page);
    const item = items[1] as IndexItem;
    const old = { ...item, id: 'z000000000', text: 'Draw the high-level architecture of an e-commerce site' };
    const then = items.map((each) => (each === item ? old : each));
    await page.goto(PROGRESS_PAGE);
    await choose(
      page,
      backupOf({
        [KEYS.mark(PLAN, old.id)]: storedMark(old),
        [KEYS.plan(PLAN)]: olderPlan(then),
      }),
    );
    await merge(page).click();
    await expect(cardOf(page, PLAN).getByText('1 of 148 done')).toBeVisible();
    await expect.poll(() => keptByDaymark(page)).toEqual({ ...(await seenNow(page)), ...marksOf(PLAN, [item]) });
  });

  test('works by keyboard alone, from the file to the merge', async ({ page }) => {
    const { incoming, merged } = await begin(page);
    const { file, preview, said } = restore(page);
    const opened = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Download a backup' }).focus();
    await page.keyboard.press('Tab');
    await expect(file).toBeFocused();
    // The field is out of sight: its label shows where the keyboard is.
    await expect(page.locator('daymark-backup label.control')).toHaveCSS('outline-style', 'solid');
    await page.keyboard.press('Enter');
    const buffer = Buffer.from(backupOf(incoming));
    await (await opened).setFiles({ name: 'daymark.json', mimeType: 'application/json', buffer });
    await expect(preview.getByRole('heading')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(merge(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(cancel(page)).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await expect(said).toHaveText('Merged: 3 entries added or updated.');
    await expect(file).toBeFocused();
    expect(await keptByDaymark(page)).toEqual(merged);
  });
});
