/** A link, or its QR code, carries the ticks of a plan to another browser, and nothing else comes or goes. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Mark } from '../../src/progress/mark.ts';
import type { IndexItem } from '../../src/roadmap/plan-index.ts';
import { complaintsOf, DAY_PAGE, ITEMS, indexOf, KEYS, keep, kept, olderPlan, PLAN } from '../support/progress.ts';
import { startRecordingProxy } from '../support/recording-proxy.ts';
import {
  DAMAGED,
  dialog,
  entriesOf,
  expectNoLinkLeft,
  inProgress,
  lines,
  linkOf,
  makeLink,
  merge,
  PROGRESS,
  progressIn,
  says,
  status,
  TITLE,
} from '../support/transfer.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 2, 4, 12);

/** The stored marks of the plan by item id. A link knows when they were made to the minute. */
async function marksIn(page: Page): Promise<Record<string, Mark>> {
  const marks = Object.entries(await kept(page)).filter(([key]) => key.startsWith(KEYS.marksOf(PLAN)));
  return Object.fromEntries(
    marks.map(([key, value]) => {
      const { v, ...mark } = JSON.parse(value);
      return [key.slice(-10), { ...mark, at: mark.at - (mark.at % MINUTE) }];
    }),
  );
}

async function newPage(browser: Browser, options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

test('another browser profile gets the same marks, and no server hears of them', async ({ page, browser, baseURL }) => {
  const proxy = await startRecordingProxy();
  const site = new URL(String(baseURL)).origin;
  const sender = await newPage(browser, { baseURL: site, proxy });
  const receiver = await newPage(browser, { baseURL: site, proxy });
  const complaints = [complaintsOf(sender), complaintsOf(receiver)];
  const marked = await inProgress(page, 90);
  await keep(sender, entriesOf(marked));
  const link = await makeLink(sender);
  const code = link.slice(`${site}${PROGRESS}#t=`.length);
  expect(code).toMatch(/^[\w-]{100,}$/);
  const done = marked.filter(([, mark]) => mark.done).length;
  await expect(status(sender)).toHaveText(`The link and its QR code are ready. It carries ${done} ticks.`);

  await receiver.goto(link);
  await expect(says(receiver)).toHaveText(`${TITLE}: ${done} ticks.`);
  // What was unticked there is open here as well.
  await expect(lines(receiver)).toHaveText([`${done} are new on this device.`, `${90 - done} are the same in both.`]);
  expect(await marksIn(receiver)).toEqual({});
  await merge(receiver).click();
  await expect(says(receiver)).toHaveText(`Merged. ${TITLE}: ${done} of 148 done on this device now.`);
  await expect(dialog(receiver).getByRole('button', { name: 'Close' })).toBeFocused();
  expect(Object.keys(await marksIn(receiver))).toHaveLength(90);
  expect(await marksIn(receiver)).toEqual(await marksIn(sender));
  await receiver.keyboard.press('Enter');
  await expect(dialog(receiver)).toBeHidden();
  await expect(receiver.locator(`[data-plan-card="${PLAN}"] [data-part="words"]`)).toHaveText(`${done} of 148 done`);
  await expectNoLinkLeft(receiver);
  await receiver.goto(DAY_PAGE);
  for (const index of [0, 1, 2, 3])
    await expect(receiver.locator('.task-box').nth(index)).toBeChecked({ checked: index !== 3 });

  const { sent } = proxy;
  expect(sent.map(({ url }) => url)).toEqual(expect.arrayContaining([`${site}${PROGRESS}`]));
  expect(sent.filter(({ url }) => !url.startsWith(`${site}/`))).toEqual([]);
  // Nothing but the version of a plan's items is asked with.
  const plain = sent.map(({ url, ...rest }) => ({ ...rest, url: url.replace(/(?<=\.json)\?v=[0-9a-f]{12}$/, '') }));
  expect(plain.filter(({ method, url, body }) => method !== 'GET' || /[?#]/.test(url) || body !== '')).toEqual([]);
  expect(JSON.stringify(sent)).not.toContain(code.slice(0, 12));
  expect(complaints).toEqual([[], []]);
  await Promise.all([sender.context().close(), receiver.context().close()]);
  proxy.close();
});

test('of two marks the newer one counts, and the preview says so before', async ({ page }) => {
  const { items } = await indexOf(page);
  const [fresh, newer, older, same, untouched] = items as [IndexItem, IndexItem, IndexItem, IndexItem, IndexItem];
  await keep(
    page,
    entriesOf([
      [newer, { done: false, at: NOON }],
      [older, { done: false, at: NOON + 2 * MINUTE }],
      [same, { done: true, at: NOON }],
      [untouched, { done: true, at: NOON }],
    ]),
  );
  const link = await linkOf([fresh, newer, older, same].map((item) => [item, { at: NOON + MINUTE }]));
  await page.goto(link);
  await expect(says(page)).toHaveText(`${TITLE}: 4 ticks.`);
  await expect(lines(page)).toHaveText([
    '1 is new on this device.',
    '1 is newer in the link and replaces what is here.',
    '1 is newer on this device and stays as it is.',
    '1 is the same in both.',
  ]);
  await merge(page).click();
  await expect(says(page)).toHaveText(`Merged. ${TITLE}: 4 of 148 done on this device now.`);
  const marks = await marksIn(page);
  expect(items.slice(0, 5).map(({ id }) => marks[id]?.done)).toEqual([true, true, false, true, true]);
  expect(marks[older.id]?.at).toBe(NOON + 2 * MINUTE);
  expect(marks[untouched.id]?.at).toBe(NOON);
  await dialog(page).getByRole('button', { name: 'Close' }).click();

  // The same link once more.
  const before = await kept(page);
  await page.goto('/');
  await page.goto(link);
  await expect(says(page)).toHaveText(`${TITLE}: 4 ticks. Nothing on this device would change.`);
  await expect(merge(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  expect(await kept(page)).toEqual(before);
});

test('a reader who leaves a link where it is keeps what she has', async ({ page }) => {
  const { items } = await indexOf(page);
  const link = await linkOf(items.slice(0, 9).map((item) => [item, {}]));
  for (const leave of ['Leave it', 'Escape'] as const) {
    await page.goto(link);
    await expect(lines(page)).toHaveText(['9 are new on this device.']);
    if (leave === 'Escape') await page.keyboard.press('Escape');
    else await dialog(page).getByRole('button', { name: leave }).click();
    await expect(dialog(page)).toBeHidden();
    expect(await progressIn(page)).toEqual({});
    await expectNoLinkLeft(page);
    await page.reload();
    await expect(page.getByText('There is nothing to move yet.')).toBeVisible();
    await expect(dialog(page)).toBeHidden();
    await page.goto('/');
  }
});

test('a link made of another version of the plan brings what is still there, and says what is not', async ({
  page,
}) => {
  const { items } = await indexOf(page);
  const [first, second] = items as [IndexItem, IndexItem];
  const gone = { ...first, id: 'z000000000' };
  const link = await linkOf([
    [first, {}],
    [gone, {}],
    [second, {}],
  ]);
  await page.goto(link);
  await expect(says(page)).toHaveText(`${TITLE}: 2 ticks.`);
  await expect(lines(page)).toHaveText([
    '2 are new on this device.',
    '1 has no task in the plan as it is here and is left out.',
  ]);
  await merge(page).click();
  await expect(says(page)).toContainText('2 of 148 done');
  expect(Object.keys(await marksIn(page)).sort()).toEqual([first.id, second.id].sort());
});

test('a link that arrives while another one is shown takes its place, and neither comes back', async ({ page }) => {
  const { items } = await indexOf(page);
  await page.goto(await linkOf(items.slice(0, 3).map((item) => [item, {}])));
  await expect(says(page)).toHaveText(`${TITLE}: 3 ticks.`);
  await page.goto(await linkOf(items.slice(0, 5).map((item) => [item, {}])));
  await expect(says(page)).toHaveText(`${TITLE}: 5 ticks.`);
  await page.evaluate(() => {
    location.hash = '#t=nonsense';
  });
  await expect(says(page)).toHaveText(DAMAGED);
  await expect(lines(page)).toHaveCount(0);
  await expect(merge(page)).toBeHidden();
  // The button that had the keyboard is gone; another one has it.
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expectNoLinkLeft(page);
  expect(await progressIn(page)).toEqual({});
});

test('of two links in a row the second one is shown, however slowly the first one loads', async ({ page }) => {
  const { items } = await indexOf(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(ITEMS, async (route) => {
    await held;
    await route.continue();
  });
  await page.addInitScript(() => {
    const shown: string[] = [];
    Object.assign(window, { shown });
    new MutationObserver((records) => {
      for (const { target } of records)
        if (target instanceof HTMLElement && target.dataset['part'] === 'says') shown.push(target.textContent ?? '');
    }).observe(document, { childList: true, subtree: true });
  });
  const waits = page.waitForRequest(ITEMS);
  await page.goto(await linkOf(items.slice(0, 3).map((item) => [item, {}])));
  await waits;
  await page.goto(`${PROGRESS}#t=nonsense`);
  await expect(page).toHaveURL(/\/progress\/$/);
  release();
  await expect.poll(() => page.evaluate('window.shown')).toEqual([`${TITLE}: 3 ticks.`, DAMAGED]);
});

test('a browser that keeps nothing says so when it takes over a link', async ({ page }) => {
  const { items } = await indexOf(page);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await page.goto(await linkOf(items.slice(0, 3).map((item) => [item, {}])));
  await merge(page).click();
  await expect(says(page)).toHaveText(
    /^Merged\. .*: 3 of 148 done .* This browser does not keep it: it is forgotten when/,
  );
});

test('own ticks of items that were reworded since are found before they are compared', async ({ page }) => {
  const { items } = await indexOf(page);
  const item = items.find(({ text }) => text.startsWith('Whiteboard the high-level architecture of an'));
  if (!item) throw new Error('no such item');
  const old = { ...item, id: 'z000000000', text: 'Draw the high-level architecture of an e-commerce site' };
  await keep(page, {
    ...entriesOf([[old, { at: NOON }]]),
    [KEYS.plan(PLAN)]: olderPlan(items.map((each) => (each === item ? old : each))),
  });
  // The plan's card on the page finds them as well, but nothing says that it is the first.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(
    ITEMS,
    async (route) => {
      await held;
      await route.continue();
    },
    { times: 1 },
  );
  await page.goto(await linkOf([[item, { at: NOON + MINUTE }]]));
  await expect(says(page)).toHaveText(`${TITLE}: 1 tick. Nothing on this device would change.`);
  release();
  await expect(lines(page)).toHaveText(['1 is the same in both.']);
  expect(Object.keys(await marksIn(page))).toEqual([item.id]);
});
