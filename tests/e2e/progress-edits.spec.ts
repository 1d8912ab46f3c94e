/** A reader comes back after the author has edited the plan: her ticks are where she made them, or wait. */
import { expect, type Page, test } from '@playwright/test';
import { writeSeenPlan } from '../../src/progress/seen-plan.ts';
import {
  DAY,
  DAY_PAGE,
  indexOf,
  KEYS,
  keep,
  kept,
  olderPlan,
  PLAN,
  PLAN_PAGE,
  storedMark,
} from '../support/progress.ts';

const words = (page: Page) => page.locator('.progress-words').first();

test('a tick appears on the item that was reworded, and on no other', async ({ page }) => {
  const { items } = await indexOf(page);
  const item = items.find(({ text }) => text.startsWith('Whiteboard the high-level architecture of an')) ?? items[1];
  if (!item) throw new Error('no such item');
  const old = { ...item, id: 'z000000000', text: 'Draw the high-level architecture of an e-commerce site' };
  const before = items.map((each) => (each === item ? old : each));
  await keep(page, {
    [KEYS.mark(PLAN, old.id)]: storedMark(old),
    [KEYS.plan(PLAN)]: olderPlan(before),
  });
  await page.goto(DAY_PAGE);
  await expect(page.locator(`#item-${item.id} .task-box`)).toBeChecked();
  await expect(page.locator('.task-box:checked')).toHaveCount(1);
  await expect(words(page)).toHaveText('1 of 4 done, 1 h of 7 h');
  await page.goto(PLAN_PAGE);
  await expect(words(page)).toHaveText(/^1 of 148 done/);
  const keys = Object.keys(await kept(page));
  expect(keys).toContain(KEYS.mark(PLAN, item.id));
  expect(keys).not.toContain(KEYS.mark(PLAN, old.id));
});

test('a page that was open all the while may tick an old id: the tick goes where its item is now', async ({
  page,
  context,
}) => {
  const { items, version } = await indexOf(page);
  const [item] = items;
  if (!item) throw new Error('no items');
  const old = { ...item, id: 'z000000000', text: 'Read chapters of a book' };
  const seen = { version, items, moved: new Map([[old.id, item.id]]) };
  await keep(page, {
    [KEYS.mark(PLAN, item.id)]: storedMark(item, { done: false }),
    [KEYS.plan(PLAN)]: writeSeenPlan(seen),
  });
  await page.goto(DAY_PAGE);
  await page.waitForLoadState('networkidle');
  await expect(words(page)).toHaveText('0 of 4 done, 0 h of 7 h');
  const older = await context.newPage();
  await keep(older, { [KEYS.mark(PLAN, old.id)]: storedMark(old) });
  await page.reload();
  await expect(page.locator(`#item-${item.id} .task-box`)).toBeChecked();
  await expect(words(page)).toHaveText('1 of 4 done, 2 h of 7 h');
  expect(Object.keys(await kept(page))).not.toContain(KEYS.mark(PLAN, old.id));
});

test('an item that moved to another day counts there', async ({ page }) => {
  const { items } = await indexOf(page);
  const [item] = items;
  if (!item) throw new Error('no items');
  const moved = { ...item, unit: 'week-2/day-08-some-other-day' };
  await keep(page, { [KEYS.mark(PLAN, item.id)]: storedMark(moved) });
  await page.goto(DAY_PAGE);
  await expect(page.locator(`#item-${item.id} .task-box`)).toBeChecked();
  await expect(words(page)).toHaveText('1 of 4 done, 2 h of 7 h');
  await page.goto(`${PLAN_PAGE}week-2/`);
  await expect(words(page)).toHaveText(/^0 of/);
});

test('a tick whose item is gone is kept, and shown on no other and in no sum', async ({ page }) => {
  const { items } = await indexOf(page);
  const gone = { id: 'z000000000', text: 'Read chapter nine of a book that is out of print', unit: DAY, minutes: 60 };
  const before = [gone, ...items];
  await keep(page, {
    [KEYS.mark(PLAN, gone.id)]: storedMark(gone),
    [KEYS.plan(PLAN)]: olderPlan(before),
  });
  await page.goto(DAY_PAGE);
  await expect.poll(async () => (await kept(page))[KEYS.plan(PLAN)]).not.toContain('"older"');
  await expect(page.locator('.task-box:checked')).toHaveCount(0);
  expect(Object.keys(await kept(page))).toContain(KEYS.mark(PLAN, gone.id));
  await expect(words(page)).toHaveText('0 of 4 done, 0 h of 7 h');
});
