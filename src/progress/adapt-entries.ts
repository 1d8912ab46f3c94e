import type { PlanIndex } from '../roadmap/plan-index.ts';
import { type Entries, markPlace } from './entries.ts';
import { readMark } from './mark.ts';
import { ProgressStore } from './progress-store.ts';
import { bringUpToDate, readSeenPlan } from './seen-plan.ts';
import { restoreInto, snapshotOf } from './whole-store.ts';

/**
 * Brings the ticks of a backup to today's state of the plans: one made before a plan was edited knows its items by other
 * ids. The backup holds the plans as they were, so that its ticks are found again like those of a reader who comes back.
 *
 * @param indexes today's items of each plan that could be loaded; ticks of other plans stay as they are
 */
export function adaptEntries(entries: Entries, indexes: ReadonlyMap<string, PlanIndex>): Entries {
  const then = new ProgressStore({ base: '/', storage: null });
  const adapted = new Map(entries);
  for (const [key, value] of entries) {
    const plan = markPlace(key)?.plan;
    // A mark of a newer version stays as it came.
    if (plan === undefined || !indexes.has(plan) || !('mark' in readMark(value))) continue;
    restoreInto(then, new Map([[key, value]]));
    adapted.delete(key);
  }
  for (const [plan, index] of indexes) {
    bringUpToDate(then, plan, readSeenPlan(entries.get(`plan:${plan}`) ?? null), index);
    // The plan as it was then: what it was needed for is done.
    adapted.delete(`plan:${plan}`);
  }
  for (const [key, value] of snapshotOf(then)) adapted.set(key, value);
  return adapted;
}
