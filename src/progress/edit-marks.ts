import { laterMark, type Mark } from './mark.ts';
import type { ProgressStore } from './progress-store.ts';

/** What happens to marks besides being made: rarely, so that the pages of a plan load it only when it does. */

/** Where an item stands today, and what its author says of it; what is left out stays as the mark has it. */
export type Place = Pick<Mark, 'text' | 'unit' | 'byAuthor'> & Partial<Pick<Mark, 'kind' | 'minutes'>>;

/** Ids of the plans that have marks. */
export function plansWithMarks(store: ProgressStore): string[] {
  const stored = store.keysFrom(store.keys.marks).map((key) => store.keys.parseMark(key)?.plan ?? '');
  const shown = store.open.filter((plan) => store.marksOf(plan).size > 0);
  return [...new Set([...stored, ...shown])].filter((plan) => plan !== '');
}

/** Takes marks from elsewhere, a backup or another device: of two, the later counts. */
export function mergeMarks(store: ProgressStore, plan: string, incoming: ReadonlyMap<string, Mark>): void {
  for (const [item, mark] of incoming) {
    const own = store.marksOf(plan).get(item);
    const later = own ? laterMark(own, mark) : mark;
    if (later !== own) store.put(plan, item, later);
  }
  store.tell(plan, null);
}

/** Says where the item of a mark stands today. What the reader said, and when, stays. */
export function placeMark(store: ProgressStore, plan: string, item: string, now: Place): void {
  const mark = store.marksOf(plan).get(item);
  if (!mark) return;
  store.put(plan, item, { ...mark, ...now });
  store.tell(plan, item);
}

/** Gives an item's mark to the item it has become. */
export function moveMark(store: ProgressStore, plan: string, from: string, to: string, now: Place): void {
  const mark = store.marksOf(plan).get(from);
  if (!mark) return;
  const own = store.marksOf(plan).get(to);
  store.put(plan, to, { ...(own ? laterMark(own, mark) : mark), ...now });
  store.put(plan, from, null);
  store.tell(plan, null);
}

/** Forgets a mark for good: of an item that is gone, when the reader lets it go. */
export function forgetMark(store: ProgressStore, plan: string, item: string): void {
  store.put(plan, item, null);
  store.tell(plan, item);
}

/** Forgets all marks of a plan. */
export function forgetMarks(store: ProgressStore, plan: string): void {
  for (const item of [...store.marksOf(plan).keys()]) store.put(plan, item, null);
  store.tell(plan, null);
}
