import type { JSHandle, Page } from '@playwright/test';
import { Keys } from '../../src/progress/keys.ts';
import { type Mark, writeMark } from '../../src/progress/mark.ts';
import type { ProgressStore } from '../../src/progress/progress-store.ts';
import { writeSeenPlan } from '../../src/progress/seen-plan.ts';
import type { IndexItem, PlanIndex } from '../../src/roadmap/plan-index.ts';

/** The plan, and its first day, on which the browser tests tick. */
export const PLAN = 'senior-backend-37-days';
export const PLAN_PAGE = `/plans/${PLAN}/`;
export const DAY = 'week-1/day-01-system-design-fundamentals';
export const DAY_PAGE = `${PLAN_PAGE}${DAY}/`;
export const KEYS = new Keys('/');
/** Addresses from which pages fetch the items of a plan. */
export const ITEMS = /\/api\/items\/[\w-]+\.json/;

/** What the site publishes about the items of a plan today. */
export async function indexOf(page: Page, plan = PLAN): Promise<PlanIndex> {
  const response = await page.request.get(`/api/items/${plan}.json`);
  return response.json();
}

/** A mark of an item as it is stored. `said` overrides any part of it. */
export function storedMark(
  item: Pick<IndexItem, 'text' | 'unit'> & Partial<IndexItem>,
  said: Partial<Mark> = {},
): string {
  const { text, unit, kind = 'task', minutes, done = false } = item;
  return writeMark({
    done: true,
    at: 1_700_000_000_000,
    text,
    unit,
    kind,
    minutes: minutes ?? 0,
    byAuthor: done,
    ...said,
  });
}

/** A plan as the reader has seen it before its author edited it, as it is stored. */
export function olderPlan(items: readonly (Pick<IndexItem, 'id' | 'text' | 'unit'> & Partial<IndexItem>)[]): string {
  const whole = items.map((item) => ({ kind: 'task' as const, minutes: null, done: false, ...item }));
  return writeSeenPlan({ version: 'older', items: whole, moved: new Map() });
}

/** Puts values into the storage before a page of the site is opened. */
export async function keep(page: Page, entries: Readonly<Record<string, string>>): Promise<void> {
  // A page of the same origin that runs no script of the site.
  await page.goto('/api/topics.json');
  await page.evaluate((all) => {
    for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value);
  }, entries);
}

/** All that is stored for the site, by key. */
export function kept(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
}

/** The store that the page works on. */
export function storeOf(page: Page): Promise<JSHandle<ProgressStore>> {
  return page.evaluateHandle(() => {
    const answers: ProgressStore[] = [];
    const detail = (store: ProgressStore) => answers.push(store);
    document.dispatchEvent(new CustomEvent('daymark:ask', { detail }));
    return answers[0] as ProgressStore;
  });
}

/** Ids of items that no plan has, as `identity.ts` would make them. @param letter the first of each id */
export function madeUpIds(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => letter + String(index).padStart(9, '0'));
}

/** Collects what a page does wrong: exceptions and messages of kind `error`. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return complaints;
}

/** Watches from now on what each frame of a page is about to show of progress, and how much its layout shifts. */
export async function watchFrames(page: Page): Promise<() => Promise<Frames>> {
  await page.addInitScript(() => {
    const watched = { frames: 0, shift: 0, shown: new Set<string>() };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    const look = () => {
      const boxes = document.querySelectorAll<HTMLInputElement>('[data-item] .task-box');
      const rings = document.querySelectorAll<HTMLElement>('[data-total]');
      if (boxes.length + rings.length > 0) watched.frames += 1;
      for (const box of boxes)
        watched.shown.add(
          `${box.closest('li')?.id}: ${box.checked ? 'ticked' : 'open'}${box.disabled ? ', disabled' : ''}`,
        );
      for (const ring of rings) {
        const name = `${ring.tagName} ${ring.dataset['progress'] ?? (ring as HTMLAnchorElement).pathname}`;
        watched.shown.add(`${name}: ${ring.dataset['state']}`);
        const words = ring.querySelector('.progress-words')?.textContent;
        if (words) watched.shown.add(`${name}: ${words}`);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return async () => {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    return page.evaluate(() => {
      const { frames, shift, shown } = (
        window as unknown as { watched: Omit<Frames, 'shown'> & { shown: Set<string> } }
      ).watched;
      return { frames, shift, shown: [...shown].sort() };
    });
  };
}

export interface Frames {
  /** Frames in which something of progress was on the page. */
  frames: number;
  /** Layout shift in all. */
  shift: number;
  /** Every state that any frame has shown. A page that never flashes has shown one of each thing. */
  shown: string[];
}

/** Takes all room that is left in the storage, to the last letter. @param key of something that is none of Daymark's business */
export async function fillStorage(page: Page, key = 'filler'): Promise<void> {
  await page.evaluate((key) => {
    let filler = '';
    for (let size = 2 ** 22; size >= 1; ) {
      try {
        localStorage.setItem(key, filler + 'x'.repeat(size));
        filler += 'x'.repeat(size);
      } catch {
        size /= 2;
      }
    }
  }, key);
}
