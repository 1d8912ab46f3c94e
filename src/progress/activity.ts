import type { ProgressStore } from './progress-store.ts';

/**
 * Notes on which days something was done, one key each: two tabs cannot undo each other's notes. A tick that is taken back on the day it was made
 * was a slip and leaves no trace; taken back later, the day on which it was made stays a day of work.
 *
 * @param at milliseconds since 1970
 */
export function noteActivity(
  store: ProgressStore,
  plan: string,
  item: string,
  { done, at }: { done: boolean; at: number },
): void {
  const key = store.keys.active(localDate(at), plan, item);
  if (done) store.write(key, JSON.stringify({ v: 1, at }));
  else store.remove(key);
}

/** `YYYY-MM-DD` in the reader's own time: her day ends at her midnight. */
export function localDate(at: number): string {
  const day = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
