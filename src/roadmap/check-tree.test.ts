import { expect, test } from 'vitest';
import { checkTree } from './check-tree.ts';
import { parseUnitName } from './parse-name.ts';
import type { UnitNode } from './roadmap.ts';

const unit = (id: string): UnitNode => {
  const name = parseUnitName(id.split('/').at(-1) ?? '');
  const parent = id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : null;
  return {
    id,
    parent,
    name,
    kind: name?.kind,
    label: id,
    number: `${name?.first}`,
    file: `plan/${id}.mdx`,
  } as UnitNode;
};
const found = (...ids: string[]) =>
  checkTree('plan/', ids.map(unit), { hasPlanPage: true, whole: true }).map(({ code, found }) => `${code}: ${found}`);

test('numbers run among siblings, and siblings of another kind may fill a hole', () => {
  expect(found('section-0', 'quarter-1', 'quarter-2', 'section-3')).toEqual([]);
  expect(found('section-0', 'quarter-1', 'section-3')).toEqual(['number-gap: section 3 after section 0']);
  expect(found('month-1', 'month-1/weeks-1-2', 'month-1/week-5')).toEqual(['number-gap: week 5 after week 1']);
});

test('what stands elsewhere fills no hole', () => {
  expect(found('week-1', 'week-1/section-2', 'week-3')).toEqual(['number-gap: week 3 after week 1']);
  expect(found('week-1', 'week-1/day-1', 'week-2', 'week-2/day-3')).toEqual(['number-gap: day 3 after day 1']);
});
