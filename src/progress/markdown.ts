import type { Heading, List, Paragraph } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { textKey } from '../roadmap/identity.ts';
import { unitLabel } from '../roadmap/parse-name.ts';
import { leadingRange, trailingDuration } from '../roadmap/parse-time.ts';
import type { Item, Plan, Unit } from '../roadmap/types.ts';
import { readTaskLines, type TaskLine } from './task-lines.ts';

export type MarkdownPlan = Pick<Plan, 'title'> & { units: readonly MarkdownUnit[] };
export type MarkdownUnit = Pick<Unit, 'id' | 'kind' | 'number' | 'title' | 'parent'> & {
  items: readonly Pick<Item, 'id' | 'text' | 'kind' | 'minutes'>[];
};

/** What the ticked lines of a Markdown file are in a plan. */
export interface TickedItems {
  /** Ids of the items. */
  found: Set<string>;
  /** Lines that several items say; nothing on the lines above tells which. */
  ambiguous: TaskLine[];
  /** Lines that no item says. */
  unknown: TaskLine[];
}

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-' }).freeze();

/** A plan as one Markdown file: units as headings, items as task list items, in reading order. */
export function writeMarkdown(plan: MarkdownPlan, isDone: (item: string) => boolean): string {
  const units = plan.units.flatMap((unit) => {
    const title = heading(1 + pathOf(plan, unit).length, headingOf(unit));
    return unit.items.length > 0 ? [title, taskList(unit, isDone)] : [title];
  });
  return writer.stringify({ type: 'root', children: [heading(1, plan.title), ...units] });
}

/**
 * Finds the ticked lines of a Markdown file in a plan, by their words alone: letter case, punctuation, emphasis, links and time
 * blocks do not matter (`textKey`). Where several items say the same, the headings above decide. Nothing is guessed.
 */
export function readTicked(markdown: string, plan: MarkdownPlan): TickedItems {
  const items = Map.groupBy(
    plan.units.flatMap((unit) => unit.items.map(({ id, text }) => ({ id, unit, key: textKey(text) }))),
    ({ key }) => key,
  );
  const ticked: TickedItems = { found: new Set(), ambiguous: [], unknown: [] };
  for (const line of readTaskLines(markdown)) {
    if (!line.done) continue;
    const candidates = readings(line).map((text) => items.get(textKey(text)) ?? []);
    const same = candidates.find(({ length }) => length > 0) ?? [];
    const ids = new Set(narrow(plan, same, line).map(({ id }) => id));
    const [id] = ids;
    if (id === undefined) ticked.unknown.push(line);
    else if (ids.size > 1) ticked.ambiguous.push(line);
    else ticked.found.add(id);
  }
  return ticked;
}

/** What a line may say, likeliest first: as it stands, without its time. */
function readings({ text, first }: TaskLine): string[] {
  return [text, first].flatMap((said) => {
    const untimed = said.slice(leadingRange(said)?.length ?? 0);
    return [said, trailingDuration(untimed)?.text ?? untimed];
  });
}

/** Of items that say the same, those that stand under the line's headings. */
function narrow<T extends { unit: MarkdownUnit }>(
  plan: MarkdownPlan,
  same: readonly T[],
  line: TaskLine,
): readonly T[] {
  if (same.length < 2) return same;
  const above = line.headings.map(textKey);
  const exact = same.filter(({ unit }) => pathOf(plan, unit).join('\n') === above.slice(1).join('\n'));
  if (exact.length > 0) return exact;
  const near = same.filter(({ unit }) =>
    above.some((key) => key === textKey(headingOf(unit)) || key === textKey(unit.title)),
  );
  return near.length > 0 ? near : same;
}

/** Keys of the headings that a unit stands under, its own last. */
function pathOf(plan: MarkdownPlan, unit: MarkdownUnit): string[] {
  const parent = plan.units.find(({ id }) => id === unit.parent);
  return [...(parent ? pathOf(plan, parent) : []), textKey(headingOf(unit))];
}

/** `Week 1: Foundations`, `Weeks 1–2: Concurrency`. */
function headingOf({ kind, number, title }: MarkdownUnit): string {
  const [first = 0, last = first] = number.split('-').map(Number);
  return `${unitLabel({ kind, first, last })}: ${title}`;
}

function taskList({ items }: MarkdownUnit, isDone: (item: string) => boolean): List {
  return {
    type: 'list',
    spread: false,
    children: items.map(({ id, text }) => ({ type: 'listItem', checked: isDone(id), children: [paragraph(text)] })),
  };
}

function heading(depth: number, title: string): Heading {
  return { type: 'heading', depth: Math.min(6, depth) as Heading['depth'], children: paragraph(title).children };
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}
