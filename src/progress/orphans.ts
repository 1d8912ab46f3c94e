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

const MOST_CANDIDATES = 5;

/** The ticks of a plan whose items are gone, latest first; marks that only took a tick back are of no interest. */
export function orphansOf(marks: ReadonlyMap<string, Mark>, index: PlanIndex): Orphan[] {
  const current = new Set(index.items.map(({ id }) => id));
  const isOpen = ({ id, done }: IndexItem) => !(marks.get(id)?.done ?? done);
  return [...marks]
    .filter(([id, { done }]) => done && !current.has(id))
    .sort(([, a], [, b]) => b.at - a.at)
    .map(([id, mark]) => ({ id, mark, candidates: alike(id, mark, index).filter(isOpen).slice(0, MOST_CANDIDATES) }));
}

/** All items like one that is gone. Found once: the list is made anew with every tick. */
function alike(id: string, { text, unit }: Mark, index: PlanIndex): IndexItem[] {
  const { find, found } = known.get(index) ?? { find: mostAlike(index.items), found: new Map<string, IndexItem[]>() };
  const items = found.get(id) ?? find({ id, text, unit });
  found.set(id, items);
  known.set(index, { find, found });
  return items;
}

const known = new WeakMap<
  PlanIndex,
  { find: ReturnType<typeof mostAlike<IndexItem>>; found: Map<string, IndexItem[]> }
>();
