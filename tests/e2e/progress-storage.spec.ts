/** Storage that is full, forbidden, broken, or newer than the page: the reader goes on, is told, and loses nothing. */
import { expect, type Page, test } from '@playwright/test';
import { BUILDS } from '../support/builds.ts';
import {
  complaintsOf,
  DAY_PAGE,
  fillStorage,
  indexOf,
  KEYS,
  keep,
  kept,
  PLAN,
  PLAN_PAGE,
  storedMark,
} from '../support/progress.ts';

const boxes = (page: Page) => page.locator('.task-box');
const words = (page: Page) => page.locator('.progress-words').first();
const notice = (page: Page) => page.locator('[data-trouble]');
/** Key of something on the same origin that is none of Daymark's business. */
const FILLER = 'filler';

/** The items of the day, which has four. */
async function itemsOfDay(page: Page) {
  const { items } = await indexOf(page);
  return items.slice(0, 4);
}

test('full: ticks show, the reader is told once, and what was kept before is safe', async ({ page }) => {
  const complaints = complaintsOf(page);
  const [first] = await itemsOfDay(page);
  if (!first) throw new Error('no items');
  const mark = storedMark(first);
  await keep(page, { [KEYS.mark(PLAN, first.id)]: mark });
  await page.goto(DAY_PAGE);
  await expect.poll(async () => Object.keys(await kept(page))).toContain(KEYS.plan(PLAN));
  await fillStorage(page, FILLER);
  await page.reload();
  await expect(boxes(page).first()).toBeChecked();
  await expect(notice(page)).toBeHidden();
  await boxes(page).nth(1).check();
  await expect(notice(page)).toContainText("This browser's storage is full");
  await expect(words(page)).toHaveText('2 of 4 done, 3 h of 7 h');
  await boxes(page).nth(2).check();
  await expect(words(page)).toHaveText('3 of 4 done, 5 h of 7 h');
  await page.reload();
  await expect(words(page)).toHaveText('1 of 4 done, 2 h of 7 h');
  expect((await kept(page))[KEYS.mark(PLAN, first.id)]).toBe(mark);
  // As soon as there is room, all that was ticked is kept.
  await boxes(page).nth(2).check();
  await expect(notice(page)).toBeVisible();
  await page.evaluate((key) => localStorage.removeItem(key), FILLER);
  await boxes(page).nth(1).check();
  await expect(notice(page)).toBeHidden();
  await page.reload();
  await expect(words(page)).toHaveText('3 of 4 done, 5 h of 7 h');
  await expect(notice(page)).toBeHidden();
  expect(complaints).toEqual([]);
});

test('full: a value that cannot be read is not written over when there is no room to set it aside', async ({
  page,
}) => {
  const [first] = await itemsOfDay(page);
  const key = KEYS.mark(PLAN, first?.id ?? '');
  await keep(page, { [key]: 'not a mark' });
  await fillStorage(page, FILLER);
  await page.goto(DAY_PAGE);
  await expect(notice(page)).toContainText('full');
  await boxes(page).first().check();
  await expect(words(page)).toHaveText('1 of 4 done, 2 h of 7 h');
  expect((await kept(page))[key]).toBe('not a mark');
});

for (const [name, forbid] of [
  [
    'asking for it throws',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      }),
  ],
  ['there is none', () => Object.defineProperty(window, 'localStorage', { value: null })],
] as const) {
  test(`forbidden, ${name}: the page works in memory and says so`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await page.addInitScript(forbid);
    await page.goto(DAY_PAGE);
    await expect(notice(page)).toContainText('This browser keeps nothing for this site');
    await expect(notice(page).getByRole('status')).toBeVisible();
    await boxes(page).first().check();
    await expect(words(page)).toHaveText('1 of 4 done, 2 h of 7 h');
    await page.getByRole('button', { name: 'Mark day 1 as done' }).click();
    await expect(words(page)).toHaveText('4 of 4 done, 7 h of 7 h');
    await page.goto(PLAN_PAGE);
    await expect(words(page)).toHaveText(/^0 of 148 done/);
    // Starlight's own script for the theme stumbles, and only over its own feet.
    const starlights = /Access is denied|StarlightThemeProvider|reading 'getItem'/;
    expect(complaints.filter((text) => !starlights.test(text))).toEqual([]);
  });
}

test('forbidden by the browser itself: in a document without an origin', async ({ page }) => {
  // What `sandbox` does to a page is what "block all cookies" does: the browser refuses.
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers: Record<string, string> = { ...response.headers(), 'access-control-allow-origin': '*' };
    if (route.request().resourceType() === 'document') headers['content-security-policy'] = 'sandbox allow-scripts';
    await route.fulfill({ response, headers });
  });
  await page.goto(DAY_PAGE);
  expect(await page.evaluate(() => origin)).toBe('null');
  await expect(notice(page)).toContainText('This browser keeps nothing for this site');
  await boxes(page).first().check();
  await expect(words(page)).toHaveText('1 of 4 done, 2 h of 7 h');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('garbage is shown as nothing, set aside whole, and what is sound beside it counts', async ({ page }) => {
  const complaints = complaintsOf(page);
  const items = await itemsOfDay(page);
  const [a, b, c, d] = items.map(({ id }) => KEYS.mark(PLAN, id));
  const sound = items[3];
  if (!a || !b || !c || !d || !sound) throw new Error('the day has four items');
  const garbage = { [a]: '{"v":1,"done":tru', [b]: '{"v":1}', [c]: '{"v":1,"done":"yes","unit":7,"minutes":"2"}' };
  await keep(page, { ...garbage, [d]: storedMark(sound) });
  await page.goto(DAY_PAGE);
  await expect(words(page)).toHaveText('1 of 4 done, 2 h of 7 h');
  await expect(page.locator('.task-box:checked')).toHaveCount(1);
  await boxes(page).first().check();
  await expect(words(page)).toHaveText('2 of 4 done, 4 h of 7 h');
  const entries = await kept(page);
  const aside = Object.entries(entries)
    .filter(([key]) => key.startsWith(`${KEYS.prefix}aside:`))
    .map(([, value]) => JSON.parse(value));
  for (const [key, value] of Object.entries(garbage)) expect(aside).toContainEqual({ key, value });
  expect(entries[b]).toBeUndefined();
  await page.reload();
  await expect(words(page)).toHaveText('2 of 4 done, 4 h of 7 h');
  expect(complaints).toEqual([]);
});

test('garbage where the plan was remembered costs no tick', async ({ page }) => {
  const complaints = complaintsOf(page);
  const [first] = await itemsOfDay(page);
  if (!first) throw new Error('no items');
  for (const garbage of ['{', 'null', '{"v":1,"version":"x","items":[[1,2,3]]}', '{"v":1,"version":"x","items":{}}']) {
    await keep(page, { [KEYS.mark(PLAN, first.id)]: storedMark(first), [KEYS.plan(PLAN)]: garbage });
    await page.goto(DAY_PAGE);
    await expect(words(page)).toHaveText('1 of 4 done, 2 h of 7 h');
    await expect.poll(async () => (await kept(page))[KEYS.plan(PLAN)]).not.toBe(garbage);
  }
  expect(complaints).toEqual([]);
});

test('what a newer build wrote is left alone, and the reader is told', async ({ page }) => {
  const complaints = complaintsOf(page);
  const [first, second] = await itemsOfDay(page);
  if (!first || !second) throw new Error('no items');
  const newer = { [KEYS.mark(PLAN, first.id)]: '{"v":99}', [KEYS.plan(PLAN)]: '{"v":99,"anything":true}' };
  await keep(page, newer);
  await page.goto(DAY_PAGE);
  await expect(notice(page)).toContainText('A newer version of this site');
  await expect(words(page)).toHaveText('0 of 4 done, 0 h of 7 h');
  await boxes(page).first().check();
  await boxes(page).nth(1).check();
  await expect(words(page)).toHaveText('2 of 4 done, 3 h of 7 h');
  await page.reload();
  await expect(words(page)).toHaveText('1 of 4 done, 1 h of 7 h');
  await page.waitForLoadState('networkidle');
  expect(await kept(page)).toMatchObject(newer);
  expect(Object.keys(await kept(page)).filter((key) => key.includes('aside'))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('keys that mean something to JavaScript mean nothing here', async ({ page }) => {
  const complaints = complaintsOf(page);
  const [first, second] = await itemsOfDay(page);
  if (!first || !second) throw new Error('no items');
  const value = storedMark(first, { minutes: 600 });
  const strange = Object.fromEntries(
    ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].flatMap((name) => [
      [KEYS.mark(PLAN, name), value],
      [`${KEYS.prefix}${name}`, value],
    ]),
  );
  await keep(page, {
    ...strange,
    [KEYS.mark(PLAN, second.id)]: storedMark({ ...second, text: '__proto__' }).replace(
      '{',
      '{"__proto__":{"done":true},',
    ),
  });
  await page.goto(DAY_PAGE);
  await expect(words(page)).toHaveText('1 of 4 done, 1 h of 7 h');
  await expect(page.locator('.task-box:checked')).toHaveCount(1);
  await boxes(page).nth(2).check();
  await expect(words(page)).toHaveText('2 of 4 done, 3 h of 7 h');
  await page.goto(PLAN_PAGE);
  await expect(words(page)).toHaveText(/^2 of 148 done, 3 h of/);
  expect(await page.evaluate(() => ({}) as Record<string, unknown>)).toEqual({});
  expect(complaints).toEqual([]);
});

test('two sites on one origin do not share', async ({ page }) => {
  const [first] = await itemsOfDay(page);
  if (!first) throw new Error('no items');
  await page.goto(DAY_PAGE);
  await boxes(page).first().check();
  const based = BUILDS[1].base;
  // Served from one origin, as two forks on `name.github.io` are.
  await page.route(`**${based}**`, async (route) => {
    const url = new URL(route.request().url());
    const response = await route.fetch({ url: `http://localhost:${BUILDS[1].port}${url.pathname}` });
    await route.fulfill({ response });
  });
  await page.goto(`${based}${DAY_PAGE.slice(1)}`);
  await expect(words(page)).toHaveText('0 of 4 done, 0 h of 7 h');
  await boxes(page).nth(1).check();
  await expect(words(page)).toHaveText('1 of 4 done, 1 h of 7 h');
  await page.goto(DAY_PAGE);
  await expect(words(page)).toHaveText('1 of 4 done, 2 h of 7 h');
  await expect(boxes(page).nth(1)).not.toBeChecked();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
