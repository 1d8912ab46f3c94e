/** A reader ticks, and sees it: on this page, on those above it, and after a reload. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  complaintsOf,
  DAY,
  DAY_PAGE,
  indexOf,
  KEYS,
  keep,
  PLAN,
  PLAN_PAGE,
  storedMark,
  watchFrames,
} from '../support/progress.ts';

const boxes = (page: Page) => page.getByRole('main').getByRole('checkbox');
const words = (page: Page) => page.locator('.progress-words').first();
/** What is done of a unit, in the table or on the card that names it. */
const wordsOf = (page: Page, unit: string) => page.locator(`main [data-progress="${unit}"] .progress-words`).last();
const ring = (page: Page, unit: string) => page.locator(`.sidebar-content a[data-total][href$="/${unit}/"]`);
const markDay = (page: Page) => page.getByRole('button', { name: 'Mark day 1 as done' });

test('the whole label ticks, space ticks, and both are there after a reload', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(DAY_PAGE);
  await page.getByText('Read the first two chapters of').click();
  await expect(boxes(page).nth(0)).toBeChecked();
  await page.locator('.task-time').nth(1).click();
  await expect(boxes(page).nth(1)).toBeChecked();
  await boxes(page).nth(2).focus();
  await page.keyboard.press('Space');
  await expect(boxes(page).nth(2)).toBeChecked();
  await expect(words(page)).toHaveText('3 of 4 done, 5 h of 7 h');
  await page.keyboard.press('Space');
  await page.reload();
  for (const [index, done] of [true, true, false, false].entries())
    await expect(boxes(page).nth(index)).toBeChecked({ checked: done });
  await expect(words(page)).toHaveText('2 of 4 done, 3 h of 7 h');
  expect(complaints).toEqual([]);
});

test('a link inside a label is followed and ticks nothing', async ({ page }) => {
  await page.goto(DAY_PAGE);
  const link = page.locator('.task-label a').first();
  const href = await link.getAttribute('href');
  await page.route(String(href), (route) => route.fulfill({ body: 'a book' }));
  await link.click();
  await page.waitForURL(String(href));
  await page.goto(DAY_PAGE);
  await expect(boxes(page).first()).not.toBeChecked();
});

test('a whole day can be ticked by keyboard alone', async ({ page }) => {
  await page.goto(DAY_PAGE);
  const count = await boxes(page).count();
  const ticked = page.locator('.task-box:checked');
  for (let presses = 0; presses < 150 && (await ticked.count()) < count; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('.task-box'))) {
      // Who cannot see where the focus is cannot use it.
      expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).not.toBe(
        'none',
      );
      await page.keyboard.press('Space');
    }
  }
  await expect(words(page)).toHaveText('4 of 4 done, 7 h of 7 h');
});

test('a day is marked as done at once, and exactly that is taken back', async ({ page }) => {
  await page.goto(DAY_PAGE);
  await boxes(page).nth(1).check();
  const button = page.locator('[data-mark-done]');
  const status = page.locator('.mark-done [role=status]');
  await markDay(page).focus();
  await page.keyboard.press('Enter');
  await expect(words(page)).toHaveText('4 of 4 done, 7 h of 7 h');
  await expect(status).toHaveText('3 ticked.');
  await expect(button).toHaveText('Undo');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(words(page)).toHaveText('1 of 4 done, 1 h of 7 h');
  await expect(boxes(page).nth(1)).toBeChecked();
  await expect(status).toHaveText('Taken back.');
  await expect(markDay(page)).toBeVisible();
});

test('a day on which all is ticked says so, and has nothing to press', async ({ page }) => {
  await page.goto(DAY_PAGE);
  const done = page.getByText('Day 1 is done.');
  await expect(done).toBeHidden();
  for (const box of await boxes(page).all()) await box.check();
  await expect(done).toBeVisible();
  await expect(page.locator('[data-mark-done]')).toBeHidden();
  await page.reload();
  await expect(done).toBeVisible();
  await boxes(page).first().uncheck();
  await expect(done).toBeHidden();
  await expect(markDay(page)).toBeVisible();
});

test('a double click marks the day, and does not take it back', async ({ page }) => {
  await page.goto(DAY_PAGE);
  await markDay(page).dblclick();
  await expect(words(page)).toHaveText('4 of 4 done, 7 h of 7 h');
  await expect(page.locator('[data-mark-done]')).toHaveText('Undo');
});

test('ticks add up in the day, the week, the plan and the sidebar', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(DAY_PAGE);
  await boxes(page).nth(0).check();
  await boxes(page).nth(1).check();
  await expect(words(page)).toHaveText('2 of 4 done, 3 h of 7 h');
  await expect(ring(page, DAY)).toHaveAttribute('data-state', 'some');
  await expect(ring(page, 'week-1')).toHaveAttribute('data-state', 'some');
  await expect(ring(page, 'week-2')).toHaveAttribute('data-state', 'none');
  await markDay(page).click();
  await expect(ring(page, DAY)).toHaveAttribute('data-state', 'all');
  await page.goto(`${PLAN_PAGE}week-1/`);
  await expect(words(page)).toHaveText(/^4 of \d+ done, 7 h of \d+ h$/);
  await expect(wordsOf(page, DAY)).toHaveText('4 of 4 done, 7 h of 7 h');
  await page.goto(PLAN_PAGE);
  await expect(words(page)).toHaveText(/^4 of 148 done, 7 h of \d+ h$/);
  await expect(wordsOf(page, 'week-1')).toHaveText(/^4 of \d+ done/);
  await expect(wordsOf(page, 'week-2')).toHaveText(/^0 of \d+ done/);
  await page.goto('/plans/senior-go-1-year/');
  await expect(words(page)).toHaveText(/^0 of \d+ done/);
});

test('in a year, a tick counts for its weeks, its month, its quarter and the plan', async ({ page }) => {
  const year = '/plans/senior-go-1-year/';
  await page.goto(`${year}quarter-1/month-01/weeks-1-2-concurrency/`);
  await page.locator('.task-box').first().check();
  for (const path of ['quarter-1/month-01/weeks-1-2-concurrency/', 'quarter-1/month-01/', 'quarter-1/', '']) {
    await page.goto(year + path);
    await expect(words(page), path).toHaveText(/^1 of \d+ done/);
  }
  await page.goto(`${year}quarter-1/month-02/`);
  await expect(words(page)).toHaveText(/^0 of \d+ done/);
});

test("the home page shows each plan's own progress", async ({ page }) => {
  await page.goto(DAY_PAGE);
  await boxes(page).first().check();
  await page.goto('/');
  const plans = page.locator('[data-progress][data-plan]');
  await expect(plans.filter({ hasText: /^\s*1 of 148 done/ })).toHaveCount(1);
  await expect(plans.filter({ hasText: /^\s*0 of \d+ done/ })).toHaveCount(4);
});

test('the home page hears at once of what is ticked in another tab', async ({ page, context }) => {
  await page.goto('/');
  const plan = page.locator(`[data-progress][data-plan="${PLAN}"] .progress-words`);
  await expect(plan).toHaveText(/^0 of 148 done/);
  const other = await context.newPage();
  await other.goto(DAY_PAGE);
  await boxes(other).first().check();
  await expect(plan).toHaveText(/^1 of 148 done/);
});

test('the light of a quarter is red with nothing done, and green when all is', async ({ page }) => {
  const year = 'senior-go-1-year';
  const { items } = await indexOf(page, year);
  const quarter = items.filter(({ unit }) => unit === 'quarter-1' || unit.startsWith('quarter-1/'));
  const gate = page.locator('daymark-gate');
  await page.goto(`/plans/${year}/quarter-1/`);
  await expect(gate).toHaveAttribute('data-light', 'red');
  await keep(page, Object.fromEntries(quarter.map((item) => [KEYS.mark(year, item.id), storedMark(item)])));
  await page.goto(`/plans/${year}/quarter-1/`);
  await expect(gate).toHaveAttribute('data-light', 'green');
  await expect(words(page)).toHaveText(new RegExp(`^${quarter.length} of ${quarter.length} done`));
});

for (const path of [DAY_PAGE, `${PLAN_PAGE}week-1/`, PLAN_PAGE]) {
  test(`no frame shows anything but the state that was kept, and nothing moves: ${path}`, async ({ page }) => {
    const { items } = await indexOf(page);
    const ticked = items.slice(0, 10).filter((_, index) => index !== 1);
    await keep(page, Object.fromEntries(ticked.map((item) => [KEYS.mark(PLAN, item.id), storedMark(item)])));
    const frames = await watchFrames(page);
    // So slow that the page is painted in parts.
    const session = await page.context().newCDPSession(page);
    const slow = { offline: false, latency: 40, downloadThroughput: 60_000, uploadThroughput: 60_000 };
    await session.send('Network.emulateNetworkConditions', slow);
    await page.goto(path, { waitUntil: 'networkidle' });
    const { frames: count, shift, shown } = await frames();
    expect(count).toBeGreaterThan(3);
    // One state of each thing.
    const things = shown.map((state) =>
      state.replace(/: (?:ticked|open|none|some|all|undefined)(?:, disabled)?$|: \d.*$/, (said) =>
        /\d/.test(said) ? ': words' : '',
      ),
    );
    expect(
      shown.filter(
        (_, index) => things.indexOf(things[index] as string) !== things.lastIndexOf(things[index] as string),
      ),
    ).toEqual([]);
    expect(shown.filter((state) => /disabled|undefined/.test(state))).toEqual([]);
    expect(shown).toContain(
      `SPAN ${path === DAY_PAGE ? `${DAY}: 3 of 4 done, 6 h of 7 h` : `${path === PLAN_PAGE ? '' : 'week-1'}: some`}`,
    );
    expect(shift).toBeLessThan(0.001);
  });
}

test('going back to a page shows what is true now, not what it looked like', async ({ page, context }) => {
  await page.goto(DAY_PAGE);
  await boxes(page).first().check();
  await page.goto(`${PLAN_PAGE}week-2/`);
  const other = await context.newPage();
  await other.goto(DAY_PAGE);
  await boxes(other).first().uncheck();
  await boxes(other).nth(1).check();
  await page.goBack();
  await expect(boxes(page).first()).not.toBeChecked();
  await expect(boxes(page).nth(1)).toBeChecked();
  await expect(words(page)).toHaveText('1 of 4 done, 1 h of 7 h');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a day half ticked: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(DAY_PAGE);
    await boxes(page).nth(0).check();
    await boxes(page).nth(1).check();
    await expect(words(page)).toHaveText('2 of 4 done, 3 h of 7 h');
    const half = await new AxeBuilder({ page }).analyze();
    await markDay(page).click();
    await expect(words(page)).toHaveText('4 of 4 done, 7 h of 7 h');
    const done = await new AxeBuilder({ page }).analyze();
    const violations = [...half.violations, ...done.violations];
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('lists read well, and nothing shows progress or asks for a click', async ({ page }) => {
    for (const path of [DAY_PAGE, `${PLAN_PAGE}week-1/`, PLAN_PAGE]) {
      await page.goto(path);
      await expect(page.locator('.progress:visible')).toHaveCount(0);
      await expect(page.locator('main button:visible')).toHaveCount(0);
      await expect(page.locator('[data-trouble]')).toBeHidden();
    }
    await page.goto(DAY_PAGE);
    await expect(boxes(page)).toHaveCount(4);
    for (const box of await boxes(page).all()) await expect(box).toBeDisabled();
    await expect(page.getByText('Read the first two chapters of')).toBeVisible();
  });
});
