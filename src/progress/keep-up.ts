import type { PlanIndex } from '../roadmap/plan-index.ts';
import type { ProgressStore } from './progress-store.ts';
import { bringUpToDate, readSeenPlan, SEEN_VERSION, writeSeenPlan } from './seen-plan.ts';

/**
 * Brings a reader's marks up to date when the plan has changed since she was last here, and remembers it as it is now.
 *
 * @param version of the plan's index today; the index itself is fetched only when it is another one than the one last seen
 */
export async function keepUp(store: ProgressStore, plan: string, version: string, base: string): Promise<void> {
  const key = store.keys.plan(plan);
  const stored = store.read(key);
  const seen = readSeenPlan(stored);
  if (seen?.version === version || isNewer(stored)) return;
  // Offline, or gone in a new deployment: the next page tries again.
  const response = await fetch(`${base}api/items/${plan}.json`).catch(() => null);
  if (!response?.ok) return;
  const today = (await response.json()) as PlanIndex;
  bringUpToDate(store, plan, seen, today);
  store.write(key, writeSeenPlan({ version: today.version, items: today.items }));
}

/** A newer build wrote it, and compares its own plan with it: nothing that this one knows may take its place. */
function isNewer(stored: string | null): boolean {
  return Number(/^\{"v":(\d+)/.exec(stored ?? '')?.[1] ?? 0) > SEEN_VERSION;
}
