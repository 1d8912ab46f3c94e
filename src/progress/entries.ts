import { parseMarkName } from './keys.ts';
import { isTime, laterMark, readMark } from './mark.ts';
import { parseJson } from './parse-json.ts';
import { ATTEMPTS } from './quiz-attempts.ts';
import type { RecordForm } from './record.ts';

/**
 * Everything that is kept for one site, as it travels: in a backup, from a Markdown file, for undo. Key without the site's
 * prefix → stored value, as in `keys.ts`. A map, because its keys may come from anywhere, and `__proto__` must be one like any other.
 */
export type Entries = ReadonlyMap<string, string>;

/** Kinds of entries may be added without a change here; values set aside are the only ones that stay where they are. */
const KEY = /^(?!aside:)[a-z]{1,20}(?::[a-z0-9/._-]{0,300}){0,5}$/;

/** Whether a key and its value may be kept: a mark must be one, or of a version that only a newer build can judge. */
export function isEntry(key: string, value: unknown): value is string {
  if (typeof value !== 'string' || !KEY.test(key)) return false;
  if (!key.startsWith('mark:')) {
    const read = RECORDS.get(kindOf(key))?.read(value);
    return !(read && 'problem' in read && read.problem === 'unreadable');
  }
  const read = readMark(value);
  return parseMarkName(key) !== null && ('mark' in read || read.problem === 'newer');
}

/**
 * What counts of two values of one key. Of marks, and of all values that say when they were written (`at`), the later; of
 * records, what both say; where nothing tells them apart, the reader's own.
 */
export function mergeValues(key: string, own: string | undefined, incoming: string): string {
  if (own === undefined) return incoming;
  if (key.startsWith('mark:')) {
    const [a, b] = [readMark(own), readMark(incoming)];
    return 'mark' in a && 'mark' in b && laterMark(a.mark, b.mark) !== a.mark ? incoming : own;
  }
  const form = RECORDS.get(kindOf(key));
  if (form) return mergeRecords(form, own, incoming);
  const [mine, other] = [timeOf(own), timeOf(incoming)];
  return mine !== null && other !== null && other > mine ? incoming : own;
}

/** All that two sets of entries say. */
export function mergeEntries(own: Entries, incoming: Entries): Entries {
  const merged = new Map(own);
  for (const [key, value] of incoming) merged.set(key, mergeValues(key, own.get(key), value));
  return merged;
}

/** Records that merge into what both say, by the first part of their keys. */
const RECORDS: ReadonlyMap<string, RecordForm<unknown>> = new Map([['quiz', ATTEMPTS as RecordForm<unknown>]]);

function mergeRecords<T>(form: RecordForm<T>, own: string, incoming: string): string {
  const [a, b] = [form.read(own), form.read(incoming)];
  // What only a newer build can read stays.
  if (!('value' in b)) return own;
  if (!('value' in a)) return a.problem === 'newer' ? own : incoming;
  const merged = form.write(form.merge(a.value, b.value));
  return merged === form.write(a.value) ? own : merged;
}

function kindOf(key: string): string {
  return key.split(':', 1)[0] as string;
}

/** When a value says that it was written; `null` when it does not. */
function timeOf(value: string): number | null {
  const at = (parseJson(value) as { at?: unknown } | null | undefined)?.at;
  return isTime(at) ? at : null;
}
