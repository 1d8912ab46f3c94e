import type { PlanIndex } from '../roadmap/plan-index.ts';
import type { ProgressStore } from './progress-store.ts';
import { bringUpToDate, readSeenPlan, type SeenPlan, settle, writeSeenPlan } from './seen-plan.ts';

/**
 * Brings a reader's marks up to date when the plan has changed since she was last here, and remembers it as it is now. Afterwards, marks that
 * an older page in another tab still makes are put where they belong.
 *
 * @param version of the plan's items on this page; they are fetched only when it is another one than the one last seen
 */
export async function followPlan(store: ProgressStore, plan: string, version: string, base: string): Promise<void> {
  const key = store.keys.plan(plan);
  const stored = store.values.get(key);
  const read = stored === null ? null : readSeenPlan(stored);
  if (read && 'problem' in read && read.problem === 'newer') return;
  let seen = read && 'plan' in read ? read.plan : null;
  if (seen?.version === version) settle(store, plan, asPlaces(seen));
  else {
    const today = await fetchIndex(base, plan, version);
    if (!today) return;
    seen = bringUpToDate(store, plan, seen, today);
    if (!seen) return;
    store.values.set(key, writeSeenPlan(seen));
  }
  hearOfOldItems(store, plan, seen);
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

const followed = new WeakMap<ProgressStore, Map<string, () => void>>();

function hearOfOldItems(store: ProgressStore, plan: string, seen: SeenPlan): void {
  const state = asPlaces(seen);
  const stops = followed.get(store) ?? new Map<string, () => void>();
  stops.get(plan)?.();
  const stop = store.subscribe((changed, item) => {
    if (changed === plan && item !== null && !state.places.has(item)) settle(store, plan, state);
  });
  followed.set(store, stops.set(plan, stop));
}

/** What is known of the items without fetching them: enough to find them, not what their author says of them. */
function asPlaces({ items, moved }: SeenPlan) {
  return { moved, places: new Map(items.map(({ id, text, unit }) => [id, { text, unit }])) };
}
