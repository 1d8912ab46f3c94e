import type { Locator, Page } from '@playwright/test';
import { writeBackup } from '../../src/progress/backup.ts';
import { writeSeenPlan } from '../../src/progress/seen-plan.ts';
import type { IndexItem } from '../../src/roadmap/plan-index.ts';
import { DAY, indexOf, KEYS, kept, PLAN, storedMark } from './progress.ts';

export const PROGRESS_PAGE = '/progress/';
/** A plan with items of every kind, and quizzes. */
export const YEAR = 'senior-go-1-year';
/** A plan that the site does not have. */
export const STRANGE = 'cobol-in-5-days';

/** A tick whose task is not in the plan; the second task of the day says nearly the same, and takes less time. */
export const GONE = {
  id: 'z000000000',
  text: 'Whiteboard the high-level architecture of a book shop',
  unit: DAY,
  minutes: 90,
} as const;
/** Noon in London, and the same day nearly everywhere. */
export const GONE_AT = Date.UTC(2025, 2, 4, 12);

/** What the page shows of a plan. */
export function cardOf(page: Page, plan: string): Locator {
  return page.locator(`[data-plan-card="${plan}"]`);
}

/** The part of the page below a heading that brings files in: its preview, and what it says. */
export function restore(page: Page) {
  const part = page.locator('daymark-backup');
  return {
    file: part.getByLabel('Restore a backup'),
    preview: part.locator('[data-part="preview"]'),
    said: part.getByRole('status'),
  };
}

/** Chooses a file that says this in the part for backups. */
export async function choose(page: Page, text: string, name = 'daymark-2026-01-01.json'): Promise<void> {
  await restore(page).file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** A backup file with values by key, both as they are stored on a site served from `/`. */
export function backupOf(stored: Readonly<Record<string, string>>, site = '/'): string {
  const entries = Object.entries(stored).map(([key, value]) => [key.slice(KEYS.prefix.length), value] as const);
  return writeBackup(new Map(entries), { site, now: Date.UTC(2026, 0, 1) });
}

/** All that Daymark keeps, by key. */
export async function keptByDaymark(page: Page): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await kept(page)).filter(([key]) => key.startsWith(KEYS.prefix)));
}

/** Stored values as what they say. */
export function meaning(stored: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(stored).map(([key, value]) => [key, JSON.parse(value)]));
}

/** What a site keeps of the items of a plan that the reader has seen as it is today. */
export async function seenNow(page: Page, plan = PLAN): Promise<Record<string, string>> {
  return { [KEYS.plan(plan)]: writeSeenPlan({ ...(await indexOf(page, plan)), moved: new Map() }) };
}

/** Marks of some items, as they are stored. */
export function marksOf(plan: string, items: readonly IndexItem[], said: Parameters<typeof storedMark>[1] = {}) {
  return Object.fromEntries(items.map((item) => [KEYS.mark(plan, item.id), storedMark(item, said)]));
}

/**
 * Something of all that can be kept: ticks of two plans and of one that the site does not have, one taken back, days of
 * work, two attempts at a quiz, and a tick whose task is gone.
 */
export async function everything(page: Page): Promise<Record<string, string>> {
  const [{ items }, year] = [await indexOf(page), await indexOf(page, YEAR)];
  const [first, , third, , fifth] = items as [IndexItem, IndexItem, IndexItem, IndexItem, IndexItem];
  const asked = year.items.filter(({ kind, unit }) => kind === 'quiz' && unit === 'quarter-1').map(({ id }) => id);
  const attempts = [1_710_000_000_000, 1_720_000_000_000].map((at, index) => ({
    at,
    asked,
    right: asked.slice(0, 5 + index),
  }));
  return {
    ...(await seenNow(page)),
    ...(await seenNow(page, YEAR)),
    ...marksOf(PLAN, [first, fifth]),
    ...marksOf(PLAN, [third], { done: false }),
    [KEYS.mark(PLAN, GONE.id)]: storedMark(GONE, { at: GONE_AT, byAuthor: true }),
    ...marksOf(
      YEAR,
      ['task', 'topic', 'project'].map((kind) => year.items.find((item) => item.kind === kind) as IndexItem),
    ),
    [KEYS.quiz(YEAR, 'quarter-1')]: JSON.stringify({ v: 1, attempts }),
    [KEYS.active('2025-03-04', PLAN, first.id)]: JSON.stringify({ v: 1, at: GONE_AT }),
    [KEYS.mark(STRANGE, '0123456789')]: storedMark({ text: 'Punch a card', unit: 'day-1' }),
    [KEYS.plan(STRANGE)]: JSON.stringify({ v: 1, version: 'a', items: [['0123456789', 'Punch a card', 'day-1']] }),
  };
}
