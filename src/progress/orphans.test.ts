import { expect, test } from 'vitest';
import type { IndexItem } from '../roadmap/plan-index.ts';
import type { Mark } from './mark.ts';
import { orphansOf } from './orphans.ts';

const item = (id: string, text: string, done = false): IndexItem => ({
  id,
  text,
  unit: 'week-1',
  kind: 'task',
  minutes: null,
  done,
});
const mark = (text: string, done = true, at = 1): Mark => ({
  done,
  at,
  text,
  unit: 'week-1',
  kind: 'task',
  minutes: 0,
  byAuthor: false,
});
const index = (...items: IndexItem[]) => ({ version: 'a', items });

test('ticks without an item are listed, latest first, with the unticked items most like them', () => {
  const marks = new Map([
    ['gone-early', mark('Draw the cache of the shop', true, 1)],
    ['gone-late', mark('Write to a friend', true, 2)],
    ['taken-back', mark('Rest', false, 3)],
    ['there', mark('Draw the cache of a bank')],
  ]);
  const found = orphansOf(
    marks,
    index(
      item('there', 'Draw the cache of a bank'),
      item('near', 'Draw the caches a shop has'),
      item('done', 'Draw the cache', true),
      item('far', 'Sleep'),
    ),
  );
  expect(found.map(({ id, candidates }) => [id, candidates.map((candidate) => candidate.id)])).toEqual([
    ['gone-late', []],
    ['gone-early', ['near']],
  ]);
});
