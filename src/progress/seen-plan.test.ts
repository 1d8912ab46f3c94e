import { describe, expect, test } from 'vitest';
import type { IndexItem } from '../roadmap/plan-index.ts';
import { doneByKind } from './done-by-kind.ts';
import { ProgressStore } from './progress-store.ts';
import { bringUpToDate, readSeenPlan, type SeenPlan, settle, writeSeenPlan } from './seen-plan.ts';

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
const seen = (...items: IndexItem[]): SeenPlan => ({ version: 'a', items, moved: new Map() });
const today = (...items: IndexItem[]) => ({ version: 'b', items });

function reader(text: string, unit = 'week-1'): ProgressStore {
  let clock = 0;
  const store = new ProgressStore({ base: '/', storage: null, now: () => clock++ });
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

  test('what an item says of its kind and time goes over to its mark', () => {
    const store = reader('Draw it');
    const now = { ...item(OLD, 'Draw it'), kind: 'project' as const, minutes: 90 };
    bringUpToDate(store, 'plan', seen(item(OLD, 'Draw it')), today(now));
    expect(store.marksOf('plan').get(OLD)).toMatchObject({ kind: 'project', minutes: 90, at: expect.any(Number) });
  });

  test('a page that was open all the while may tick what an item was: the tick goes where the item is', () => {
    const store = reader('Draw the cache of the shop');
    const known = bringUpToDate(
      store,
      'plan',
      seen(item(OLD, 'Draw the cache of the shop')),
      today(item(NEW, 'Sketch the cache of the shop')),
    );
    if (!known) throw new Error('nothing was kept');
    const later = bringUpToDate(store, 'plan', known, {
      version: 'c',
      items: [item(TWIN, 'Sketch the caches of the shop')],
    });
    expect(later?.moved).toEqual(
      new Map([
        [OLD, TWIN],
        [NEW, TWIN],
      ]),
    );
    for (const old of [OLD, NEW]) {
      const mark = store.set('plan', old, {
        done: false,
        text: 'Draw',
        unit: 'week-1',
        kind: 'task',
        minutes: 0,
        byAuthor: false,
      });
      if (later) settle(store, 'plan', later);
      expect([...store.marksOf('plan')].map(([id, { at, done }]) => [id, at, done])).toEqual([[TWIN, mark.at, false]]);
    }
  });

  test('when a move cannot be kept, the old mark stays and the plan is not remembered as seen', () => {
    const values = new Map<string, string>();
    let room = Number.POSITIVE_INFINITY;
    const storage = {
      get length() {
        return values.size;
      },
      key: (index: number) => [...values.keys()][index] ?? null,
      getItem: (key: string) => values.get(key) ?? null,
      setItem(key: string, value: string) {
        if (values.size >= room && !values.has(key)) throw new DOMException('full', 'QuotaExceededError');
        values.set(key, value);
      },
      removeItem: (key: string) => values.delete(key),
    } as unknown as Storage;
    const open = () => new ProgressStore({ base: '/', storage });
    const said = {
      text: 'Draw the cache of the shop',
      unit: 'week-1',
      kind: 'task',
      minutes: 0,
      byAuthor: false,
    } as const;
    open().set('plan', OLD, { ...said, done: true });
    const [before, after] = [
      seen(item(OLD, 'Draw the cache of the shop')),
      today(item(NEW, 'Sketch the cache of the shop')),
    ];
    room = 1;
    const store = open();
    expect(bringUpToDate(store, 'plan', before, after)).toBeNull();
    expect(store.marksOf('plan').get(NEW)?.done).toBe(true);
    expect(open().marksOf('plan').get(OLD)?.done).toBe(true);
    room = 2;
    expect(bringUpToDate(open(), 'plan', before, after)).not.toBeNull();
    expect(marks(open())).toEqual([[NEW, 'Sketch the cache of the shop', 'week-1', true, false]]);
  });
});

describe('the stored plan', () => {
  test('is read as it was written', () => {
    const plan = { ...seen(item(OLD, 'Draw “it”'), item(NEW, '')), moved: new Map([[TWIN, NEW]]) };
    expect(readSeenPlan(writeSeenPlan(plan))).toEqual({
      plan: { ...plan, items: plan.items.map((entry) => ({ ...entry, minutes: 0 })) },
    });
  });

  test.each([
    '',
    '{',
    '{}',
    'null',
    '{"v":1,"version":"a","items":[]}',
    '{"v":1,"version":"a","items":[],"moved":{}}',
    '{"v":1,"version":"a","items":[[1,2,3]],"moved":[]}',
    '{"v":1,"version":"a","items":[7],"moved":[]}',
    '{"v":1,"version":"a","items":[],"moved":[["a"]]}',
  ])('%j is none', (value) => {
    expect(readSeenPlan(value)).toEqual({ problem: 'unreadable' });
  });

  test('of a newer build is left alone', () => {
    expect(readSeenPlan('{"v":2,"anything":true}')).toEqual({ problem: 'newer' });
  });
});
