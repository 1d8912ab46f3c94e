import type { PlanIndex } from '../roadmap/plan-index.ts';
import type { ProgressStore } from './progress-store.ts';
import { bringUpToDate, readSeenPlan, settle, writeSeenPlan } from './seen-plan.ts';

/**
 * Brings a reader's marks up to date when the plan has changed since she was last here, and remembers it as it is now. Also when it has not: an older
 * page in another tab may have ticked what an item was. This is done once a page: two tabs that know two versions of the plan
 * would undo each other's work if they did it again and again.
 *
 * @param version of the plan's items on this page; they are fetched only when it is another one than the one last seen
 */
export async function followPlan(store: ProgressStore, plan: string, version: string, base: string): Promise<void> {
  const key = store.keys.plan(plan);
  const stored = store.values.get(key);
  const read = stored === null ? null : readSeenPlan(stored);
  if (read && 'problem' in read && read.problem === 'newer') return;
  const seen = read && 'plan' in read ? read.plan : null;
  if (seen?.version === version) {
    settle(store, plan, seen);
    return;
  }
  const today = await fetchIndex(base, plan, version);
  const known = today && bringUpToDate(store, plan, seen, today);
  if (known) store.values.set(key, writeSeenPlan(known));
}

/**
 * Fetches the items of a plan as this page knows it.
 *
 * @returns `null` when they cannot be had: without a connection, when a new deployment has replaced them, or when a cache still has older ones
 */
export async function fetchIndex(base: string, plan: string, version: string): Promise<PlanIndex | null> {
  const response = await fetch(`${base}api/items/${plan}.json?v=${version}`).catch(() => null);
  const index = response?.ok ? ((await response.json().catch(() => null)) as PlanIndex | null) : null;
  return index?.version === version && Array.isArray(index.items) ? index : null;
}
