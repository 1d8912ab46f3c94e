/** Files that are no backup, or not a good one: what the reader is told, and that nothing is lost by trying. */
import { truncate, writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { IndexItem } from '../../src/roadmap/plan-index.ts';
import { complaintsOf, indexOf, KEYS, keep, kept, PLAN, storedMark } from '../support/progress.ts';
import {
  backupOf,
  cardOf,
  choose,
  everything,
  keptByDaymark,
  marksOf,
  PROGRESS_PAGE,
  restore,
  STRANGE,
  seenNow,
} from '../support/progress-page.ts';

const merge = (page: Page) => restore(page).preview.getByRole('button', { name: 'Merge' });

/** A reader with something to lose. @returns all that is stored */
async function begin(page: Page): Promise<Record<string, string>> {
  await keep(page, { ...(await everything(page)), 'of another site': 'x' });
  await page.goto(PROGRESS_PAGE);
  await expect(cardOf(page, PLAN)).toBeVisible();
  return kept(page);
}

const MARK = storedMark({ text: 'Read', unit: 'week-1' });
const GOOD = backupOf({ [KEYS.mark(PLAN, '0123456789')]: MARK, [KEYS.mark(PLAN, '1111111111')]: MARK });

for (const [name, text, says] of [
  ['an empty file', '', 'This file is empty.'],
  [
    'a web page',
    '<!doctype html>\n<title>Sign in</title>',
    'This looks like a web page, not a backup. A backup is a file named daymark-….json.',
  ],
  [
    'a picture',
    '\u{FFFD}PNG\r\n',
    'This file is not JSON, so it is not a backup. A backup is a file named daymark-….json.',
  ],
  [
    'JSON of something else',
    '{"name":"daymark","version":1}',
    'This is not a Daymark backup: it has no "daymark" in it.',
  ],
  ['a list', '[1, 2]', 'This is not a Daymark backup: it has no "daymark" in it.'],
  [
    'a backup of a newer version',
    GOOD.replace('"daymark": 1', '"daymark": 2'),
    'This backup was made by a newer Daymark (version 2 of the file, and this site reads 1). Reload the page and try again.',
  ],
  ['a backup without entries', '{"daymark":1}', 'This backup has no entries in it: it is damaged.'],
  [
    'a backup of garbage',
    '{"daymark":1,"entries":{"__proto__":{"done":true},"constructor":7,"mark:plan:__proto__":"x"}}',
    'Nothing in this backup can be read: the file is damaged or was changed.',
  ],
  ['a backup under the prototype', `{"__proto__":${GOOD}}`, 'This is not a Daymark backup: it has no "daymark" in it.'],
] as const) {
  test(`${name} is refused with the reason, and nothing is changed`, async ({ page }) => {
    const complaints = complaintsOf(page);
    const before = await begin(page);
    await choose(page, text);
    await expect(restore(page).said).toHaveText(`${says} Nothing was changed.`);
    await expect(restore(page).preview).toBeHidden();
    expect(await kept(page)).toEqual(before);
    expect(complaints).toEqual([]);
  });
}

test('a backup that is cut off is refused, wherever it was cut', async ({ page }) => {
  const before = await begin(page);
  const whole = backupOf(await everything(page));
  const { file, said, preview } = restore(page);
  const [half, brace] = [Math.round(whole.length / 2), whole.indexOf('}') + 1];
  for (const [length, says] of [
    [1, 'cut off'],
    [30, 'cut off'],
    [half, 'cut off'],
    [brace, 'damaged: a part of it is missing'],
    [whole.length - 3, 'cut off|damaged'],
  ] as const) {
    await choose(page, whole.slice(0, length));
    // It is forgotten as soon as it is read: the same file may be chosen again.
    await expect(file).toHaveValue('');
    await expect(said).toHaveText(new RegExp(`${says}.*Nothing was changed\\.$`));
    await expect(preview).toBeHidden();
    expect(await kept(page)).toEqual(before);
  }
});

test('a file of 50 MB is refused by its size, without being read', async ({ page }, testInfo) => {
  await page.addInitScript(() => {
    const read: string[] = [];
    Object.assign(window, { read });
    for (const name of ['text', 'arrayBuffer', 'stream', 'slice'] as const) {
      const own = Blob.prototype[name] as (...said: unknown[]) => unknown;
      Object.assign(Blob.prototype, {
        [name](...said: unknown[]) {
          read.push(name);
          return own.apply(this, said);
        },
      });
    }
  });
  const before = await begin(page);
  const path = testInfo.outputPath('daymark-2026-01-01.json');
  await writeFile(path, GOOD);
  await truncate(path, 50 * 1024 * 1024);
  const { file, said } = restore(page);
  await file.setInputFiles(path);
  await expect(said).toHaveText(
    'This file has 50 MB. A backup has at most 20 MB, so this is another file. Nothing was changed.',
  );
  expect(await page.evaluate(() => Object.assign({ read: ['?'] }, window).read)).toEqual([]);
  expect(await kept(page)).toEqual(before);
  // The page goes on, with a file that is good.
  await choose(page, GOOD);
  await expect(merge(page)).toBeVisible();
  await expect(said).toHaveText('');
});

test('what is sound in a damaged backup is taken, and the rest is named', async ({ page }) => {
  const complaints = complaintsOf(page);
  const { items } = await indexOf(page);
  const item = items[0] as IndexItem;
  const own = await seenNow(page);
  await keep(page, own);
  await page.goto(PROGRESS_PAGE);
  const entries = [
    ['__proto__', MARK],
    ['constructor:prototype', MARK],
    ['mark:__proto__:0123456789', MARK],
    [`mark:${PLAN}:__proto__`, MARK],
    [`mark:${PLAN}:0123456789`, '{"v":1,"done":tru'],
    [`mark:${PLAN}:1111111111`, storedMark({ text: 'Read', unit: 'week-1' }, { at: 9e15 })],
    [`mark:${PLAN}:${item.id}`, storedMark(item)],
    [`quiz:${PLAN}:week-1`, 'not an attempt'],
  ].map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  await choose(page, `{"daymark": 1, "exported": "x", "site": "/", "entries": {${entries.join(', ')}, "x": {"v": 1}}}`);
  const { preview, said } = restore(page);
  await expect(preview).toContainText(
    `7 of its 9 entries cannot be read and are left out: __proto__, mark:__proto__:0123456789, mark:${PLAN}:__proto__, mark:${PLAN}:0123456789, mark:${PLAN}:1111111111 and 2 more.`,
  );
  await expect(preview.getByRole('listitem').first()).toHaveText('Senior backend engineer in 37 days1 new');
  expect(await keptByDaymark(page)).toEqual(own);
  await merge(page).click();
  await expect(said).toContainText('Merged');
  await expect(cardOf(page, PLAN).getByText('1 of 148 done')).toBeVisible();
  const { [`${KEYS.prefix}constructor:prototype`]: harmless, ...stored } = await keptByDaymark(page);
  expect(harmless).toBe(MARK);
  expect(stored).toEqual({ ...own, ...marksOf(PLAN, [item]) });
  expect(await page.evaluate(() => 'done' in {})).toBe(false);
  expect(complaints).toEqual([]);
});

test('ticks of a plan that the site does not have are kept, and the reader is told', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(PROGRESS_PAGE);
  const strange = {
    [KEYS.mark(STRANGE, '0123456789')]: MARK,
    [KEYS.mark(STRANGE, '1111111111')]: MARK,
    [KEYS.quiz(STRANGE, 'week-1')]: '{"v":1,"attempts":[]}',
  };
  await choose(page, backupOf(strange));
  await expect(restore(page).preview.getByRole('listitem')).toHaveText([
    `${STRANGE}2 newThis site does not have this plan. Its ticks are kept as they are.`,
    '1 other entry, such as quiz attempts and days of work.',
  ]);
  await merge(page).click();
  await expect(cardOf(page, STRANGE)).toContainText('This site does not have this plan, or has it no longer.');
  await expect(cardOf(page, STRANGE)).toContainText('2 ticks');
  expect(await keptByDaymark(page)).toEqual(strange);
  // And so they leave again.
  const reset = cardOf(page, STRANGE).getByRole('button', { name: /^Reset/ });
  await reset.click();
  await expect(cardOf(page, STRANGE).getByRole('status')).toContainText('2 ticks of this plan forgotten');
  expect(await keptByDaymark(page)).toEqual({});
  await cardOf(page, STRANGE).getByRole('button', { name: 'Undo the reset' }).click();
  await expect(reset).toBeFocused();
  expect(await keptByDaymark(page)).toEqual(strange);
  expect(complaints).toEqual([]);
});

test('a backup of a site with another base path is good here, and the preview says where it is from', async ({
  page,
}) => {
  const { items } = await indexOf(page);
  await page.goto(PROGRESS_PAGE);
  await choose(page, backupOf(marksOf(PLAN, items.slice(0, 2)), '/a/fork/'));
  await expect(restore(page).preview).toContainText('It comes from the site at /a/fork/.');
  await merge(page).click();
  await expect(cardOf(page, PLAN).getByText('2 of 148 done')).toBeVisible();
  await expect
    .poll(() => keptByDaymark(page))
    .toEqual({ ...(await seenNow(page)), ...marksOf(PLAN, items.slice(0, 2)) });
});

test('a question about one file is not answered for the next one', async ({ page }) => {
  const before = await begin(page);
  await choose(page, GOOD);
  await expect(merge(page)).toBeVisible();
  await choose(page, '<html>');
  await expect(restore(page).said).toContainText('looks like a web page');
  await expect(merge(page)).toBeHidden();
  expect(await kept(page)).toEqual(before);
});
