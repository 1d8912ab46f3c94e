import { describe, expect, test } from 'vitest';
import type { IndexItem } from '../roadmap/plan-index.ts';
import { doneByKind } from './done-by-kind.ts';
import { ProgressStore } from './progress-store.ts';
import { bringUpToDate, readSeenPlan, type SeenPlan, writeSeenPlan } from './seen-plan.ts';

const OLD = '0000000001';
const NEW = '0000000002';
const TWIN = '0000000003';
const item = (id: string, text: string, unit = 'week-1', done = false): IndexItem => ({
  id,
  text,
  unit,
  done,
  kind: 'task',
  minutes: null,
});
const seen = (...items: IndexItem[]): SeenPlan => ({ version: 'a', items });
const today = (...items: IndexItem[]) => ({ version: 'b', items });

function reader(text: string, unit = 'week-1'): ProgressStore {
  const store = new ProgressStore({ base: '/', storage: null });
  store.set('plan', OLD, { done: true, text, unit, kind: 'task', minutes: 0, byAuthor: false });
  return store;
}
const marks = (store: ProgressStore) =>
  [...store.marksOf('plan')].map(([id, { text, unit, done, byAuthor }]) => [id, text, unit, done, byAuthor]);

describe('bringing marks up to date', () => {
  test('a reworded item takes its mark along', () => {
    const store = reader('Draw the cache of the shop');
    bringUpToDate(
      store,
      'plan',
      seen(item(OLD, 'Draw the cache of the shop')),
      today(item(NEW, 'Sketch the cache of the shop')),
    );
    expect(marks(store)).toEqual([[NEW, 'Sketch the cache of the shop', 'week-1', true, false]]);
  });

  test('one that moved, or that the author ticked since, is known as it is now', () => {
    const store = reader('Draw it');
    bringUpToDate(store, 'plan', seen(item(OLD, 'Draw it')), today(item(OLD, 'Draw it', 'week-2', true)));
    expect(marks(store)).toEqual([[OLD, 'Draw it', 'week-2', true, true]]);
  });

  test('one that is gone keeps its mark and its words, and counts nowhere until it is back', () => {
    const store = reader('Draw it');
    bringUpToDate(store, 'plan', seen(item(OLD, 'Draw it')), today(item(NEW, 'Something else entirely')));
    expect(marks(store)).toEqual([[OLD, 'Draw it', 'week-1', true, true]]);
    expect(doneByKind(store.marksOf('plan').values(), 'week-1', {})).toEqual({});
    bringUpToDate(store, 'plan', seen(item(NEW, 'Something else entirely')), today(item(OLD, 'Draw it')));
    expect(doneByKind(store.marksOf('plan').values(), 'week-1', {})).toEqual({ task: 1 });
  });

  test('when the earlier plan is not known, only the same words are the same', () => {
    const store = reader('Draw the cache of the shop');
    bringUpToDate(store, 'plan', null, today(item(NEW, 'Sketch the cache of the shop')));
    expect(marks(store)).toEqual([[OLD, 'Draw the cache of the shop', 'week-1', true, true]]);
    bringUpToDate(store, 'plan', null, today(item(NEW, 'Draw the *cache* of the shop'), item(TWIN, 'Other')));
    expect(marks(store)).toEqual([[NEW, 'Draw the *cache* of the shop', 'week-1', true, false]]);
  });

  test('an item that gets a twin on another page goes on with its own page', () => {
    const store = reader('Write a summary', 'week-1/day-01-caching');
    bringUpToDate(
      store,
      'plan',
      seen(item(OLD, 'Write a summary', 'week-1/day-01-caching')),
      today(
        item(NEW, 'Write a summary', 'week-1/day-01-caching'),
        item(TWIN, 'Write a summary', 'week-1/day-02-queues'),
      ),
    );
    expect(marks(store).map(([id]) => id)).toEqual([NEW]);
  });
});

describe('the stored plan', () => {
  test('is read as it was written', () => {
    const plan = seen(item(OLD, 'Draw “it”'), item(NEW, ''));
    expect(readSeenPlan(writeSeenPlan(plan))).toEqual({
      version: 'a',
      items: plan.items.map(({ id, text, unit }) => ({ id, text, unit })),
    });
  });

  test.each([
    null,
    '',
    '{',
    '{}',
    '{"v":2,"version":"a","items":[]}',
    '{"v":1,"version":"a","items":[[1,2,3]]}',
    '{"v":1,"version":"a","items":[7]}',
  ])('%j is none', (value) => {
    expect(readSeenPlan(value)).toBeNull();
  });
});
