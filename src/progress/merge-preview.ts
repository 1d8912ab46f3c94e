import { type Entries, mergeValues } from './entries.ts';
import { parseMarkName } from './keys.ts';
import { laterMark, readMark } from './mark.ts';

/** What merging would do to the ticks of one plan; each is a number of items. */
export interface PlanPreview {
  plan: string;
  /** Nothing was said about them here. */
  new: number;
  /** Said later than what is here: they take its place. */
  newer: number;
  /** What is here was said later: it stays. */
  older: number;
  unchanged: number;
}

export interface MergePreview {
  plans: PlanPreview[];
  /** Other entries that merging would add or change: attempts, notes, days. */
  others: number;
}

/** What `restoreInto` would do, without doing it. */
export function previewMerge(own: Entries, incoming: Entries): MergePreview {
  const plans = new Map<string, PlanPreview>();
  let others = 0;
  for (const [key, value] of incoming) {
    const place = parseMarkName(key);
    const mine = own.get(key);
    if (!place) {
      if (mergeValues(key, mine, value) !== mine) others += 1;
      continue;
    }
    const preview = plans.get(place.plan) ?? { plan: place.plan, new: 0, newer: 0, older: 0, unchanged: 0 };
    plans.set(place.plan, preview);
    preview[compare(mine, value)] += 1;
  }
  return { plans: [...plans.values()], others };
}

/** Whether there is anything to merge. */
export function changes({ plans, others }: MergePreview): number {
  return plans.reduce((sum, plan) => sum + plan.new + plan.newer, others);
}

function compare(own: string | undefined, incoming: string): Exclude<keyof PlanPreview, 'plan'> {
  if (own === undefined) return 'new';
  const [a, b] = [readMark(own), readMark(incoming)];
  if (!('mark' in a && 'mark' in b)) return own === incoming ? 'unchanged' : 'older';
  if (a.mark.at === b.mark.at && a.mark.done === b.mark.done) return 'unchanged';
  return laterMark(a.mark, b.mark) === a.mark ? 'older' : 'newer';
}
