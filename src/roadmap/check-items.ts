import { minuteOfDay } from './parse-time.ts';
import type { PageItem, ParsedPage } from './parsed-page.ts';
import type { Problem } from './problems.ts';
import type { UnitNode } from './roadmap.ts';

/**
 * Checks the items of a plan, once they have their ids: no two claim the same time of a day, and no two are the same item.
 *
 * @param pages the units' pages by file
 */
export function checkItems(nodes: readonly UnitNode[], pages: ReadonlyMap<string, ParsedPage<unknown>>): Problem[] {
  const placed = nodes.flatMap((node) => {
    const page = pages.get(node.file);
    return page
      ? node.items.map((item, index) => ({ item, file: node.file, source: page.items[index] as PageItem }))
      : [];
  });
  const first = new Map<string, { file: string; source: PageItem }>();
  const identical = placed.flatMap(({ item, file, source }): Problem[] => {
    const before = first.get(item.id);
    if (item.text === '') return [];
    if (!before) {
      first.set(item.id, { file, source });
      return [];
    }
    const where = before.file === file ? `in line ${before.source.line}` : `${before.file}:${before.source.line}`;
    const expected = 'words that tell the two apart: progress is kept by what an item says';
    return [{ ...at(file, source), code: 'identical-items', found: `"${item.text}", as ${where}`, expected }];
  });
  return [...nodes.flatMap((node) => overlaps(node, pages.get(node.file)?.items ?? [])), ...identical];
}

function overlaps(node: UnitNode, items: readonly PageItem[]): Problem[] {
  const timed = items.filter((item) => item.from !== null && item.to !== null && !item.nested);
  // A page for several days repeats the hours, under a heading for each of them.
  const severalDays = node.name.first !== node.name.last;
  const days = severalDays ? Map.groupBy(timed, ({ headings }) => headings[0]).values() : [timed];
  return [...days].flatMap((day) => {
    let latest: PageItem | undefined;
    return day
      .toSorted((a, b) => minutes(a.from) - minutes(b.from))
      .flatMap((item): Problem[] => {
        const before = latest;
        if (!before || minutes(item.to) > minutes(before.to)) latest = item;
        if (!before || minutes(item.from) >= minutes(before.to)) return [];
        const found = `${item.from}–${item.to}, but line ${before.line} has ${before.from}–${before.to}`;
        const expected = `a start at ${before.to} or later`;
        return [{ ...at(node.file, item), code: 'overlapping-times', found, expected }];
      });
  });
}

function minutes(clock: string | null): number {
  return minuteOfDay(clock ?? '') ?? 0;
}

function at(file: string, { line, column }: PageItem): { file: string; line: number; column: number } {
  return { file, line, column };
}
