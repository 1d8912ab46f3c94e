/** A plan goes out as a Markdown checklist, and its ticked lines come back. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { IndexItem } from '../../src/roadmap/plan-index.ts';
import { complaintsOf, DAY_PAGE, indexOf, KEYS, keep, PLAN } from '../support/progress.ts';
import { cardOf, everything, keptByDaymark, marksOf, PROGRESS_PAGE, seenNow, YEAR } from '../support/progress-page.ts';

const TITLE = 'Senior backend engineer in 37 days';
const part = (page: Page) => page.locator('daymark-markdown');
const field = (page: Page) => part(page).getByLabel('Markdown with ticked lines');
const plan = (page: Page) => part(page).getByLabel('Plan');
const file = (page: Page) => part(page).getByLabel('Choose a file');
const said = (page: Page) => part(page).getByRole('status');
const button = (page: Page, name: string) => part(page).getByRole('button', { name, exact: true });
const notTaken = (page: Page) => part(page).locator('.left').getByRole('listitem');

/** Pastes a text and asks for it to be read. */
async function paste(page: Page, text: string, into = TITLE): Promise<void> {
  await plan(page).selectOption({ label: into });
  await field(page).fill(text);
  await button(page, 'See what would change').click();
}

async function exported(page: Page): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await cardOf(page, PLAN).getByRole('button', { name: 'Export as Markdown' }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

const choose = (page: Page, text: string, name = 'plan.md') =>
  file(page).setInputFiles({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) });

/** What is kept without the times at which it was said: a file does not know them. */
async function keptButTimes(page: Page): Promise<Record<string, unknown>> {
  const timeless = Object.entries(await keptByDaymark(page)).map(([key, value]) => [
    key,
    { ...JSON.parse(value), at: 0 },
  ]);
  return Object.fromEntries(timeless);
}

test('out goes a checklist of all tasks in their order, ticked exactly where they are done', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.clock.setFixedTime(new Date(2026, 2, 4, 23, 59));
  const { items } = await indexOf(page);
  const before = await everything(page);
  await keep(page, before);
  await page.goto(PROGRESS_PAGE);
  const { name, text } = await exported(page);
  expect(name).toBe(`${PLAN}-2026-03-04.md`);
  await expect(cardOf(page, PLAN).getByRole('status')).toHaveText(`${name} has 2 ticked tasks.`);
  const lines = text.split('\n');
  expect(lines[0]).toBe(`# ${TITLE}`);
  const tasks = lines.filter((line) => line.startsWith('- '));
  const done = new Set([items[0], items[4]]);
  expect(tasks.map((line) => line.replace(/\\(?=[^\w\s])/g, ''))).toEqual(
    items.map((item) => `- [${done.has(item) ? 'x' : ' '}] ${item.text}`),
  );
  // Nothing in it but headings and tasks.
  expect(lines.filter((line) => !/^(?:#{1,6} \S.*|- \[[x ]\] \S.*|)$/.test(line))).toEqual([]);
  expect(await keptByDaymark(page)).toEqual(before);
  expect(complaints).toEqual([]);
});

test('a file that went out brings the same ticks back into an empty browser', async ({ page }) => {
  const complaints = complaintsOf(page);
  const { items } = await indexOf(page);
  const ticked = items.filter((_, index) => index % 3 === 0);
  await keep(page, { ...(await seenNow(page)), ...marksOf(PLAN, ticked, { at: 0 }) });
  await page.goto(PROGRESS_PAGE);
  const { name, text } = await exported(page);
  const before = await keptButTimes(page);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await choose(page, text, name);
  await expect(said(page)).toHaveText(`${name} is in the field. Check the plan, then look at what would change.`);
  await expect(field(page)).toHaveValue(text);
  // It begins with the plan's title.
  await expect(plan(page)).toHaveValue(PLAN);
  expect(await keptByDaymark(page)).toEqual({});
  await button(page, 'See what would change').click();
  await expect(part(page).getByRole('heading', { name: 'What would change' })).toBeFocused();
  await expect(part(page)).toContainText(`${ticked.length} ticked lines found in the plan.`);
  await expect(part(page)).toContainText(`${TITLE}${ticked.length} new`);
  await button(page, 'Merge').click();
  await expect(said(page)).toHaveText(`Merged: ${ticked.length} ticks added or updated.`);
  await expect(cardOf(page, PLAN).getByText(`${ticked.length} of 148 done`)).toBeVisible();
  await expect(field(page)).toBeFocused();
  await expect.poll(() => keptButTimes(page)).toEqual(before);
  await page.goto(DAY_PAGE);
  for (const [index, done] of [true, false, false, true].entries())
    await expect(page.locator('.task-box').nth(index)).toBeChecked({ checked: done });
  expect(complaints).toEqual([]);
});

test('lines that are no task of the plan are listed with the reason, also after the others were taken', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  // No plan that comes with Daymark says the same twice.
  await page.route('**/api/plans.json', async (route) => {
    const response = await route.fetch();
    const { plans } = await response.json();
    for (const unit of plans.find(({ id }: { id: string }) => id === PLAN).units.slice(4, 6))
      unit.items[0].text = 'Review the week';
    await route.fulfill({ response, json: { plans } });
  });
  const { items } = await indexOf(page);
  const own = { ...(await seenNow(page)), ...(await seenNow(page, YEAR)), ...marksOf(YEAR, []) };
  await keep(page, own);
  await page.goto(PROGRESS_PAGE);
  const first = items[0] as IndexItem;
  await paste(
    page,
    [
      '# My notes',
      `- [x] ${first.text.toUpperCase()}`,
      '- [x] Feed the parrot',
      '- [X] Review the week',
      `- [ ] ${items[1]?.text}`,
      '- [ ] Water the plants',
    ].join('\n'),
  );
  await expect(part(page)).toContainText('1 ticked line found in the plan.');
  const lines = [
    'Line 3: Feed the parrot (no task of the plan says this)',
    'Line 4: Review the week (several tasks say this)',
  ];
  await expect(notTaken(page)).toHaveText(lines);
  expect(await keptByDaymark(page)).toEqual(own);
  await button(page, 'Merge').click();
  await expect(said(page)).toHaveText('Merged: 1 tick added or updated.');
  await expect(notTaken(page)).toHaveText(lines);
  await expect(cardOf(page, PLAN).getByText('1 of 148 done')).toBeVisible();
  // The plan that was not meant is as it was.
  await expect(cardOf(page, YEAR)).toBeHidden();
  const stored = await keptByDaymark(page);
  expect(Object.keys(stored).sort()).toEqual([...Object.keys(own), KEYS.mark(PLAN, first.id)].sort());
  expect(complaints).toEqual([]);
});

test('ticks that are here stay with their time, and what was taken back is ticked anew', async ({ page }) => {
  const { items } = await indexOf(page);
  const [a, b, c] = items as [IndexItem, IndexItem, IndexItem];
  const own = { ...(await seenNow(page)), ...marksOf(PLAN, [a, c]), ...marksOf(PLAN, [b], { done: false }) };
  await keep(page, own);
  await page.goto(PROGRESS_PAGE);
  await paste(page, `- [x] ${a.text}\n- [x] ${b.text}\n- [ ] ${c.text}\n`);
  await expect(part(page)).toContainText(`${TITLE}1 newer than here, 1 unchanged`);
  await button(page, 'Merge').click();
  await expect(cardOf(page, PLAN).getByText('3 of 148 done')).toBeVisible();
  const { [KEYS.mark(PLAN, b.id)]: again, ...rest } = await keptByDaymark(page);
  expect(rest).toEqual({ ...(await seenNow(page)), ...marksOf(PLAN, [a, c]) });
  expect(JSON.parse(again ?? '')).toMatchObject({ done: true, text: b.text, unit: b.unit, minutes: b.minutes });
});

test.describe('nothing is changed', () => {
  test('by a text in which nothing is ticked, and the reader is told what a ticked line is', async ({ page }) => {
    const { items } = await indexOf(page);
    const own = { ...(await seenNow(page)), ...marksOf(PLAN, items.slice(0, 1)) };
    await keep(page, own);
    await page.goto(PROGRESS_PAGE);
    await paste(page, `- [ ] ${items[0]?.text}\n- ${items[1]?.text}\n`);
    await expect(said(page)).toHaveText(
      'No ticked line of this text is a task of the plan. A ticked line starts with "- [x]".',
    );
    await expect(button(page, 'Merge')).toHaveCount(0);
    await expect(notTaken(page)).toHaveCount(0);
    expect(await keptByDaymark(page)).toEqual(own);
  });

  test('when the reader cancels, or chooses another file first', async ({ page }) => {
    const { items } = await indexOf(page);
    const text = `- [x] ${items[0]?.text}\n`;
    await page.goto(PROGRESS_PAGE);
    await paste(page, text);
    await button(page, 'Cancel').click();
    await expect(said(page)).toHaveText('Nothing was changed.');
    await expect(field(page)).toHaveValue(text);
    await button(page, 'See what would change').click();
    await expect(button(page, 'Merge')).toBeVisible();
    await choose(page, '- [x] Feed the parrot');
    await expect(field(page)).toHaveValue('- [x] Feed the parrot');
    await expect(button(page, 'Merge')).toBeHidden();
    expect(await keptByDaymark(page)).toEqual({});
  });

  test('by a file that is too large, nor without a connection', async ({ page }) => {
    await page.goto(PROGRESS_PAGE);
    await choose(page, 'x'.repeat(200_001), 'large.md');
    await expect(said(page)).toHaveText('This file is too large or could not be read.');
    await expect(field(page)).toHaveValue('');
    await page.route('**/api/**', (route) => route.abort());
    await paste(page, '- [x] Read');
    await expect(said(page)).toHaveText(
      'The tasks of the plan could not be loaded. Check the connection and try again.',
    );
    await page.unroute('**/api/**');
    await button(page, 'See what would change').click();
    await expect(notTaken(page)).toHaveText(['Line 1: Read (no task of the plan says this)']);
    expect(await keptByDaymark(page)).toEqual({});
  });
});
