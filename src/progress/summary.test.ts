import { expect, test } from 'vitest';
import type { Mark } from './mark.ts';
import { countTicks, summarize } from './summary.ts';

const mark = (said: Partial<Mark>): Mark => ({
  done: true,
  at: 1,
  text: '',
  unit: '',
  kind: 'task',
  minutes: 30,
  byAuthor: false,
  ...said,
});
const marks = new Map([
  ['mine', mark({})],
  ['taken back', mark({ done: false })],
  ["the author's", mark({ byAuthor: true })],
  ["the author's, taken back", mark({ byAuthor: true, done: false, kind: 'project' })],
  ['gone', mark({ kind: 'topic' })],
]);

test("marks count where they differ from the author's ticks", () => {
  const { done, byKind, minutes } = summarize(marks, { ticked: { task: 2, project: 1 }, minutes: 60 }, null);
  expect([done, Object.fromEntries(byKind), minutes]).toEqual([4, { task: 3, project: 0, topic: 1 }, 90]);
});

test('ticks whose items are gone do not count', () => {
  const known = new Set([...marks.keys()].filter((id) => id !== 'gone'));
  expect(summarize(marks, { ticked: {}, minutes: 0 }, known)).toMatchObject({ done: 0, minutes: 0 });
});

test("what was taken back is no tick, whoever's it was", () => {
  expect(countTicks(marks)).toBe(3);
});
