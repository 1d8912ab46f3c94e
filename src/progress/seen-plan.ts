import type { PlanIndex } from '../roadmap/plan-index.ts';
import { moveMark, placeMark } from './edit-marks.ts';
import type { ProgressStore } from './progress-store.ts';
import { type Indexed, reconcile } from './reconcile.ts';

/** A plan as it was when the reader was last here: what its later states are compared with. */
export interface SeenPlan {
  version: string;
  items: Indexed[];
}

/** Version of the stored form. */
export const SEEN_VERSION = 1;

/** Reads a stored plan; `null` when there is none or it cannot be read, which is no loss: today's takes its place. */
export function readSeenPlan(value: string | null): SeenPlan | null {
  try {
    const stored = JSON.parse(value ?? '');
    if (stored.v !== SEEN_VERSION || typeof stored.version !== 'string' || !Array.isArray(stored.items)) return null;
    const items = stored.items.map(([id, text, unit]: unknown[]) => ({ id, text, unit }));
    const sound = items.every((item: object) => Object.values(item).every((field) => typeof field === 'string'));
    return sound ? { version: stored.version, items } : null;
  } catch {
    return null;
  }
}

export function writeSeenPlan({ version, items }: SeenPlan): string {
  return JSON.stringify({ v: SEEN_VERSION, version, items: items.map(({ id, text, unit }) => [id, text, unit]) });
}

/**
 * Brings the marks of a plan to today's state of it: items that were reworded take their marks along, items that moved are known
 * by their new page. Marks whose items are gone stay, and count nowhere until the reader has given them to another item.
 *
 * @param seen the plan when the reader was last here; `null` when that is not known: then only items that say
 * exactly the same are taken for the same
 */
export function bringUpToDate(store: ProgressStore, plan: string, seen: SeenPlan | null, today: PlanIndex): void {
  const marks = store.marksOf(plan);
  const current = new Map(today.items.map((item) => [item.id, item]));
  const before = seen?.items ?? [...marks].map(([id, { text, unit }]) => ({ id, text, unit }));
  for (const [from, to] of reconcile(before, today.items, { exactly: seen === null })) {
    const item = current.get(to);
    if (marks.has(from) && item) moveMark(store, plan, from, to, placeOf(item));
  }
  for (const [id, mark] of [...marks]) {
    const item = current.get(id);
    const now = item ? placeOf(item) : { text: mark.text, unit: mark.unit, byAuthor: mark.done };
    if (mark.unit !== now.unit || mark.byAuthor !== now.byAuthor) placeMark(store, plan, id, now);
  }
}

function placeOf({ text, unit, done }: PlanIndex['items'][number]): { text: string; unit: string; byAuthor: boolean } {
  return { text, unit, byAuthor: done };
}
