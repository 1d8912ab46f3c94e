import type { UnitNode } from './roadmap.ts';
import { ITEM_KINDS, type ItemKind } from './types.ts';

/** A number with its noun: `1 day`, `37 days`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** What items of each kind are called where they are counted. */
const NOUNS: Readonly<Record<ItemKind, readonly [one: string, many: string]>> = {
  task: ['task', 'tasks'],
  topic: ['topic', 'topics'],
  watch: ['talk or article', 'talks and articles'],
  project: ['project', 'projects'],
  quiz: ['quiz question', 'quiz questions'],
  criterion: ['criterion', 'criteria'],
  habit: ['habit', 'habits'],
};

/** How many units there are, by their numbers: two pairs of weeks are `4 weeks`. Of mixed kinds, how many `parts`. */
export function countUnits(units: readonly Pick<UnitNode, 'kind' | 'name'>[]): string {
  const [first] = units;
  if (!first || first.kind === 'section' || units.some(({ kind }) => kind !== first.kind))
    return count(units.length, 'part');
  return count(
    units.reduce((sum, { name }) => sum + name.last - name.first + 1, 0),
    first.kind,
  );
}

/** How many items there are of each kind: `5 topics`, `1 project`; kinds without any are left out. */
export function countItems(items: readonly { kind: ItemKind }[]): string[] {
  return ITEM_KINDS.flatMap((kind) => {
    const number = items.filter((item) => item.kind === kind).length;
    return number === 0 ? [] : count(number, ...NOUNS[kind]);
  });
}
