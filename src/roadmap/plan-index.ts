import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PlanNode } from './roadmap.ts';
import type { Item } from './types.ts';

/** An item with the page it stands on, as the reader's store needs it to find its ticks again. */
export interface IndexItem extends Pick<Item, 'id' | 'text' | 'kind'> {
  /** What it adds to the minutes of its unit: nothing, where it stands in another item. */
  minutes: number | null;
  /** Path of its unit inside the plan. */
  unit: string;
  /** Ticked by the author. */
  done: boolean;
}

/** All items of a plan in reading order. `version` changes when what a store needs to know has changed. */
export interface PlanIndex {
  version: string;
  items: IndexItem[];
}

/** The index of a plan, as `/api/items/<plan>.json` publishes it. Each page of the plan names its version, so it is made once. */
export function planIndex(plan: Pick<PlanNode, 'units'>): PlanIndex {
  const index = made.get(plan) ?? makeIndex(plan);
  made.set(plan, index);
  return index;
}

const made = new WeakMap<Pick<PlanNode, 'units'>, PlanIndex>();

function makeIndex({ units }: Pick<PlanNode, 'units'>): PlanIndex {
  const items = units.flatMap((unit) =>
    unit.items.map(({ id, text, kind, minutes, nested, done }) => {
      return { id, text, kind, minutes: nested ? null : minutes, unit: unit.id, done };
    }),
  );
  const version = bytesToHex(sha256(utf8ToBytes(JSON.stringify(items))).slice(0, 6));
  return { version, items };
}
