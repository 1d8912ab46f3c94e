import type { IndexItem, PlanIndex } from '../roadmap/plan-index.ts';
import type { ItemKind } from '../roadmap/types.ts';
import { moveMark, type Place, placeMark } from './edit-marks.ts';
import { parseJson } from './parse-json.ts';
import type { ProgressStore } from './progress-store.ts';
import { reconcile } from './reconcile.ts';

/** A plan as it was when the reader was last here: what its later states are compared with. */
export interface SeenPlan {
  version: string;
  items: readonly IndexItem[];
  /** What items of earlier states have become, new id by old id: a page that was open all the while may still tick the old ones. */
  moved: ReadonlyMap<string, string>;
}

/** Version of the stored form. */
const VERSION = 1;

/** Reads a stored plan. `unreadable`, which is no loss: today's takes its place; `newer`: nothing that this build knows may take its place. */
export function readSeenPlan(text: string): { plan: SeenPlan } | { problem: 'unreadable' | 'newer' } {
  const stored = parseJson(text);
  if (typeof stored !== 'object' || stored === null) return { problem: 'unreadable' };
  const { v, version, items, moved } = stored as Record<string, unknown>;
  if (typeof v === 'number' && v > VERSION) return { problem: 'newer' };
  const isSound = v === VERSION && typeof version === 'string' && isRows(items, ITEM) && isRows(moved, MOVE);
  if (!isSound) return { problem: 'unreadable' };
  const known = (items as ItemRow[]).map(([id, text, unit, kind, minutes, done]) => {
    return { id, text, unit, kind, minutes, done };
  });
  return { plan: { version, items: known, moved: new Map(moved as [string, string][]) } };
}

export function writeSeenPlan({ version, items, moved }: SeenPlan): string {
  return JSON.stringify({
    v: VERSION,
    version,
    items: items.map(({ id, text, unit, kind, minutes, done }): ItemRow => [id, text, unit, kind, minutes ?? 0, done]),
    moved: [...moved],
  });
}

/**
 * Brings the marks of a plan to today's state of it: items that were reworded take their marks along, items that moved or say another time
 * are known as they are now. Marks whose items are gone stay, and count nowhere until the reader has given them to another item.
 *
 * @param seen the plan when the reader was last here; `null` when that is not known: then only items that say
 * exactly the same are taken for the same
 * @returns what to remember; `null` when not all of it could be kept, so that it must be tried again
 */
export function bringUpToDate(
  store: ProgressStore,
  plan: string,
  seen: SeenPlan | null,
  today: PlanIndex,
): SeenPlan | null {
  const marks = store.marksOf(plan);
  const before = seen?.items ?? [...marks].map(([id, { text, unit }]) => ({ id, text, unit }));
  const found = reconcile(before, today.items, { exactly: seen === null });
  const earlier = [...(seen?.moved ?? [])].map(([from, to]) => [from, found.get(to) ?? to] as const);
  const current = new Set(today.items.map(({ id }) => id));
  const moved = new Map([...earlier, ...found].filter(([from, to]) => current.has(to) && !current.has(from)));
  const known = { version: today.version, items: today.items, moved };
  return settle(store, plan, known) ? known : null;
}

/**
 * Puts each mark where its item is, or where what it has become is. Only for a page that knows the plan as it was last seen: an older one would
 * take new items for gone.
 *
 * @returns whether all of it is kept
 */
export function settle(store: ProgressStore, plan: string, { items, moved }: SeenPlan): boolean {
  const places = new Map(items.map((item) => [item.id, placeOf(item)]));
  let isChanged = false;
  let isKept = true;
  for (const [id, mark] of [...store.marksOf(plan)]) {
    const to = places.has(id) ? id : (moved.get(id) ?? id);
    // Of an item that is gone, the author says what the reader says: so it counts nowhere.
    const place = places.get(to) ?? { byAuthor: mark.done };
    if (to === id && Object.entries(place).every(([name, value]) => mark[name as keyof Place] === value)) continue;
    isChanged = true;
    if (to === id) isKept = placeMark(store, plan, id, place) && isKept;
    else if (!moveMark(store, plan, id, to, place)) {
      // Both are here now, and one of them must count nowhere.
      placeMark(store, plan, id, { byAuthor: mark.done });
      isKept = false;
    }
  }
  if (isChanged) store.tell(plan, null);
  return isKept;
}

function placeOf({ text, unit, kind, minutes, done }: IndexItem): Required<Place> {
  return { text, unit, kind, minutes: minutes ?? 0, byAuthor: done };
}

type ItemRow = [id: string, text: string, unit: string, kind: ItemKind, minutes: number, done: boolean];
/** Types of the fields of a stored item, and of a stored move. */
const ITEM = 'string,string,string,string,number,boolean';
const MOVE = 'string,string';

function isRows(value: unknown, types: string): value is unknown[][] {
  const isRow = (row: unknown) => Array.isArray(row) && String(row.map((field) => typeof field)) === types;
  return Array.isArray(value) && value.every(isRow);
}
