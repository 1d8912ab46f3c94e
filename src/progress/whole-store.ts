import { forgetMarks, mergeMarks } from './edit-marks.ts';
import { type Entries, isEntry, mergeValues } from './entries.ts';
import { parseMarkName } from './keys.ts';
import { type Mark, readMark } from './mark.ts';
import type { ProgressStore } from './progress-store.ts';

/** What is done with the store as a whole: by backups, by undo. Apart from it, because the pages of a plan never need it. */

/** All that is kept, or only on this page, without what cannot be read. */
export function snapshotOf(store: ProgressStore): Entries {
  const entries = new Map<string, string>();
  for (const key of store.values.keysFrom(store.keys.prefix)) {
    const name = key.slice(store.keys.prefix.length);
    // What a newer build wrote is worth more than what this page knows of it.
    const [value, stored] = [store.values.get(key), store.values.stored(key)];
    const best = parseMarkName(name) && stored !== null && !('mark' in readMark(stored)) ? stored : value;
    if (isEntry(name, best)) entries.set(name, best);
  }
  return entries;
}

/** Merges a snapshot into what is here: of two values of one key, the later counts (`entries.ts`). */
export function restoreInto(store: ProgressStore, entries: Entries): void {
  const marks = new Map<string, Map<string, Mark>>();
  for (const [name, value] of entries) {
    const key = store.keys.prefix + name;
    const place = store.keys.parseMark(key);
    const read = place && readMark(value);
    if (place && read && 'mark' in read)
      marks.set(place.plan, (marks.get(place.plan) ?? new Map<string, Mark>()).set(place.item, read.mark));
    else if (isEntry(name, value)) {
      const own = store.values.get(key) ?? undefined;
      const merged = mergeValues(name, own, value);
      if (merged !== own) store.values.set(key, merged);
    }
  }
  for (const [plan, incoming] of marks) mergeMarks(store, plan, incoming);
}

/** Forgets all marks and quiz attempts of a plan. @returns what `restoreInto` needs to undo it */
export function resetPlan(store: ProgressStore, plan: string): Entries {
  const { keys } = store;
  const own = [keys.marksOf(plan), `${keys.prefix}quiz:${plan}:`];
  const forgotten = new Map(
    [...snapshotOf(store)].filter(([name]) => own.some((start) => (keys.prefix + name).startsWith(start))),
  );
  for (const name of forgotten.keys()) store.values.remove(keys.prefix + name);
  forgetMarks(store, plan);
  return forgotten;
}
