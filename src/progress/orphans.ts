import type { IndexItem, PlanIndex } from '../roadmap/plan-index.ts';
import type { Mark } from './mark.ts';
import { mostAlike } from './reconcile.ts';

/** A tick whose item is no longer in the plan. */
export interface Orphan {
  id: string;
  mark: Mark;
  /** Items without a tick that it may belong to, best first. */
  candidates: IndexItem[];
}

/** The ticks of a plan whose items are gone, latest first; marks that only took a tick back are of no interest. */
export function orphansOf(marks: ReadonlyMap<string, Mark>, { items }: PlanIndex): Orphan[] {
  const current = new Set(items.map(({ id }) => id));
  const alike = mostAlike(items.filter(({ id, done }) => !(marks.get(id)?.done ?? done)));
  return [...marks]
    .filter(([id, { done }]) => done && !current.has(id))
    .sort(([, a], [, b]) => b.at - a.at)
    .map(([id, mark]) => ({ id, mark, candidates: alike({ id, text: mark.text, unit: mark.unit }, 5) }));
}
