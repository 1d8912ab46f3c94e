import { minuteOfDay, parseRange } from './parse-time.ts';
import type { PageItem, ParsedPage } from './parsed-page.ts';
import type { Problem } from './problems.ts';
import type { UnitNode } from './roadmap.ts';
import type { Slot } from './types.ts';

/**
 * Gives each item of a unit its slot: the part of the day that the heading it stands under names, else the one its time
 * falls into.
 *
 * @param slots the plan's parts of a day: name to `HH:MM–HH:MM`, or `null` where a part has no fixed hours
 * @returns times that lie outside their part of the day
 */
export function assignSlots(
  unit: UnitNode,
  page: ParsedPage<unknown>,
  slots: Readonly<Record<string, string | null>>,
): Problem[] {
  const problems: Problem[] = [];
  unit.items.forEach((item, index) => {
    const source = page.items[index] as PageItem;
    const named = source.headings.map((heading) => slotOf(heading, slots)).find((slot) => slot !== undefined);
    const times = source.from !== null && source.to !== null ? { from: source.from, to: source.to } : null;
    const name = named ?? (times ? slotAt(times, slots) : null);
    if (name !== null) item.slot = { name, ...times };
    const bounds = named === undefined ? null : slots[named];
    if (times && bounds && !within(times, bounds)) {
      problems.push({
        ...at(page, source),
        code: 'time-outside-slot',
        found: `${times.from}–${times.to} under "${named}"`,
        expected: `a time within ${bounds}, the plan's "${named}"`,
      });
    }
  });
  return problems;
}

/** The slot a heading names: `Project`, or `Project milestone`, is the slot `project`; of several, the longest name. */
function slotOf(heading: string, slots: Readonly<Record<string, unknown>>): string | undefined {
  const text = heading.toLowerCase();
  return Object.keys(slots)
    .filter((slot) => text === slot || text.startsWith(`${slot} `))
    .sort((a, b) => b.length - a.length)[0];
}

function slotAt(times: Pick<Required<Slot>, 'from' | 'to'>, slots: Readonly<Record<string, string | null>>): string {
  const named = Object.entries(slots).find(([, bounds]) => bounds !== null && within(times, bounds));
  if (named) return named[0];
  const start = minute(times.from);
  return start < 12 * 60 ? 'morning' : start < 17 * 60 ? 'afternoon' : 'evening';
}

function within(times: { from: string; to: string }, bounds: string): boolean {
  const range = parseRange(bounds);
  return range === null || (minute(times.from) >= minute(range.from) && minute(times.to) <= minute(range.to));
}

function minute(clock: string): number {
  return minuteOfDay(clock) ?? 0;
}

function at(page: ParsedPage<unknown>, item: PageItem): { file: string; line: number; column: number } {
  return { file: page.file, line: item.line, column: item.column };
}
