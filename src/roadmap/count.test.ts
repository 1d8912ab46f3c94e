import { expect, test } from 'vitest';
import { count, countItems } from './count.ts';

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
