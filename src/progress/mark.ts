import type { ItemKind } from '../roadmap/types.ts';

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

/** Reads a stored mark and checks every field of it. */
export function readMark(value: string): ReadMark {
  const stored = parse(value);
  if (typeof stored !== 'object' || stored === null) return { problem: 'unreadable' };
  const { v, done, at, text, unit, kind, minutes, byAuthor } = stored as Record<string, unknown>;
  if (typeof v === 'number' && v > VERSION) return { problem: 'newer' };
  const sound =
    v === VERSION &&
    typeof done === 'boolean' &&
    typeof at === 'number' &&
    Number.isFinite(at) &&
    typeof text === 'string' &&
    typeof unit === 'string' &&
    typeof kind === 'string' &&
    typeof minutes === 'number' &&
    minutes >= 0 &&
    typeof byAuthor === 'boolean';
  return sound
    ? { mark: { done, at, text, unit, kind: kind as ItemKind, minutes, byAuthor } }
    : { problem: 'unreadable' };
}

export function writeMark({ done, at, text, unit, kind, minutes, byAuthor }: Mark): string {
  return JSON.stringify({ v: VERSION, done, at, text, unit, kind, minutes, byAuthor });
}

/** The later of two marks; of two at the same instant the tick, so that all tabs agree. */
export function laterMark(a: Mark, b: Mark): Mark {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.done ? a : b;
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
