import type { ItemKind } from '../roadmap/types.ts';
import type { Mark } from './mark.ts';

/**
 * How many items of each kind are done in a unit and below it; `paint.ts` counts in the same way.
 *
 * @param marks what the reader has said about items of the plan
 * @param unit path of the unit inside its plan
 * @param ticked how many its author has ticked, by kind
 */
export function doneByKind(marks: Iterable<Mark>, unit: string, ticked: DoneByKind): DoneByKind {
  const done: DoneByKind = { ...ticked };
  for (const mark of marks) {
    if (mark.unit !== unit && !mark.unit.startsWith(`${unit}/`)) continue;
    if (mark.done !== mark.byAuthor) done[mark.kind] = (done[mark.kind] ?? 0) + (mark.done ? 1 : -1);
  }
  return done;
}

export type DoneByKind = Partial<Record<ItemKind, number>>;
