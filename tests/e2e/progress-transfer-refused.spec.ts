/** Links that cannot be added or updated: the reader is told why, and nothing changes. */
import { expect, test } from '@playwright/test';
import { crc32, packBits, toBase64Url } from '../../src/progress/bytes.ts';
import { complaintsOf, ITEMS, indexOf, KEYS, keep, kept, PLAN } from '../support/progress.ts';
import {
  DAMAGED,
  dialog,
  entriesOf,
  expectNoLinkLeft,
  inProgress,
  lines,
  linkOf,
  merge,
  PROGRESS,
  type Said,
  says,
  TITLE,
} from '../support/transfer.ts';

const sealed = (...bytes: number[]) => toBase64Url(Uint8Array.from([...bytes, ...packBits([crc32(bytes)], 32)]));
for (const [name, change, words] of [
  ['cut off', (link) => link.slice(0, -9), DAMAGED],
  [
    'with a letter changed',
    (link) => `${link.slice(0, -9)}${link.at(-9) === 'a' ? 'b' : 'a'}${link.slice(-8)}`,
    DAMAGED,
  ],
  ['with nothing in it', () => `${PROGRESS}#t=`, DAMAGED],
  ['of signs that no link has', () => `${PROGRESS}#t=<b>%00%E0%A4%A`, DAMAGED],
  ['with a right checksum around nonsense', () => `${PROGRESS}#t=${sealed(1, 2, 3, 4)}`, DAMAGED],
  [
    'longer than any plan',
    () => `${PROGRESS}#t=${'A'.repeat(140_000)}`,
    'The link holds more than any plan can, so it was not read.',
  ],
  [
    'of a newer version',
    () => `${PROGRESS}#t=${sealed(2, 0)}`,
    'The link was made by a newer version of this site. Reload this page, then open the link again.',
  ],
  [
    'of a plan that is not here',
    (_, marked) => linkOf(marked, 'plan-of-another-site'),
    'The link holds progress in a plan that this site does not have.',
  ],
] as [string, (link: string, marked: Said[]) => string | Promise<string>, string][]) {
  test(`a link ${name} is refused in words, and changes nothing`, async ({ page }) => {
    const complaints = complaintsOf(page);
    const marked = await inProgress(page, 9);
    await keep(page, entriesOf(marked.slice(0, 5)));
    await page.goto(PROGRESS);
    await expect.poll(async () => Object.keys(await kept(page))).toContain(KEYS.plan(PLAN));
    const before = await kept(page);
    await page.goto(await change(await linkOf(marked), marked));
    await expect(says(page)).toHaveText(words);
    await expect(lines(page)).toHaveCount(0);
    await expect(merge(page)).toBeHidden();
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await expectNoLinkLeft(page);
    expect(await kept(page)).toEqual(before);
    expect(complaints).toEqual([]);
  });
}

test('a plan that cannot be loaded is said, and the link can be opened again', async ({ page }) => {
  const { items } = await indexOf(page);
  const link = await linkOf(items.slice(0, 3).map((item) => [item, {}]));
  await page.route(ITEMS, (route) => route.abort());
  await page.goto(link);
  await expect(says(page)).toHaveText('The plan could not be loaded. Check the connection, then open the link again.');
  await expect(merge(page)).toBeHidden();
  await page.keyboard.press('Enter');
  await page.unroute(ITEMS);
  await page.goto(link);
  await expect(says(page)).toHaveText(`${TITLE}: 3 ticks.`);
});
