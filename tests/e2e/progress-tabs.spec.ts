/** Two tabs on one plan: neither loses what the other one does. */
import { expect, type Page, test } from '@playwright/test';
import { DAY, DAY_PAGE, kept, madeUpIds, PLAN, PLAN_PAGE, storeOf } from '../support/progress.ts';

const EACH = 500;

/** Ticks item after item, with a pause after every few, as long as the page lives. */
async function tickAll(page: Page, ids: string[], { done = true } = {}): Promise<void> {
  const store = await storeOf(page);
  await store.evaluate(
    async (store, { plan, unit, ids, done }) => {
      for (const [index, id] of ids.entries()) {
        const said = {
          done: done || index % 2 === 0,
          text: `Item ${id}`,
          unit,
          kind: 'task',
          minutes: 5,
          byAuthor: false,
        } as const;
        store.set(plan, id, said);
        if (index % 5 === 4) {
          console.log(`ticked ${index + 1}`);
          await new Promise((resolve) => setTimeout(resolve));
        }
      }
    },
    { plan: PLAN, unit: DAY, ids, done },
  );
}

async function marksOf(page: Page): Promise<Record<string, boolean>> {
  const store = await storeOf(page);
  return store.evaluate(
    (store, plan) => Object.fromEntries([...store.marksOf(plan)].sort().map(([id, { done }]) => [id, done])),
    PLAN,
  );
}

async function storedMarks(page: Page): Promise<Record<string, boolean>> {
  const marks = Object.entries(await kept(page)).filter(([key]) => key.includes(`:mark:${PLAN}:`));
  return Object.fromEntries(marks.map(([key, value]) => [key.slice(-10), JSON.parse(value).done]).sort());
}

test('a tick appears in the other tab at once: on the day, in its sums, in the sidebar, and in a list of days', async ({
  context,
}) => {
  const [one, two, week] = [await context.newPage(), await context.newPage(), await context.newPage()];
  for (const page of [one, two, week]) await page.setViewportSize({ width: 1280, height: 900 });
  await Promise.all([one.goto(DAY_PAGE), two.goto(DAY_PAGE), week.goto(`${PLAN_PAGE}week-1/`)]);
  await one.locator('.task-box').nth(1).check();
  await expect(two.locator('.task-box').nth(1)).toBeChecked();
  await expect(two.locator('.progress-words').first()).toHaveText('1 of 4 done, 1 h of 7 h');
  await expect(two.locator(`.sidebar-content a[data-total][href$="/${DAY}/"]`)).toHaveAttribute('data-state', 'some');
  await expect(week.locator(`main [data-progress="${DAY}"] .progress-words`)).toHaveText('1 of 4 done, 1 h of 7 h');
  await two.locator('.task-box').nth(1).uncheck();
  await expect(one.locator('.task-box').nth(1)).not.toBeChecked();
  await expect(week.locator(`main [data-progress="${DAY}"] .progress-words`)).toHaveText('0 of 4 done, 0 h of 7 h');
});

test(`two tabs tick ${EACH} items each at once: none is lost`, async ({ context }) => {
  const pages = [await context.newPage(), await context.newPage()];
  await Promise.all(pages.map((page) => page.goto(DAY_PAGE)));
  await Promise.all(pages.map((page, index) => tickAll(page, madeUpIds('ab'[index] as string, EACH))));
  for (const page of pages) {
    await expect.poll(async () => Object.keys(await marksOf(page)).length).toBe(2 * EACH);
    await page.reload();
    const marks = Object.values(await marksOf(page));
    expect(marks).toHaveLength(2 * EACH);
    expect(marks.every(Boolean)).toBe(true);
  }
});

test('two tabs that contradict each other end with the same', async ({ context }) => {
  const pages = [await context.newPage(), await context.newPage()];
  await Promise.all(pages.map((page) => page.goto(DAY_PAGE)));
  const ids = madeUpIds('c', 200);
  await Promise.all([tickAll(pages[0] as Page, ids), tickAll(pages[1] as Page, [...ids].reverse(), { done: false })]);
  const [one, two] = pages as [Page, Page];
  await expect.poll(async () => JSON.stringify(await marksOf(one))).toBe(JSON.stringify(await storedMarks(one)));
  await expect.poll(async () => JSON.stringify(await marksOf(two))).toBe(JSON.stringify(await storedMarks(two)));
  expect(Object.keys(await storedMarks(one))).toHaveLength(ids.length);
});

test('a tab that is closed in the middle loses nothing that it had ticked', async ({ context }) => {
  const [closed, stays] = [await context.newPage(), await context.newPage()];
  await Promise.all([closed.goto(DAY_PAGE), stays.goto(DAY_PAGE)]);
  let ticked = 0;
  const half = new Promise<void>((resolve) => {
    closed.on('console', (message) => {
      ticked = Number(/^ticked (\d+)$/.exec(message.text())?.[1] ?? ticked);
      if (ticked >= EACH / 2) resolve();
    });
  });
  const work = Promise.all([
    tickAll(closed, madeUpIds('a', EACH)).catch(() => 'closed'),
    tickAll(stays, madeUpIds('b', EACH)),
  ]);
  await half;
  await closed.close();
  expect((await work)[0]).toBe('closed');
  await stays.reload();
  const ids = Object.keys(await marksOf(stays));
  expect(ids.filter((id) => id.startsWith('b'))).toHaveLength(EACH);
  const saved = ids.filter((id) => id.startsWith('a'));
  expect(saved.length).toBeGreaterThanOrEqual(ticked);
  expect(saved.length).toBeLessThan(EACH);
});

test('a tab that clears everything clears it in the other one', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await Promise.all([one.goto(DAY_PAGE), two.goto(DAY_PAGE)]);
  await one.locator('.task-box').first().check();
  await expect(two.locator('.task-box').first()).toBeChecked();
  await one.evaluate(() => localStorage.clear());
  await expect(two.locator('.task-box').first()).not.toBeChecked();
  await expect(two.locator('.progress-words').first()).toHaveText('0 of 4 done, 0 h of 7 h');
});
