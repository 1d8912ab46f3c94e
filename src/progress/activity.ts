import type { ProgressStore } from './progress-store.ts';

/**
 * Notes on which days something was done, one key each: two tabs cannot undo each other's notes. A tick that is taken back on the day it was made
 * was a slip and leaves no trace; taken back later, the day on which it was made stays a day of work. The day is the clock's: a mark may be
 * later, where one from another device is ahead of it.
 */
export function noteActivity(store: ProgressStore, plan: string, item: string, done: boolean): void {
  const at = store.now();
  const key = store.keys.active(localDate(at), plan, item);
  if (done) store.values.set(key, JSON.stringify({ v: 1, at }));
  else store.values.remove(key);
}

/** `YYYY-MM-DD` in the reader's own time: her day ends at her midnight. @param at milliseconds since 1970 */
export function localDate(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
