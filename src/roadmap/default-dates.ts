import { addDays, formatISO, parseISO } from 'date-fns';
import type { UnitNode } from './roadmap.ts';

/** Gives days their default dates, and what holds days the span of them; returns the last one. */
export function addDates(nodes: readonly UnitNode[], start: string | undefined): string | undefined {
  const days = nodes.filter((node) => node.kind === 'day');
  if (!start || days.length === 0) return undefined;
  const base = Math.min(...days.map((day) => day.name.first));
  const dateOf = (number: number) => formatISO(addDays(parseISO(start), number - base), { representation: 'date' });
  for (const node of nodes) {
    const inside = node.kind === 'day' ? [node] : days.filter((day) => day.id.startsWith(`${node.id}/`));
    if (inside.length === 0) continue;
    node.dates = {
      first: dateOf(Math.min(...inside.map((day) => day.name.first))),
      last: dateOf(Math.max(...inside.map((day) => day.name.last))),
    };
  }
  return dateOf(Math.max(...days.map((day) => day.name.last)));
}
