import type { PlanIndex } from '../roadmap/plan-index.ts';
import type { Entries } from './entries.ts';
import { parseMarkName } from './keys.ts';
import { readMark } from './mark.ts';
import { ProgressStore } from './progress-store.ts';
import { bringUpToDate, readSeenPlan } from './seen-plan.ts';
import { restoreInto, snapshotOf } from './whole-store.ts';

/**
 * Brings the ticks of a backup to today's state of the plans: one made before a plan was edited knows its items by other
 * ids. The backup holds the plans as they were, so that its ticks are found again like those of a reader who comes back.
 *
 * @param own what is kept here: it knows what items have become between then and now
 * @param indexes today's items of each plan that this site has; ticks of other plans stay as they are
 */
export function adaptEntries(entries: Entries, own: Entries, indexes: ReadonlyMap<string, PlanIndex>): Entries {
  const then = new ProgressStore({ base: '/', storage: null });
  const adapted = new Map(entries);
  for (const [key, value] of entries) {
    const plan = parseMarkName(key)?.plan;
    // A mark of a newer version stays as it came.
    if (plan === undefined || !indexes.has(plan) || !('mark' in readMark(value))) continue;
    restoreInto(then, new Map([[key, value]]));
    adapted.delete(key);
  }
  for (const [plan, index] of indexes) {
    const [seen, seenHere] = [entries, own].map((all) => readSeenPlan(all.get(`plan:${plan}`) ?? ''));
    const moved = seenHere && 'plan' in seenHere ? seenHere.plan.moved : [];
    const before = seen && 'plan' in seen ? seen.plan : null;
    bringUpToDate(then, plan, before && { ...before, moved: new Map([...moved, ...before.moved]) }, index);
    // The plan as it was then: what it was needed for is done.
    adapted.delete(`plan:${plan}`);
  }
  for (const [key, value] of snapshotOf(then)) adapted.set(key, value);
  return adapted;
}
