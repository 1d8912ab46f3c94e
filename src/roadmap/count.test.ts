import { expect, test } from 'vitest';
import { count, countItems, countUnits } from './count.ts';
import { parseUnitName } from './parse-name.ts';
import type { UnitNode } from './roadmap.ts';

test('a number takes its noun in the singular or plural', () => {
  expect([count(0, 'day'), count(1, 'day'), count(2, 'day'), count(2, 'criterion', 'criteria')]).toEqual([
    '0 days',
    '1 day',
    '2 days',
    '2 criteria',
  ]);
});

test('items are counted by kind, in one order wherever they stand', () => {
  const items = (['project', 'topic', 'watch', 'topic', 'criterion'] as const).map((kind) => ({ kind }));
  expect(countItems(items)).toEqual(['2 topics', '1 talk or article', '1 project', '1 criterion']);
  expect(countItems([])).toEqual([]);
});

test.each([
  [['weeks-1-2', 'weeks-3-4'], '4 weeks'],
  [['day-01'], '1 day'],
  [['quarter-1', 'quarter-2'], '2 quarters'],
  [['section-1', 'section-2'], '2 parts'],
  [['section-0', 'quarter-1'], '2 parts'],
])('%j are %s', (names, words) => {
  const units = names.map((name) => ({ ...parseUnitName(name), name: parseUnitName(name) }) as UnitNode);
  expect(countUnits(units)).toBe(words);
});
