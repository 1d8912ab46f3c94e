import { expect, test } from 'vitest';
import type { ItemKind } from '../roadmap/types.ts';
import { doneByKind } from './done-by-kind.ts';
import type { Mark } from './mark.ts';

const mark = (unit: string, kind: ItemKind, done: boolean, byAuthor = false): Mark => ({
  done,
  at: 1,
  text: 'Read',
  unit,
  kind,
  minutes: 0,
  byAuthor,
});

test('marks count in their unit and above it, where they differ from what the author ticked', () => {
  const marks = [
    mark('quarter-1', 'quiz', true),
    mark('quarter-1/month-01/week-1', 'topic', true),
    mark('quarter-1/month-01/week-1', 'topic', false),
    mark('quarter-1/month-02', 'topic', true, true),
    mark('quarter-1/month-02', 'project', false, true),
    mark('quarter-10', 'topic', true),
    mark('quarter-2', 'topic', true),
  ];
  expect(doneByKind(marks, 'quarter-1', { topic: 3, project: 1 })).toEqual({ quiz: 1, topic: 4, project: 0 });
  expect(doneByKind([], 'quarter-1', {})).toEqual({});
});
