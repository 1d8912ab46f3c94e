import { laterMark, readMark } from './mark.ts';

/**
 * Everything that is kept for one site, as it travels: in a backup, from a Markdown file, for undo. Key without the site's
 * prefix → stored value, as in `keys.ts`. A map, because its keys may come from anywhere, and `__proto__` must be one like any other.
 */
export type Entries = ReadonlyMap<string, string>;

/** Kinds of entries may be added without a change here; values set aside are the only ones that stay where they are. */
const KEY = /^(?!aside:)[a-z]{1,20}(?::[a-z0-9/._-]{0,300}){0,5}$/;
const MARK_KEY = /^mark:([a-z0-9][a-z0-9-]*):([0-9a-hjkmnp-tv-z]{10})$/;
/** The latest time that a `Date` can hold: one beyond it would win for ever. */
const LATEST = 8.64e15;

/** Whether a key and its value may be kept: a mark must be one, or of a version that only a newer build can judge. */
export function isEntry(key: string, value: unknown): value is string {
  if (typeof value !== 'string' || !KEY.test(key)) return false;
  if (!key.startsWith('mark:')) return true;
  const read = readMark(value);
  return (
    MARK_KEY.test(key) && ('mark' in read ? read.mark.at >= 0 && read.mark.at <= LATEST : read.problem === 'newer')
  );
}

/** The plan and the item that an entry is the mark of; `null` for any other entry. */
export function markPlace(key: string): { plan: string; item: string } | null {
  const match = MARK_KEY.exec(key);
  return match ? { plan: match[1] as string, item: match[2] as string } : null;
}

/**
 * What counts of two values of one key. Of marks, and of all values that say when they were written (`at`), the later; of
 * attempts, all; where nothing tells them apart, the reader's own.
 */
export function mergeValues(own: string | undefined, incoming: string): string {
  if (own === undefined) return incoming;
  const [a, b] = [readMark(own), readMark(incoming)];
  if ('mark' in a && 'mark' in b) return laterMark(a.mark, b.mark) === a.mark ? own : incoming;
  const [mine, other] = [parseObject(own), parseObject(incoming)];
  if (!mine || !other || mine['v'] !== other['v']) return own;
  if (Array.isArray(mine['attempts']) && Array.isArray(other['attempts'])) {
    const attempts = union(mine['attempts'], other['attempts']);
    return attempts.length === mine['attempts'].length ? own : JSON.stringify({ ...mine, attempts });
  }
  return isTime(other['at']) && isTime(mine['at']) && other['at'] > mine['at'] ? incoming : own;
}

/** Both lists without what is in both, in the order of their times. */
function union(mine: readonly unknown[], other: readonly unknown[]): unknown[] {
  const timeOf = (attempt: unknown) => Number((attempt as { at?: unknown } | null)?.at);
  const known = new Set(mine.map(timeOf));
  const added = other.filter((attempt) => isTime(timeOf(attempt)) && !known.has(timeOf(attempt)));
  return [...mine, ...added].sort((a, b) => timeOf(a) - timeOf(b));
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LATEST;
}

function parseObject(value: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
