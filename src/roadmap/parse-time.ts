/**
 * Time blocks as an author writes them: `05:00–07:00 · …` in front of an item, `(2 h)`, `(45 min)` or
 * `(1 h 30 min)` behind it.
 */

export interface TimeRange {
  /** `HH:MM`. */
  from: string;
  to: string;
  minutes: number;
}

const CLOCK = '\\d{1,2}:\\d{2}';
const RANGE = new RegExp(`^\\s*(${CLOCK})\\s*[–—-]\\s*(${CLOCK})(?:\\s*[·|:,—–-])?\\s*`);
const DURATION = /\s*\(\s*(?:(\d+(?:[.,]\d+)?)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*min(?:utes?|s)?)?\s*\)\s*([.;]?)\s*$/i;

/**
 * Splits a leading time range off a text.
 *
 * @returns the range as written (`impossible` when it runs backwards or names an hour that does not exist), and how many
 * characters it takes; `null` when the text does not start with one.
 */
export function leadingRange(
  text: string,
): { length: number; written: string; range: TimeRange | 'impossible' } | null {
  const match = RANGE.exec(text);
  if (!match) return null;
  const [whole, from, to] = match as unknown as [string, string, string];
  return { length: whole.length, written: `${from}–${to}`, range: timeRange(from, to) ?? 'impossible' };
}

/** Splits a trailing duration off a text: the text without it, and its minutes; `null` when there is none. */
export function trailingDuration(text: string): { text: string; minutes: number } | null {
  const match = DURATION.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  const minutes = Math.round(Number((match[1] ?? '0').replace(',', '.')) * 60) + Number(match[2] ?? 0);
  return minutes > 0 ? { text: text.slice(0, match.index) + match[3], minutes } : null;
}

/** Reads `HH:MM–HH:MM` as a plan's schedule gives it; `null` when it is not a possible range within one day. */
export function parseRange(text: string): TimeRange | null {
  const found = leadingRange(text);
  return found && found.range !== 'impossible' && found.length === text.length ? found.range : null;
}

/** Minutes since midnight of `HH:MM`; `null` when there is no such time. `24:00` is the end of a day. */
export function minuteOfDay(clock: string): number | null {
  const [hours = Number.NaN, minutes = Number.NaN] = clock.split(':').map(Number);
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 24 * 60 ? total : null;
}

/** Minutes in words: `7 h`, `45 min`, `1 h 30 min`. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ') || '0 min';
}

function timeRange(from: string, to: string): TimeRange | null {
  const start = minuteOfDay(from);
  const end = minuteOfDay(to);
  if (start === null || end === null || end <= start) return null;
  return { from: from.padStart(5, '0'), to: to.padStart(5, '0'), minutes: end - start };
}
