import { itemsWithin, type PlanNode, type UnitNode } from '../../roadmap/roadmap.ts';

/** What `paint.ts` needs to show how much of a unit, or of a whole plan, is done; `null` where there is nothing to do. */
export function progressAttributes(plan: PlanNode, unit: UnitNode | null): Record<string, string> | null {
  const items = itemsWithin(plan, unit);
  if (items.length === 0) return null;
  return {
    'data-progress': unit?.id ?? '',
    'data-total': String(items.length),
    'data-ticked': String(items.filter(({ done }) => done).length),
  };
}
