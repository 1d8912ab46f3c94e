import type { ItemKind } from '../roadmap/types.ts';
import { parseJson } from './parse-json.ts';

/** Version of the stored form. A value of a later one is left alone: a newer build of the site wrote it. */
const VERSION = 1;

/**
 * What a reader has said about one item, with all that is needed to find the item again and to count it without the site's
 * index: a tick whose item is gone still has its words.
 */
export interface Mark {
  done: boolean;
  /** When it was said, in milliseconds since 1970. The later of two marks counts. */
  at: number;
  /** The item's words. */
  text: string;
  /** Path of its unit inside the plan. */
  unit: string;
  kind: ItemKind;
  /** Minutes the item says it takes; 0 when it says nothing. */
  minutes: number;
  /**
   * What the author's file says: this mark counts where it differs from that. Of an item that is gone it is what the mark says, so
   * that it counts nowhere (`seen-plan.ts`).
   */
  byAuthor: boolean;
}

export type ReadMark = { mark: Mark } | { problem: 'unreadable' | 'newer' };

/** The latest time that a `Date` can hold: one beyond it could not be shown, and would win for ever. */
export const LATEST = 8.64e15;

/** Whether a stored value is a time: milliseconds since 1970. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LATEST;
}

/** What is stored of a mark besides its version and its time, and of which type. */
const FIELDS: Readonly<Record<Exclude<keyof Mark, 'at'>, string>> = {
  done: 'boolean',
  text: 'string',
  unit: 'string',
  kind: 'string',
  minutes: 'number',
  byAuthor: 'boolean',
};

/** Reads a stored mark and checks it; of its kind, only that it is a word: builds to come may know more of them. */
export function readMark(value: string): ReadMark {
  const stored = parseJson(value);
  if (typeof stored !== 'object' || stored === null) return { problem: 'unreadable' };
  const { v, ...mark } = stored as Mark & { v: unknown };
  if (typeof v === 'number' && v > VERSION) return { problem: 'newer' };
  const isSound = Object.entries(FIELDS).every(([name, type]) => typeof mark[name as keyof Mark] === type);
  return v === VERSION && isSound && isTime(mark.at) && mark.minutes >= 0 ? { mark } : { problem: 'unreadable' };
}

export function writeMark(mark: Mark): string {
  return JSON.stringify({ v: VERSION, ...mark });
}

/** The later of two marks; of two at the same instant the tick, so that all tabs agree; the first where they say the same. */
export function laterMark(a: Mark, b: Mark): Mark {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.done || !b.done ? a : b;
}
