import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeMarks, moveMark } from './edit-marks.ts';
import type { Mark } from './mark.ts';
import { ProgressStore } from './progress-store.ts';

/** A storage that several tabs share, with room for so many characters. */
class Shelf implements Storage {
  readonly values = new Map<string, string>();
  room: number;
  refuses = false;

  constructor(room = Number.POSITIVE_INFINITY) {
    this.room = room;
  }

  get length(): number {
    return this.values.size;
  }
  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    if (this.refuses) throw new DOMException('no', 'SecurityError');
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.refuses) throw new DOMException('no', 'SecurityError');
    const used = [...this.values].reduce(
      (sum, [name, text]) => sum + (name === key ? 0 : name.length + text.length),
      0,
    );
    if (used + key.length + value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.values.set(key, value);
  }
  removeItem(key: string): void {
    this.values.delete(key);
  }
  clear(): void {
    this.values.clear();
  }
}

const ID = '0123456789';
const OTHER = 'abcdefghjk';
const KEY = `daymark:/any/base/:mark:plan:${ID}`;
const said = (done: boolean): Omit<Mark, 'at'> => ({
  done,
  text: 'Read',
  unit: 'week-1',
  kind: 'task',
  minutes: 0,
  byAuthor: false,
});
const open = (storage: Storage | null, now?: () => number) =>
  new ProgressStore({ base: '/any/base', storage, ...(now ? { now } : {}) });
const done = (store: ProgressStore, item = ID) => store.marksOf('plan').get(item)?.done;

test('a mark is there for the next page, and only for this plan and this site', () => {
  const shelf = new Shelf();
  open(shelf).set('plan', ID, said(true));
  expect([...shelf.values.keys()]).toEqual([KEY]);
  expect(done(open(shelf))).toBe(true);
  expect(open(shelf).marksOf('other').size).toBe(0);
  expect(new ProgressStore({ base: '/', storage: shelf }).marksOf('plan').size).toBe(0);
});

test('the last word counts, also when the clock was put back', () => {
  const shelf = new Shelf();
  open(shelf, () => 2000).set('plan', ID, said(true));
  const store = open(shelf, () => 1000);
  store.set('plan', ID, said(false));
  expect(done(open(shelf))).toBe(false);
});

test('listeners hear of changes until they stop listening', () => {
  const store = open(new Shelf());
  const heard: [string, string | null][] = [];
  const stop = store.subscribe((plan, item) => heard.push([plan, item]));
  store.set('plan', ID, said(true));
  mergeMarks(store, 'plan', new Map([[OTHER, { ...said(true), at: 5 }]]));
  stop();
  store.set('plan', ID, said(false));
  expect(heard).toEqual([
    ['plan', ID],
    ['plan', null],
  ]);
});

test('a mark goes over to what its item has become, and an item that is let go is forgotten', () => {
  const shelf = new Shelf();
  const store = open(shelf);
  store.set('plan', ID, said(true));
  moveMark(store, 'plan', ID, OTHER, { text: 'Read more', unit: 'week-2', minutes: 45, byAuthor: false });
  expect([...open(shelf).marksOf('plan')]).toEqual([
    [OTHER, expect.objectContaining({ text: 'Read more', unit: 'week-2', minutes: 45, done: true })],
  ]);
  store.put('plan', OTHER, null);
  expect(shelf.values.size).toBe(0);
});

describe('when the storage fails', () => {
  test('without one, marks live as long as the page', () => {
    const store = open(null);
    store.set('plan', ID, said(true));
    expect([done(store), store.trouble]).toEqual([true, 'forbidden']);
  });

  test('a full one keeps what it has, and the page what it has not', () => {
    const shelf = new Shelf(200);
    const store = open(shelf);
    store.set('plan', ID, said(true));
    expect(store.trouble).toBeNull();
    store.set('plan', OTHER, said(true));
    expect([done(store), done(store, OTHER), store.trouble]).toEqual([true, true, 'full']);
    expect([done(open(shelf)), done(open(shelf), OTHER)]).toEqual([true, undefined]);
  });

  test('as soon as there is room, what the page has is kept, and the trouble is over', () => {
    const shelf = new Shelf(200);
    const store = open(shelf);
    store.set('plan', ID, said(true));
    store.set('plan', OTHER, said(true));
    shelf.room = 2000;
    store.set('plan', ID, said(false));
    expect([done(open(shelf)), done(open(shelf), OTHER), store.trouble]).toEqual([false, true, null]);
  });

  test('what only the page has outlives a look at the storage, until another tab says something later', () => {
    const shelf = new Shelf(200);
    const store = open(shelf, () => 5);
    store.set('plan', ID, said(true));
    store.set('plan', OTHER, said(true));
    store.hear(null);
    expect([done(store), done(store, OTHER)]).toEqual([true, true]);
    shelf.room = 2000;
    open(shelf, () => 9).set('plan', OTHER, said(false));
    store.hear(KEY.replace(ID, OTHER));
    expect(done(store, OTHER)).toBe(false);
  });

  test('a mark that cannot be kept under its new item is not lost under its old one', () => {
    const shelf = new Shelf();
    open(shelf).set('plan', ID, said(true));
    shelf.room = 0;
    expect(moveMark(open(shelf), 'plan', ID, OTHER, {})).toBe(false);
    expect(done(open(shelf))).toBe(true);
  });

  test('one that refuses in the middle is told apart from a full one', () => {
    const shelf = new Shelf();
    const store = open(shelf);
    shelf.refuses = true;
    store.set('plan', ID, said(true));
    expect([done(store), store.trouble]).toEqual([true, 'forbidden']);
  });

  const GARBAGE = [
    '{"v":1,"done":true,"at":-1,"text":"","unit":"","kind":"","minutes":0,"byAuthor":false}',
    '{"v":1,"done":true,"at":1e17,"text":"","unit":"","kind":"","minutes":0,"byAuthor":false}',
    '',
    'true',
    '{',
    '[]',
    'null',
    '{"v":1}',
    '{"__proto__":{"done":true},"v":1}',
    '{"v":1,"done":"yes","at":1,"text":"","unit":"","kind":"","minutes":0}',
  ];
  test.each(GARBAGE)('%j is set aside, never overwritten', (value) => {
    const shelf = new Shelf();
    shelf.values.set(KEY, value);
    const store = open(shelf, () => 7);
    expect(store.marksOf('plan').size).toBe(0);
    store.set('plan', ID, said(true));
    expect(JSON.parse(shelf.values.get('daymark:/any/base/:aside:7') ?? '')).toEqual({ key: KEY, value });
    expect(done(open(shelf))).toBe(true);
  });

  test('two unreadable values at one instant are both set aside', () => {
    const shelf = new Shelf();
    shelf.values.set(KEY, 'a');
    shelf.values.set(KEY.replace(ID, OTHER), 'b');
    expect(open(shelf, () => 7).marksOf('plan').size).toBe(0);
    expect([...shelf.values.keys()]).toEqual(['daymark:/any/base/:aside:7', 'daymark:/any/base/:aside:8']);
  });

  test('with no room to set a value aside, it stays where it is', () => {
    const shelf = new Shelf(KEY.length + 1);
    shelf.values.set(KEY, '{');
    const store = open(shelf);
    store.set('plan', ID, said(true));
    expect([shelf.values.get(KEY), done(store), store.trouble]).toEqual(['{', true, 'full']);
  });

  test('what a newer build wrote is not touched', () => {
    const shelf = new Shelf();
    const newer = JSON.stringify({ v: 2, state: 'finished' });
    shelf.values.set(KEY, newer);
    const store = open(shelf);
    store.set('plan', ID, said(true));
    expect([shelf.values.get(KEY), done(store), store.trouble]).toEqual([newer, true, 'newer']);
    expect(shelf.values.size).toBe(1);
  });

  test('keys that are no marks are left alone', () => {
    const shelf = new Shelf();
    for (const key of ['__proto__', 'constructor', '0123456', `${ID}x`, `${ID.toUpperCase()}I`])
      shelf.values.set(`daymark:/any/base/:mark:plan:${key}`, 'x');
    expect(open(shelf).marksOf('plan').size).toBe(0);
    expect(shelf.values.size).toBe(5);
  });
});

describe('several tabs', () => {
  test('what one tab writes, the others show', () => {
    const shelf = new Shelf();
    const [a, b] = [open(shelf), open(shelf)];
    b.marksOf('plan');
    a.set('plan', ID, said(true));
    b.hear(KEY);
    expect(done(b)).toBe(true);
    shelf.clear();
    b.hear(null);
    expect(done(b)).toBeUndefined();
  });

  test('what a tab hears late changes nothing: the storage counts, not what an event says', () => {
    const shelf = new Shelf();
    const [a, b] = [open(shelf, () => 1), open(shelf, () => 2)];
    b.marksOf('plan');
    a.set('plan', ID, said(true));
    a.put('plan', ID, null);
    b.set('plan', ID, said(true));
    // Of the mark, and of its removal.
    b.hear(KEY);
    b.hear(KEY);
    expect([done(b), done(open(shelf))]).toEqual([true, true]);
    b.put('plan', ID, null);
    b.hear(KEY);
    expect(done(b)).toBeUndefined();
  });

  test('where a task stands now is heard, though what was said of it is the same', () => {
    const shelf = new Shelf();
    const [a, b] = [open(shelf), open(shelf)];
    const mark = a.set('plan', ID, said(true));
    b.marksOf('plan');
    a.put('plan', ID, { ...mark, unit: 'week-9' });
    b.hear(KEY);
    expect(b.marksOf('plan').get(ID)?.unit).toBe('week-9');
  });

  test('a mark from the future, of a device whose clock is wrong, does not win for ever', () => {
    const shelf = new Shelf();
    const store = open(shelf, () => 1000);
    mergeMarks(store, 'plan', new Map([[ID, { ...said(true), at: 8e15 }]]));
    store.set('plan', ID, said(false));
    const DAY = 24 * 60 * 60 * 1000;
    expect(store.marksOf('plan').get(ID)).toMatchObject({ done: false, at: 1001 + DAY });
  });

  test('however their writes and what they hear of each other interleave, all end with the same marks, and none is lost', () => {
    const items = ['0000000001', '0000000002', '0000000003'];
    const tabs = [0, 1, 2];
    /** `null` lets go of the mark; so many events are heard afterwards, by the tabs in this order. */
    const step = fc.record({
      tab: fc.constantFrom(...tabs),
      item: fc.constantFrom(...items),
      done: fc.constantFrom(true, false, null),
      heard: fc.array(fc.constantFrom(...tabs), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let clock = 0;
        const shelf = new Shelf();
        const events: string[][] = tabs.map(() => []);
        const stores = tabs.map((tab) => {
          // A tab sees its own writes at once; the others hear of them later, each in its own time.
          const announce = (key: string) => {
            for (const other of tabs) if (other !== tab) events[other]?.push(key);
          };
          const view = Object.assign(Object.create(shelf), {
            setItem(key: string, value: string) {
              shelf.setItem(key, value);
              announce(key);
            },
            removeItem(key: string) {
              if (shelf.values.delete(key)) announce(key);
            },
          }) as Storage;
          return new ProgressStore({ base: '/any/base', storage: view, now: () => clock++ });
        });
        for (const store of stores) store.marksOf('plan');
        const hear = (tab: number) => {
          const key = events[tab]?.shift();
          if (key !== undefined) stores[tab]?.hear(key);
        };
        const last = new Map<string, boolean>();
        for (const { tab, item, done, heard } of steps) {
          if (done === null) {
            stores[tab]?.put('plan', item, null);
            last.delete(item);
          } else {
            stores[tab]?.set('plan', item, said(done));
            last.set(item, done);
          }
          for (const listener of heard) hear(listener);
        }
        for (let i = 0; events.some(({ length }) => length > 0) && i < 10_000; i++) for (const tab of tabs) hear(tab);
        expect(events).toEqual([[], [], []]);
        for (const store of [...stores, open(shelf)])
          expect(new Map([...store.marksOf('plan')].map(([item, mark]) => [item, mark.done]))).toEqual(last);
      }),
      { numRuns: 500 },
    );
  });
});
