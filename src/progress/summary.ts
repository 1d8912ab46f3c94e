import type { ItemKind } from '../roadmap/types.ts';
import type { Mark } from './mark.ts';

/** How much of a plan is done. */
export interface Summary {
  done: number;
  byKind: ReadonlyMap<ItemKind, number>;
  /** Minutes of what is done. */
  minutes: number;
}

/**
 * Counts what is done in a plan; `paint.ts` counts in the same way.
 *
 * @param author what the author has ticked: how many items of each kind, and their minutes
 * @param known ids of the plan's items, so that ticks whose items are gone do not count; `null` before they are known
 */
export function summarize(
  marks: ReadonlyMap<string, Mark>,
  author: { ticked: Readonly<Record<string, number>>; minutes: number },
  known: ReadonlySet<string> | null,
): Summary {
  const byKind = new Map(Object.entries(author.ticked) as [ItemKind, number][]);
  let minutes = author.minutes;
  for (const [item, mark] of marks) {
    if (mark.done === mark.byAuthor || (known && !known.has(item))) continue;
    const change = mark.done ? 1 : -1;
    byKind.set(mark.kind, (byKind.get(mark.kind) ?? 0) + change);
    minutes += change * mark.minutes;
  }
  const done = [...byKind.values()].reduce((sum, number) => sum + number, 0);
  return { done, byKind, minutes: Math.max(0, minutes) };
}

/** How many of a reader's marks are ticks; the others have taken one back. */
export function countTicks(marks: ReadonlyMap<string, Mark>): number {
  return [...marks.values()].filter(({ done }) => done).length;
}
