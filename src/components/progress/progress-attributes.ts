import { type ItemNode, itemsWithin, type PlanNode, type UnitNode } from '../../roadmap/roadmap.ts';

/** The same for a link to the unit's page: its address says which unit it is, and words have no room. */
export function progressOfLink(plan: PlanNode, unit: UnitNode | null): Record<string, string> {
  const { 'data-total': total, 'data-ticked': ticked } = progressAttributes(plan, unit) ?? {};
  return { ...(total ? { 'data-total': total } : {}), ...(ticked ? { 'data-ticked': ticked } : {}) };
}

/** What `paint.ts` needs to show how much of a unit, or of a whole plan, is done; `null` where there is nothing to do. */
export function progressAttributes(plan: PlanNode, unit: UnitNode | null): Record<string, string> | null {
  const items = itemsWithin(plan, unit);
  if (items.length === 0) return null;
  const ticked = items.filter(({ done }) => done);
  return {
    'data-progress': unit?.id ?? '',
    'data-total': String(items.length),
    ...counted('data-ticked', ticked.length),
    ...counted('data-minutes', minutesOf(items)),
    ...counted('data-ticked-minutes', minutesOf(ticked)),
  };
}

/** What is not there costs no bytes. */
function counted(name: string, number: number): Record<string, string> {
  return number > 0 ? { [name]: String(number) } : {};
}

/** Minutes of items, where most of them say theirs; an item inside another one takes its time from that one. */
function minutesOf(items: readonly ItemNode[]): number {
  const silent = items.filter(({ nested, minutes }) => !nested && minutes === null).length;
  // Hours that are known for a few tasks only would pass for the hours of all.
  if (silent > items.length / 5) return 0;
  return items.reduce((sum, { nested, minutes }) => sum + (nested ? 0 : (minutes ?? 0)), 0);
}
