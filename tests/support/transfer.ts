import { expect, type Page } from '@playwright/test';
import { type Mark, readMark } from '../../src/progress/mark.ts';
import { encodeTransfer } from '../../src/progress/transfer-code.ts';
import type { IndexItem } from '../../src/roadmap/plan-index.ts';
import { indexOf, KEYS, kept, PLAN, storedMark } from './progress.ts';

/** The page on which links are made and read. */
export const PROGRESS = '/progress/';

/** What `PLAN` is called on it. */
export const TITLE = 'Senior backend engineer in 37 days';

/** What the reader has said about an item; what is left out is as `storedMark` has it. */
export type Said = readonly [item: IndexItem, said: Partial<Mark>];

export const dialog = (page: Page) => page.getByRole('dialog', { name: 'Progress from another device' });
export const says = (page: Page) => dialog(page).locator('[data-part="says"]');
export const lines = (page: Page) => dialog(page).getByRole('listitem');
export const merge = (page: Page) => dialog(page).getByRole('button', { name: 'Merge' });
export const status = (page: Page) => page.locator('daymark-transfer').getByRole('status');

/** What the reader is told of a link that is no longer whole. */
export const DAMAGED = 'The link is damaged or was cut off on its way. Copy the whole link again on the other device.';

/** Makes a link on the page, as a reader does. @returns its address */
export async function makeLink(page: Page, plan = PLAN): Promise<string> {
  await page.goto(PROGRESS);
  await page.getByLabel('Plan', { exact: true }).selectOption(plan);
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(status(page)).toContainText('ready');
  return page.getByLabel('Link', { exact: true }).inputValue();
}

/** Path of a link as another device would make it, where the plan has exactly these items. */
export async function linkOf(marked: readonly Said[], plan = PLAN): Promise<string> {
  const items = marked.map(([item]) => item);
  const marks = new Map(marked.map(([item, said]) => [item.id, markOf(item, said)]));
  const made = await encodeTransfer(plan, marks, items);
  if ('problem' in made) throw new Error(made.problem);
  return `${PROGRESS}#t=${made.code}`;
}

/** Entries of the storage that say this. */
export function entriesOf(marked: readonly Said[], plan = PLAN): Record<string, string> {
  return Object.fromEntries(marked.map(([item, said]) => [KEYS.mark(plan, item.id), storedMark(item, said)]));
}

/** A plan of which the first items were gone through, about one a day and at no regular time; some were unticked again. */
export async function inProgress(page: Page, count: number, plan = PLAN): Promise<Said[]> {
  const { items } = await indexOf(page, plan);
  const start = Date.UTC(2026, 0, 5, 18);
  const minutes = (index: number) => index * 1440 + ((index * 7919) % 1013);
  return items
    .slice(0, count)
    .map((item, index) => [item, { done: index % 11 !== 3, at: start + minutes(index) * 60_000 + index * 977 }]);
}

/** All that the site keeps of progress: Starlight keeps its theme beside it. */
export async function progressIn(page: Page): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await kept(page)).filter(([key]) => key.startsWith(KEYS.prefix)));
}

/** No address of this page that the browser could go back to, or show, has progress in it. */
export async function expectNoLinkLeft(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/progress\/$/);
  const visited = await page.evaluate(() => navigation.entries().map(({ url }) => url ?? ''));
  expect(visited.filter((url) => url.includes('#'))).toEqual([]);
}

function markOf(item: IndexItem, said: Partial<Mark>): Mark {
  const read = readMark(storedMark(item, said));
  if ('problem' in read) throw new Error(read.problem);
  return read.mark;
}
