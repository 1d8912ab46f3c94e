import type { Entries } from './entries.ts';
import { type Mark, writeMark } from './mark.ts';
import type { MarkdownPlan } from './markdown.ts';

/**
 * Ticks from a Markdown file, as entries to merge. A tick that is here already stays as it is, with its time; one that was taken
 * back here is made anew, for a file does not say when it was ticked, and the reader has just chosen it.
 *
 * @param found ids of the ticked items
 * @param byAuthor ids of the items that the author has ticked
 * @param now milliseconds since 1970
 */
export function tickedEntries(
  { id, units }: MarkdownPlan & { id: string },
  found: ReadonlySet<string>,
  { own, byAuthor, now }: { own: ReadonlyMap<string, Mark>; byAuthor: ReadonlySet<string>; now: number },
): Entries {
  const entries = new Map<string, string>();
  for (const unit of units)
    for (const { id: item, text, kind, minutes } of unit.items) {
      const mine = own.get(item);
      if (!found.has(item) || (!mine && byAuthor.has(item))) continue;
      const mark: Mark = mine?.done
        ? mine
        : {
            done: true,
            at: Math.max(now, (mine?.at ?? 0) + 1),
            text,
            unit: unit.id,
            kind,
            minutes: minutes ?? 0,
            byAuthor: byAuthor.has(item),
          };
      entries.set(`mark:${id}:${item}`, writeMark(mark));
    }
  return entries;
}
