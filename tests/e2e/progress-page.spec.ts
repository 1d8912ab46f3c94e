/** The page `/progress/`: what a reader has done of each plan, and starting a plan over. */
import { expect, type Page, test } from '@playwright/test';
import {
  complaintsOf,
  DAY_PAGE,
  fillStorage,
  indexOf,
  KEYS,
  keep,
  kept,
  PLAN,
  storedMark,
} from '../support/progress.ts';
import {
  backupOf,
  cardOf,
  choose,
  everything,
  keptByDaymark,
  marksOf,
  meaning,
  PROGRESS_PAGE,
  restore,
  STRANGE,
  seenNow,
  YEAR,
} from '../support/progress-page.ts';

const cards = (page: Page) => page.locator('.card:visible');
const empty = (page: Page) => page.getByText('Nothing is ticked in this browser yet.');
const button = (page: Page, plan: string, name: string) =>
  cardOf(page, plan).getByRole('button', { name: new RegExp(`^${name}(?:: |$)`) });
const said = (page: Page, plan: string) => cardOf(page, plan).getByRole('status');

test.describe('what is done', () => {
  test('with nothing ticked, the page says what will stand here, and links every plan', async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.goto(PROGRESS_PAGE);
    await expect(empty(page)).toBeVisible();
    await expect(cards(page)).toHaveCount(0);
    const links = page.locator('daymark-plans').getByRole('link');
    await expect(links).toHaveCount(5);
    for (const link of await links.all()) {
      const response = await page.request.get(String(await link.getAttribute('href')));
      expect(response.ok()).toBe(true);
    }
    await expect(page.locator('daymark-plans').getByRole('button')).toHaveCount(0);
    await expect(page.locator('[data-trouble]')).toBeHidden();
    // Looking is not ticking.
    expect(await keptByDaymark(page)).toEqual({});
    expect(complaints).toEqual([]);
  });

  test('of a plan half-way, its items, hours and what is done of each kind are shown', async ({ page }) => {
    const complaints = complaintsOf(page);
    const [{ items }, year] = [await indexOf(page), await indexOf(page, YEAR)];
    const of = (kind: string, count: number) => year.items.filter((item) => item.kind === kind).slice(0, count);
    await keep(page, {
      ...marksOf(PLAN, items.slice(0, 74)),
      // One that was taken back counts as little as one that was never ticked.
      ...marksOf(PLAN, items.slice(74, 75), { done: false }),
      ...marksOf(YEAR, [...of('task', 3), ...of('topic', 50), ...of('quiz', 7), ...of('project', 1)]),
    });
    await page.goto(PROGRESS_PAGE);
    await expect(cards(page)).toHaveCount(2);
    await expect(empty(page)).toBeHidden();
    const minutes = items.slice(0, 74).reduce((sum, item) => sum + (item.minutes ?? 0), 0);
    expect(minutes % 60).toBe(0);
    const days = cardOf(page, PLAN);
    await expect(days.getByText('74 of 148 done')).toBeVisible();
    await expect(days.getByText(`${minutes / 60} h of 259 h`)).toBeVisible();
    await expect(days.locator('.progress')).toHaveCSS('--share', '0.5');
    // All of one kind: said once is enough.
    await expect(days.locator('.kinds')).toBeHidden();
    const go = cardOf(page, YEAR);
    await expect(go.getByText('61 of 347 done')).toBeVisible();
    // Few of its tasks say how long they take: the hours of those are not the hours of all.
    await expect(go.locator('.hours')).toBeHidden();
    await expect(go.locator('.kinds li')).toHaveText([
      '3 of 32 tasks',
      '50 of 100 topics',
      '0 of 87 talks and articles',
      '1 of 12 projects',
      '7 of 40 quiz questions',
      '0 of 56 criteria',
      '0 of 20 habits',
    ]);
    await go.getByRole('link', { name: 'Senior Go backend developer in a year' }).click();
    await expect(page).toHaveURL(`/plans/${YEAR}/`);
    await expect(page.locator('.progress-words').first()).toHaveText(/^61 of 347 done/);
    expect(complaints).toEqual([]);
  });

  test('a tick in another tab is counted at once, and brings its plan onto the page', async ({ page, context }) => {
    await page.goto(PROGRESS_PAGE);
    await expect(empty(page)).toBeVisible();
    const other = await context.newPage();
    await other.goto(DAY_PAGE);
    await other.locator('.task-box').first().check();
    await expect(cardOf(page, PLAN).getByText('1 of 148 done')).toBeVisible();
    await expect(cardOf(page, PLAN).getByText('2 h of 259 h')).toBeVisible();
    await expect(empty(page)).toBeHidden();
    await other.locator('.task-box').nth(1).check();
    await expect(cardOf(page, PLAN).getByText('2 of 148 done')).toBeVisible();
    await other.locator('.task-box').first().uncheck();
    await expect(cardOf(page, PLAN).getByText('1 of 148 done')).toBeVisible();
    await expect(cardOf(page, PLAN).getByText('1 h of 259 h')).toBeVisible();
    await other.evaluate(() => localStorage.clear());
    await expect(empty(page)).toBeVisible();
    await expect(cards(page)).toHaveCount(0);
  });

  test('a plan that the site does not have is shown with the number of its ticks', async ({ page }) => {
    const took = { done: false, byAuthor: true };
    await keep(page, {
      [KEYS.mark(STRANGE, '0123456789')]: storedMark({ text: 'Punch a card', unit: 'day-1' }),
      [KEYS.mark(STRANGE, '1111111111')]: storedMark({ text: 'Sort the cards', unit: 'day-1' }, { byAuthor: true }),
      [KEYS.mark(STRANGE, '2222222222')]: storedMark({ text: 'Drop the cards', unit: 'day-1' }, took),
    });
    await page.goto(PROGRESS_PAGE);
    await expect(cardOf(page, STRANGE)).toContainText('This site does not have this plan');
    await expect(cardOf(page, STRANGE).locator('[data-part="words"]')).toHaveText('2 ticks');
    await expect(cardOf(page, STRANGE).getByRole('button')).toHaveText(['Reset']);
  });
});

test.describe('starting a plan over', () => {
  test('forgets its ticks and attempts and nothing else, and undo brings all of them back', async ({ page }) => {
    const complaints = complaintsOf(page);
    const before = await everything(page);
    await keep(page, before);
    await page.goto(PROGRESS_PAGE);
    await expect(cards(page)).toHaveCount(3);
    await button(page, YEAR, 'Reset').click();
    await expect(said(page, YEAR)).toHaveText(
      '3 ticks of this plan forgotten, with its quiz attempts. You can undo this until you leave the page.',
    );
    await expect(cardOf(page, YEAR).getByText('0 of 347 done')).toBeVisible();
    const mine = ([key]: [string, string]) => /:(?:mark|quiz):senior-go/.test(key);
    expect(await keptByDaymark(page)).toEqual(Object.fromEntries(Object.entries(before).filter((e) => !mine(e))));
    await expect(cardOf(page, PLAN).getByText('2 of 148 done')).toBeVisible();
    await expect(button(page, YEAR, 'Undo the reset')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(said(page, YEAR)).toHaveText('Everything is back.');
    await expect(cardOf(page, YEAR).getByText('3 of 347 done')).toBeVisible();
    await expect(button(page, YEAR, 'Undo the reset')).toBeHidden();
    await expect(button(page, YEAR, 'Reset')).toBeFocused();
    expect(meaning(await keptByDaymark(page))).toEqual(meaning(before));
    expect(complaints).toEqual([]);
  });

  test('says how many ticks are forgotten, without those that were taken back before', async ({ page }) => {
    await keep(page, await everything(page));
    await page.goto(PROGRESS_PAGE);
    await button(page, PLAN, 'Reset').click();
    await expect(said(page, PLAN)).toHaveText(/^3 ticks of this plan forgotten\. You can undo/);
    await page.reload();
    await expect(cardOf(page, PLAN)).toBeHidden();
    await expect(cards(page)).toHaveCount(2);
  });

  test('undo keeps what was ticked after the reset, and the later word counts', async ({ page, context }) => {
    const { items } = await indexOf(page);
    const [first, second] = items;
    if (!first || !second) throw new Error('no items');
    await keep(page, { ...(await seenNow(page)), ...marksOf(PLAN, [first, ...items.slice(2, 4)]) });
    await page.goto(PROGRESS_PAGE);
    const other = await context.newPage();
    await other.goto(DAY_PAGE);
    await expect(other.locator('.task-box:checked')).toHaveCount(3);
    await button(page, PLAN, 'Reset').click();
    await expect(other.locator('.task-box:checked')).toHaveCount(0);
    await other.locator('.task-box').nth(1).check();
    await other.locator('.task-box').first().check();
    await other.locator('.task-box').first().uncheck();
    await expect(cardOf(page, PLAN).getByText('1 of 148 done')).toBeVisible();
    // An open tab would put back what undo had overwritten: it must do without.
    await other.close();
    await button(page, PLAN, 'Undo the reset').click();
    await expect(cardOf(page, PLAN).getByText('3 of 148 done')).toBeVisible();
    const stored = await keptByDaymark(page);
    expect(JSON.parse(stored[KEYS.mark(PLAN, first.id)] ?? '')).toMatchObject({ done: false });
    expect(JSON.parse(stored[KEYS.mark(PLAN, second.id)] ?? '')).toMatchObject({ done: true });
    await page.goto(DAY_PAGE);
    for (const [index, done] of [false, true, true, true].entries())
      await expect(page.locator('.task-box').nth(index)).toBeChecked({ checked: done });
  });

  test('after a second reset, undo brings back what both have forgotten', async ({ page, context }) => {
    const before = await everything(page);
    await keep(page, before);
    await page.goto(PROGRESS_PAGE);
    await button(page, YEAR, 'Reset').click();
    await expect(said(page, YEAR)).toContainText('forgotten');
    const other = await context.newPage();
    const [asked] = JSON.parse(before[KEYS.quiz(YEAR, 'quarter-1')] ?? '').attempts;
    const again = { at: 1_730_000_000_000, asked: asked.asked, right: [] };
    await keep(other, {
      ...Object.fromEntries(Object.entries(before).filter(([key]) => key.startsWith(KEYS.marksOf(YEAR)))),
      [KEYS.quiz(YEAR, 'quarter-1')]: JSON.stringify({ v: 1, attempts: [again] }),
    });
    await button(page, YEAR, 'Reset').click();
    await button(page, YEAR, 'Undo the reset').click();
    await expect(cardOf(page, YEAR).getByText('3 of 347 done')).toBeVisible();
    const { attempts } = JSON.parse((await kept(page))[KEYS.quiz(YEAR, 'quarter-1')] ?? '');
    expect(attempts.map(({ at }: { at: number }) => at)).toEqual([1_710_000_000_000, 1_720_000_000_000, again.at]);
  });
});

test.describe('when the browser keeps nothing', () => {
  test('forbidden: the page says so, and what is restored is shown until it is left', async ({ page }) => {
    const { items } = await indexOf(page);
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { value: null }));
    await page.goto(PROGRESS_PAGE);
    await expect(page.locator('[data-trouble]')).toContainText('This browser keeps nothing for this site');
    await expect(page.locator('[data-trouble]').getByRole('status')).toBeVisible();
    await choose(page, backupOf(marksOf(PLAN, items.slice(0, 2))));
    await page.getByRole('button', { name: 'Merge' }).click();
    await expect(restore(page).said).toHaveText(
      'Merged: 2 entries added or updated, but the browser did not keep all of them. They are gone when you leave this page.',
    );
    await expect(cardOf(page, PLAN).getByText('2 of 148 done')).toBeVisible();
    // What is only in memory can still be saved.
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download a backup' }).click();
    expect((await download).suggestedFilename()).toMatch(/^daymark-\d{4}-\d\d-\d\d\.json$/);
    await expect(restore(page).said).toContainText('has 2 ticks');
    await page.reload();
    await expect(cards(page)).toHaveCount(0);
    // Nothing promises that what is ticked will stand here.
    await expect(empty(page)).toBeHidden();
  });

  test('full: what does not fit is shown, the reader is told, and what was kept is safe', async ({ page }) => {
    const { items } = await indexOf(page);
    const before = { ...(await seenNow(page)), ...marksOf(PLAN, items.slice(0, 1)) };
    await keep(page, before);
    await page.goto(PROGRESS_PAGE);
    await expect(cardOf(page, PLAN)).toBeVisible();
    await fillStorage(page);
    await expect(page.locator('[data-trouble]')).toBeHidden();
    await choose(page, backupOf(marksOf(PLAN, items.slice(0, 4))));
    await page.getByRole('button', { name: 'Merge' }).click();
    await expect(restore(page).said).toContainText(
      '3 entries added or updated, but the browser did not keep all of them.',
    );
    await expect(page.locator('[data-trouble]')).toContainText("This browser's storage is full");
    await expect(cardOf(page, PLAN).getByText('4 of 148 done')).toBeVisible();
    expect(await keptByDaymark(page)).toEqual(before);
    await page.reload();
    await expect(cardOf(page, PLAN).getByText('1 of 148 done')).toBeVisible();
  });
});
