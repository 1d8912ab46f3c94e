/** Ticks whose task is gone, on the page `/progress/`: each is given to another task or let go. */
import { expect, type Page, test } from '@playwright/test';
import type { IndexItem } from '../../src/roadmap/plan-index.ts';
import { complaintsOf, DAY, DAY_PAGE, ITEMS, indexOf, KEYS, keep, PLAN, storedMark } from '../support/progress.ts';
import {
  cardOf,
  GONE,
  GONE_AT,
  keptByDaymark,
  marksOf,
  meaning,
  PROGRESS_PAGE,
  seenNow,
} from '../support/progress-page.ts';

/** Another one, ticked earlier, and like no task of the plan. */
const LOST = { id: 'y000000000', text: 'Feed the parrot', unit: 'week-2/day-09-pets' };
const LOST_AT = Date.UTC(2025, 1, 1, 12);
/** A third one, like the first task of the day. */
const OLDER = { id: 'x000000000', text: 'Read the first two chapters of a book on system design', unit: DAY };
const list = (page: Page) => page.locator('daymark-orphans:visible');
const entry = (page: Page, text: string) => list(page).getByRole('listitem').filter({ hasText: text });
const choice = (page: Page) => entry(page, GONE.text).getByRole('combobox');
const said = (page: Page) => cardOf(page, PLAN).getByRole('status');

/** Two ticks of the plan as it is, and three whose tasks are gone. @returns all of it, and the day's items */
async function begin(page: Page): Promise<{ before: Record<string, string>; items: IndexItem[] }> {
  const { items } = await indexOf(page);
  const before = {
    ...(await seenNow(page)),
    ...marksOf(PLAN, items.slice(2, 4)),
    [KEYS.mark(PLAN, GONE.id)]: storedMark(GONE, { at: GONE_AT, byAuthor: true }),
    [KEYS.mark(PLAN, LOST.id)]: storedMark(LOST, { at: LOST_AT, byAuthor: true }),
    [KEYS.mark(PLAN, OLDER.id)]: storedMark(OLDER, { at: LOST_AT - 1, byAuthor: true }),
  };
  await keep(page, before);
  await page.goto(PROGRESS_PAGE);
  await expect(list(page)).toBeVisible();
  return { before, items: items.slice(0, 4) };
}

const without = (stored: Record<string, string>, id: string) =>
  Object.fromEntries(Object.entries(stored).filter(([key]) => key !== KEYS.mark(PLAN, id)));

test('nothing is listed when every tick has its task', async ({ page }) => {
  const { items } = await indexOf(page);
  await keep(page, {
    ...(await seenNow(page)),
    ...marksOf(PLAN, items.slice(0, 3)),
    // Taken back, and then its task went: nothing is lost.
    [KEYS.mark(PLAN, GONE.id)]: storedMark(GONE, { done: false }),
  });
  const loaded = page.waitForResponse(ITEMS);
  await page.goto(PROGRESS_PAGE);
  await loaded;
  await expect(cardOf(page, PLAN).getByText('3 of 148 done')).toBeVisible();
  await expect(page.getByText('Ticks whose task is gone')).toBeHidden();
  await expect(list(page)).toHaveCount(0);
});

test('they are listed with their words and their day, latest first, and count nowhere', async ({ page }) => {
  const complaints = complaintsOf(page);
  const { before } = await begin(page);
  await expect(list(page).getByRole('heading')).toHaveText('Ticks whose task is gone (3)');
  const entries = list(page).getByRole('listitem');
  await expect(entries).toHaveCount(3);
  await expect(entries.nth(0)).toContainText(GONE.text);
  await expect(entries.nth(0)).toContainText(`ticked March 4, 2025, on ${DAY}`);
  await expect(entries.nth(1)).toContainText(LOST.text);
  await expect(entries.nth(1)).toContainText('ticked February 1, 2025');
  // Nothing is like it: there is nothing to choose from.
  await expect(entries.nth(1).getByRole('combobox')).toHaveCount(0);
  await expect(entries.nth(1).getByRole('button')).toHaveText(['Let go']);
  await expect(cardOf(page, PLAN).getByText('2 of 148 done')).toBeVisible();
  expect(await keptByDaymark(page)).toEqual(before);
  expect(complaints).toEqual([]);
});

test('one that is given to a task ticks it, with the time that this task takes', async ({ page }) => {
  const { before, items } = await begin(page);
  const target = items[1] as IndexItem;
  // Nothing chosen yet: the button asks for it.
  await entry(page, GONE.text).getByRole('button', { name: 'Give it the tick' }).click();
  await expect(choice(page)).toBeFocused();
  await choice(page).selectOption({ label: target.text });
  await entry(page, GONE.text).getByRole('button', { name: 'Give it the tick' }).click();
  await expect(entry(page, GONE.text)).toHaveCount(0);
  await expect(list(page).getByRole('heading')).toHaveText('Ticks whose task is gone (2)');
  await expect(cardOf(page, PLAN).getByText('3 of 148 done')).toBeVisible();
  await expect(cardOf(page, PLAN).getByText('5 h of 259 h')).toBeVisible();
  await expect(said(page)).toHaveText(`The tick is now on "${target.text}".`);
  expect(meaning(await keptByDaymark(page))).toEqual(
    meaning({ ...without(before, GONE.id), ...marksOf(PLAN, [target], { at: GONE_AT }) }),
  );
  await page.goto(DAY_PAGE);
  await expect(page.locator(`#item-${target.id} .task-box`)).toBeChecked();
  await expect(page.locator('.progress-words').first()).toHaveText('3 of 4 done, 5 h of 7 h');
});

test('one that is given to a task whose own tick was taken back ticks it all the same', async ({ page }) => {
  const items = (await indexOf(page)).items.slice(0, 2);
  const [other, target] = items as [IndexItem, IndexItem];
  await keep(page, {
    ...(await seenNow(page)),
    ...marksOf(PLAN, [other]),
    ...marksOf(PLAN, [target], { done: false, at: Date.now() - 1000 }),
    [KEYS.mark(PLAN, GONE.id)]: storedMark(GONE, { at: GONE_AT, byAuthor: true }),
  });
  await page.goto(PROGRESS_PAGE);
  await choice(page).selectOption({ label: target.text });
  await entry(page, GONE.text).getByRole('button', { name: 'Give it the tick' }).click();
  await expect(cardOf(page, PLAN).getByText('2 of 148 done')).toBeVisible();
  await page.goto(DAY_PAGE);
  await expect(page.locator(`#item-${target.id} .task-box`)).toBeChecked();
});

test('one that is let go is gone, and no other', async ({ page }) => {
  const { before } = await begin(page);
  await entry(page, LOST.text).getByRole('button', { name: 'Let go' }).click();
  await expect(entry(page, LOST.text)).toHaveCount(0);
  await expect(list(page).getByRole('listitem')).toHaveCount(2);
  await expect(said(page)).toHaveText(`Let go: "${LOST.text}".`);
  expect(await keptByDaymark(page)).toEqual(without(before, LOST.id));
  await page.reload();
  await expect(list(page).getByRole('listitem')).toHaveCount(2);
});

test('by keyboard alone the list is worked off, and the focus goes on from entry to entry', async ({ page }) => {
  const { items } = await begin(page);
  const target = items[1] as IndexItem;
  await entry(page, LOST.text).getByRole('button', { name: 'Let go' }).focus();
  await page.keyboard.press('Enter');
  // The next one has come up; Enter held down too long does nothing to it.
  await expect(entry(page, OLDER.text)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('listitem')).toHaveCount(2);
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab');
  await expect(entry(page, OLDER.text).getByRole('button', { name: 'Let go' })).toBeFocused();
  await page.keyboard.press('Enter');
  // It was the last one: the one before it is nearest.
  await expect(entry(page, GONE.text)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(choice(page)).toBeFocused();
  await page.keyboard.type(target.text.slice(0, 12));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(list(page)).toHaveCount(0);
  await expect(cardOf(page, PLAN).getByText('3 of 148 done')).toBeVisible();
  await expect(cardOf(page, PLAN).getByRole('link')).toBeFocused();
});

test('a tick in another tab disturbs neither a choice nor the keyboard', async ({ page, context }) => {
  const { items } = await begin(page);
  await choice(page).selectOption({ label: items[1]?.text ?? '' });
  await choice(page).focus();
  const other = await context.newPage();
  await other.goto(DAY_PAGE);
  await other.locator('.task-box').nth(2).uncheck();
  await expect(cardOf(page, PLAN).getByText('1 of 148 done')).toBeVisible();
  await expect(choice(page)).toBeFocused();
  await expect(choice(page)).toHaveValue(items[1]?.id ?? '');
  // Even when it changes what there is to choose from.
  await other.locator('.task-box').first().check();
  await expect(cardOf(page, PLAN).getByText('2 of 148 done')).toBeVisible();
  await expect(entry(page, OLDER.text).getByRole('option', { name: items[0]?.text ?? '' })).toHaveCount(0);
  await expect(choice(page)).toBeFocused();
  await expect(choice(page)).toHaveValue(items[1]?.id ?? '');
});
