import type { PlanIndex } from '../roadmap/plan-index.ts';
import type { Entries } from './entries.ts';
import { type Mark, writeMark } from './mark.ts';

/**
 * Ticks from a Markdown file, as entries to merge. A tick that is here already stays as it is, with its time; one that was taken
 * back here is made anew, for a file does not say when it was ticked, and the reader has just chosen it.
 *
 * @param found ids of the ticked items
 * @param now milliseconds since 1970
 */
export function tickedEntries(
  plan: string,
  { items }: Pick<PlanIndex, 'items'>,
  found: ReadonlySet<string>,
  { own, now }: { own: ReadonlyMap<string, Mark>; now: number },
): Entries {
  const entries = new Map<string, string>();
  for (const { id, text, unit, kind, minutes, done: byAuthor } of items) {
    const mine = own.get(id);
    if (!found.has(id) || (!mine && byAuthor)) continue;
    const at = Math.max(now, (mine?.at ?? 0) + 1);
    const mark = mine?.done ? mine : { done: true, at, text, unit, kind, minutes: minutes ?? 0, byAuthor };
    entries.set(`mark:${plan}:${id}`, writeMark(mark));
  }
  return entries;
}
