/** A reader examines herself, again and again, and the gate tells her whether to go on. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { ATTEMPTS, type Attempt } from '../../src/progress/quiz-attempts.ts';
import { complaintsOf, indexOf, KEYS, keep, kept, storedMark } from '../support/progress.ts';

const YEAR = 'senior-go-1-year';
const QUARTER = 'quarter-1';
const PAGE = `/plans/${YEAR}/${QUARTER}/`;
const KEY = KEYS.quiz(YEAR, QUARTER);
const EVENING = '2026-03-04T21:00:00+05:00';
const NEXT_DAY = '2026-03-05T07:30:00+05:00';

test.use({ locale: 'en-GB', timezoneId: 'Asia/Karachi' });

const quiz = (page: Page) => page.getByRole('region', { name: 'Quiz' });
const boxes = (page: Page) => quiz(page).getByRole('checkbox');
const score = (page: Page) => quiz(page).getByRole('status');
const history = (page: Page) => quiz(page).locator('.history').getByRole('listitem');
const press = (page: Page, name: string) => quiz(page).getByRole('button', { name, exact: true }).click();
const light = (page: Page) => page.locator('daymark-gate').getByRole('status');

/** The names of the buttons that the quiz offers. */
const offers = (page: Page) => quiz(page).locator('button:visible');

/** Ticks these questions, by their place, and unticks the other ones that are asked. */
async function answer(page: Page, right: readonly number[]): Promise<void> {
  for (const [index, box] of (await boxes(page).all()).entries()) await box.setChecked(right.includes(index));
}

async function attemptsIn(page: Page): Promise<readonly Attempt[]> {
  const read = ATTEMPTS.read((await kept(page))[KEY] ?? '');
  return 'value' in read ? read.value : [];
}

async function ticks(page: Page): Promise<number[]> {
  const checked = await boxes(page).evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked));
  return checked.flatMap((is, index) => (is ? [index] : []));
}

test('an attempt is finished, and its result is there after a reload', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.clock.setFixedTime(EVENING);
  await page.goto(PAGE);
  await expect(score(page)).toHaveText('0 of 10, 8 to pass.');
  await expect(offers(page)).toHaveText(['Finish this attempt']);
  await answer(page, [0, 1, 2, 3, 4, 5]);
  await expect(score(page)).toHaveText('6 of 10, 8 to pass.');
  await press(page, 'Finish this attempt');
  for (const again of [false, true]) {
    if (again) await page.reload();
    await expect(score(page)).toHaveText('Not passed yet: 6 of 10, 8 to pass.');
    await expect(history(page)).toHaveText(['4 March 2026 at 21:00 6 of 10, not passed']);
    await expect(offers(page)).toHaveText(['Only the ones I missed', 'Take it again']);
    expect(await ticks(page)).toEqual([0, 1, 2, 3, 4, 5]);
  }
  const { items } = await indexOf(page, YEAR);
  const asked = items.filter(({ unit, kind }) => unit === QUARTER && kind === 'quiz').map(({ id }) => id);
  expect(await attemptsIn(page)).toEqual([{ at: Date.parse(EVENING), asked, right: asked.slice(0, 6) }]);
  expect(complaints).toEqual([]);
});

test('only the missed ones are asked again, and what was right before still counts', async ({ page }) => {
  await page.goto(PAGE);
  await answer(page, [0, 1, 2, 3, 4, 5]);
  await press(page, 'Finish this attempt');
  await press(page, 'Only the ones I missed');
  await expect(boxes(page)).toHaveCount(4);
  await expect(quiz(page).getByText('Explain fan-out and fan-in')).toBeHidden();
  await expect(score(page)).toHaveText('0 of 4 asked again.');
  await expect(offers(page)).toHaveText(['Finish this attempt', 'Leave this attempt']);
  await answer(page, [1, 3]);
  await expect(score(page)).toHaveText('2 of 4 asked again.');
  await press(page, 'Finish this attempt');
  await expect(score(page)).toHaveText('Passed: 2 of 4 asked again, 8 of 10 in all.');
  await expect(boxes(page)).toHaveCount(10);
  expect(await ticks(page)).toEqual([0, 1, 2, 3, 4, 5, 7, 9]);
  await expect(history(page)).toHaveText([/2 of 4 asked again, 8 of 10 in all, passed$/, /6 of 10, not passed$/]);
  await page.reload();
  await expect(score(page)).toHaveText('Passed: 2 of 4 asked again, 8 of 10 in all.');
  expect((await attemptsIn(page)).map(({ asked, right }) => [asked.length, right.length])).toEqual([
    [10, 6],
    [4, 2],
  ]);
});

test('the whole quiz is taken again, with nothing ticked and the history kept', async ({ page }) => {
  await page.goto(PAGE);
  await answer(page, [0, 1, 2, 3, 4, 5, 6, 7]);
  await press(page, 'Finish this attempt');
  await expect(score(page)).toHaveText('Passed: 8 of 10.');
  await press(page, 'Take it again');
  await expect(score(page)).toHaveText('0 of 10, 8 to pass.');
  expect(await ticks(page)).toEqual([]);
  await expect(history(page)).toHaveCount(1);
  await answer(page, [8, 9]);
  await press(page, 'Finish this attempt');
  await expect(score(page)).toHaveText('Not passed yet: 2 of 10, 8 to pass.');
  await expect(history(page)).toHaveText([/2 of 10, not passed$/, /8 of 10, passed$/]);
  expect(await attemptsIn(page)).toHaveLength(2);
});

for (const reload of [false, true]) {
  test(`an attempt that is left gives the ticks back${reload ? ', after a reload too' : ''}`, async ({ page }) => {
    await page.goto(PAGE);
    await answer(page, [0, 2, 4]);
    await press(page, 'Finish this attempt');
    await press(page, 'Take it again');
    await answer(page, [1, 2]);
    if (reload) await page.reload();
    await expect(score(page)).toHaveText('2 of 10, 8 to pass.');
    await press(page, 'Leave this attempt');
    await expect(score(page)).toHaveText('Not passed yet: 3 of 10, 8 to pass.');
    expect(await ticks(page)).toEqual([0, 2, 4]);
    await expect(offers(page)).toHaveText(['Only the ones I missed', 'Take it again']);
    expect(await attemptsIn(page)).toHaveLength(1);
  });
}

test('what was missed is offered again on another day, and not before', async ({ page }) => {
  const how = quiz(page).getByText('You are the examiner');
  const offer = quiz(page).getByText('3 questions you missed on 4 March:');
  await page.clock.setFixedTime(EVENING);
  await page.goto(PAGE);
  await answer(page, [0, 1, 2, 3, 4, 5, 6]);
  await press(page, 'Finish this attempt');
  await page.clock.setFixedTime('2026-03-04T23:59:00+05:00');
  await page.reload();
  await expect(score(page)).toHaveText('Not passed yet: 7 of 10, 8 to pass.');
  await expect(how).toBeVisible();
  await expect(offer).toBeHidden();
  await page.clock.setFixedTime(NEXT_DAY);
  await page.reload();
  await expect(offer).toBeVisible();
  await expect(how).toBeHidden();
  await press(page, 'Ask them again');
  await expect(boxes(page)).toHaveCount(3);
  await expect(boxes(page).first()).toBeFocused();
  await expect(offer).toBeHidden();
  await answer(page, [0, 1]);
  await press(page, 'Finish this attempt');
  await expect(score(page)).toHaveText('Passed: 2 of 3 asked again, 9 of 10 in all.');
  await expect(history(page).first()).toHaveText('5 March 2026 at 07:30 2 of 3 asked again, 9 of 10 in all, passed');
  await page.clock.setFixedTime('2027-01-01T08:00:00+05:00');
  await page.reload();
  await expect(quiz(page).getByText('1 question you missed on 5 March 2026:')).toBeVisible();
  await boxes(page).nth(9).check();
  // Ticked since, so there is nothing left to ask.
  await expect(how).toBeVisible();
});

test('a second tab sees an attempt as soon as it is finished, and both keep what each has finished', async ({
  context,
}) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await Promise.all([one.goto(PAGE), two.goto(PAGE)]);
  await answer(one, [0, 1]);
  await press(one, 'Finish this attempt');
  await expect(score(two)).toHaveText('Not passed yet: 2 of 10, 8 to pass.');
  await expect(history(two)).toHaveText([/2 of 10, not passed$/]);
  await press(two, 'Only the ones I missed');
  await answer(two, [0]);
  await press(two, 'Finish this attempt');
  await expect(score(one)).toHaveText('Not passed yet: 1 of 8 asked again, 3 of 10 in all, 8 to pass.');
  await expect(history(one)).toHaveCount(2);
  expect(await ticks(one)).toEqual([0, 1, 2]);
  expect(await attemptsIn(one)).toHaveLength(2);
});

test('a quiz is taken, and its missed questions again, by keyboard alone', async ({ page }) => {
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 40 && (await focused()) !== name; presses++) await page.keyboard.press('Tab');
    expect(await focused()).toBe(name);
  };
  await page.goto(PAGE);
  await boxes(page).first().focus();
  await page.keyboard.press('Space');
  await expect(score(page)).toHaveText('1 of 10, 8 to pass.');
  await tabTo('Finish this attempt');
  await page.keyboard.press('Enter');
  // That button is gone; the keyboard is on the next one.
  await expect(quiz(page).getByRole('button', { name: 'Only the ones I missed' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(boxes(page)).toHaveCount(9);
  await expect(boxes(page).first()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(score(page)).toHaveText('1 of 9 asked again.');
  await tabTo('Leave this attempt');
  await page.keyboard.press('Space');
  await expect(score(page)).toHaveText('Not passed yet: 1 of 10, 8 to pass.');
  await expect(quiz(page).getByRole('button', { name: 'Only the ones I missed' })).toBeFocused();
});

test('score and light are read out once for each thing the reader does', async ({ page }) => {
  const { items } = await indexOf(page, YEAR);
  const inQuarter = items.filter(({ unit }) => unit.startsWith(`${QUARTER}/`));
  const enough = [
    ...inQuarter.filter(({ kind }) => kind === 'topic').slice(0, 24),
    ...inQuarter.filter(({ kind }) => kind === 'project').slice(0, 2),
  ];
  await keep(page, Object.fromEntries(enough.map((item) => [KEYS.mark(YEAR, item.id), storedMark(item)])));
  await page.goto(PAGE);
  await answer(page, [0, 1, 2, 3, 4, 5, 6, 7]);
  await expect(light(page)).toHaveText('Green: go on');
  const heard = await page.evaluateHandle(() => {
    const said: string[] = [];
    // Each change is announced, however soon the next one follows.
    for (const region of document.querySelectorAll('daymark-quiz [role="status"], daymark-gate [role="status"]'))
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) said.push(node.textContent ?? '');
      }).observe(region, { childList: true, subtree: true });
    return said;
  });
  const expected: string[] = [];
  const hears = async (...words: string[]) => {
    expected.push(...words);
    await expect.poll(() => heard.jsonValue()).toEqual(expected);
  };
  await press(page, 'Finish this attempt');
  await hears('Passed: 8 of 10.');
  await press(page, 'Take it again');
  await hears('0 of 10, 8 to pass.', 'Red: stay');
  await press(page, 'Leave this attempt');
  await hears('Passed: 8 of 10.', 'Green: go on');
  await boxes(page).first().uncheck();
  await hears('7 of 10, 8 to pass.', 'Yellow: practice more');
});

test('attempts that cannot be read are set aside, and those of a newer version are left alone', async ({ page }) => {
  const notice = page.locator('[data-trouble]');
  await keep(page, { [KEY]: '{"v":1,"attempts":[{"at":"yesterday"}]}' });
  await page.goto(PAGE);
  await expect(score(page)).toHaveText('0 of 10, 8 to pass.');
  const aside = Object.entries(await kept(page)).filter(([key]) => key.startsWith(`${KEYS.prefix}aside:`));
  expect(aside.map(([, value]) => JSON.parse(value))).toEqual([
    { key: KEY, value: '{"v":1,"attempts":[{"at":"yesterday"}]}' },
  ]);
  await answer(page, [0]);
  await press(page, 'Finish this attempt');
  expect(await attemptsIn(page)).toHaveLength(1);
  await expect(notice).toBeHidden();

  const newer = '{"v":2,"tries":{}}';
  await keep(page, { [KEY]: newer });
  await page.goto(PAGE);
  await press(page, 'Finish this attempt');
  await expect(score(page)).toHaveText('Not passed yet: 1 of 10, 8 to pass.');
  await expect(notice).toContainText('A newer version of this site has kept progress here');
  expect((await kept(page))[KEY]).toBe(newer);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1440]) {
    test(`axe finds nothing in an attempt, and with a history: ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.clock.setFixedTime(EVENING);
      await page.goto(PAGE);
      // The rest of the page is looked at in `accessibility.spec.ts`.
      const axe = new AxeBuilder({ page }).include('.quiz');
      await answer(page, [0, 1, 2, 3, 4, 5, 6]);
      await press(page, 'Finish this attempt');
      await page.clock.setFixedTime(NEXT_DAY);
      await page.reload();
      await expect(quiz(page).getByRole('button', { name: 'Ask them again' })).toBeVisible();
      const offered = await axe.analyze();
      await press(page, 'Ask them again');
      await boxes(page).first().check();
      const asked = await axe.analyze();
      await press(page, 'Finish this attempt');
      await expect(history(page)).toHaveCount(2);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const finished = await axe.analyze();
      const violations = [offered, asked, finished].flatMap((result) => result.violations);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    });
  }
}
