import { count } from '../roadmap/count.ts';
import { formatMinutes } from '../roadmap/parse-time.ts';
import type { PlanIndex } from '../roadmap/plan-index.ts';
import type { Mark } from './mark.ts';
import { countTicks, summarize } from './summary.ts';

/**
 * Shows in a plan's card how much of it is done.
 *
 * @param card as the server has written it (`PlanProgress.astro`); one of a plan that the site does not have says nothing of a total
 * @param index today's items of the plan; `undefined` before they are known
 */
export function fillPlanCard(card: HTMLElement, marks: ReadonlyMap<string, Mark>, index: PlanIndex | undefined): void {
  const { total, ticked = '{}', tickedMinutes = '0', minutes: all = '0' } = card.dataset;
  partOf(card, 'reset').hidden = marks.size === 0;
  if (total === undefined) {
    partOf(card, 'words').textContent = count(countTicks(marks), 'tick');
    return;
  }
  const known = index ? new Set(index.items.map(({ id }) => id)) : null;
  const author = { ticked: JSON.parse(ticked) as Record<string, number>, minutes: Number(tickedMinutes) };
  const { done, byKind, minutes } = summarize(marks, author, known);
  const bar = partOf(card, 'bar');
  bar.style.setProperty('--share', String(Math.min(1, done / Math.max(1, Number(total)))));
  bar.dataset['state'] = done <= 0 ? 'none' : done >= Number(total) ? 'all' : 'some';
  partOf(card, 'words').textContent = `${done} of ${total} done`;
  for (const kind of card.querySelectorAll<HTMLElement>('[data-kind]'))
    kind.textContent = String(byKind.get(kind.dataset['kind'] as never) ?? 0);
  const hours = partOf(card, 'hours');
  hours.hidden = Number(all) === 0;
  hours.textContent = `${minutes > 0 ? formatMinutes(minutes) : '0 h'} of ${formatMinutes(Number(all))}`;
}

/** The element of a card, or of what holds the cards, that has a name. */
export function partOf(root: ParentNode, name: string): HTMLElement {
  return root.querySelector(`[data-part="${name}"]`) as HTMLElement;
}
