import { laterMark, type Mark } from './mark.ts';
import type { ProgressStore } from './progress-store.ts';

/** What happens to marks besides being made: rarely, so that the pages of a plan load it only when it does. Who calls says to the store that it did. */

/** Where an item stands today, and what its author says of it; what is left out stays as the mark has it. */
export type Place = Partial<Pick<Mark, 'text' | 'unit' | 'kind' | 'minutes' | 'byAuthor'>>;

const DAY = 24 * 60 * 60 * 1000;

/** Ids of the plans that have marks. */
export function plansWithMarks(store: ProgressStore): string[] {
  const plans = store.values.keysFrom(store.keys.marks).flatMap((key) => store.keys.parseMark(key)?.plan ?? []);
  return [...new Set(plans)].filter((plan) => store.marksOf(plan).size > 0);
}

/**
 * Takes marks from elsewhere, a backup or another device: of two, the later counts. One from the future, of a device whose clock is wrong,
 * becomes one of tomorrow at most: it must not win for ever.
 */
export function mergeMarks(store: ProgressStore, plan: string, incoming: ReadonlyMap<string, Mark>): void {
  for (const [item, said] of incoming) {
    const mark = { ...said, at: Math.min(said.at, store.now() + DAY) };
    const own = store.marksOf(plan).get(item);
    const later = own ? laterMark(own, mark) : mark;
    if (later !== own) store.put(plan, item, later);
  }
  store.tell(plan, null);
}

/** Says where the item of a mark stands today. What the reader said, and when, stays. @returns whether that is kept */
export function placeMark(store: ProgressStore, plan: string, item: string, now: Place): boolean {
  const mark = store.marksOf(plan).get(item);
  return !mark || store.put(plan, item, { ...mark, ...now });
}

/** Gives an item's mark to the item it has become, which may have a later one. @returns whether that is kept; else both stay */
export function moveMark(store: ProgressStore, plan: string, from: string, to: string, now: Place): boolean {
  const mark = store.marksOf(plan).get(from);
  if (!mark) return true;
  const own = store.marksOf(plan).get(to);
  return store.put(plan, to, { ...(own ? laterMark(own, mark) : mark), ...now }) && store.put(plan, from, null);
}

/** Forgets all marks of a plan. */
export function forgetMarks(store: ProgressStore, plan: string): void {
  for (const item of [...store.marksOf(plan).keys()]) store.put(plan, item, null);
  store.tell(plan, null);
}
