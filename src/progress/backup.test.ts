import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupName, writeBackup } from './backup.ts';
import { mergeMarks, plansWithMarks } from './edit-marks.ts';
import { isEntry, mergeEntries } from './entries.ts';
import { type Mark, writeMark } from './mark.ts';
import { changes, previewMerge } from './merge-preview.ts';
import { ProgressStore } from './progress-store.ts';
import { readBackup } from './read-backup.ts';
import { resetPlan, restoreInto, snapshotOf } from './whole-store.ts';

const mark = (done: boolean, at = 5): Mark => ({
  done,
  at,
  text: 'Read',
  unit: 'week-1',
  kind: 'task',
  minutes: 0,
  byAuthor: false,
});
const KEY = 'mark:plan:0123456789';
const file = (entries: unknown, more: object = {}) =>
  JSON.stringify({ daymark: 1, exported: '2026-11-21T00:00:00.000Z', site: '/', entries, ...more });

/** As much of a `Storage` as a store needs. */
function shelf(entries: Iterable<[string, string]> = []): Storage {
  const values = new Map(entries);
  return {
    get length() {
      return values.size;
    },
    key: (index: number) => [...values.keys()][index] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
  };
}
const open = (storage: Storage | null = shelf(), base = '/') => new ProgressStore({ base, storage });

const plan = fc.constantFrom('plan', 'constructor', 'other-2-days', 'valueof');
const item = fc.constantFrom('0123456789', 'abcdefghjk', 'zzzzzzzzzz', '1111111111');
const marks = fc.record({
  done: fc.boolean(),
  // A later one would be of a device whose clock is wrong.
  at: fc.integer({ min: 0, max: 1.7e12 }),
  text: fc.string({ unit: 'binary' }),
  unit: fc.string(),
  kind: fc.constantFrom('task' as const, 'quiz' as const),
  minutes: fc.nat(),
  byAuthor: fc.boolean(),
});
const entry = fc.oneof(
  fc.tuple(
    fc.tuple(plan, item).map(([plan, item]) => `mark:${plan}:${item}`),
    marks.map(writeMark),
  ),
  fc.tuple(
    fc.constantFrom('quiz:plan:week-1', 'quiz:other:week-1'),
    fc.uniqueArray(fc.nat(9)).map((times) => attempts(...times.sort())),
  ),
  fc.tuple(fc.constant(KEY), fc.constant('{"v":2,"state":"finished"}')),
  fc.tuple(
    fc.constantFrom('note:plan:week-1/day-01-start', 'active:2026-11-21:plan:0123456789', 'later'),
    fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
  ),
);
const attempts = (...times: number[]) =>
  JSON.stringify({ v: 1, attempts: times.map((at) => ({ at, asked: ['0123456789'], right: [] })) });
const entries = fc.array(entry, { maxLength: 12 }).map((list) => new Map(list));

describe('what goes out comes in', () => {
  test('a store that was saved, cleared and restored is the same store', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (entries) => {
        const before = open();
        restoreInto(before, entries);
        const text = writeBackup(snapshotOf(before), { site: '/', now: 0 });
        const read = await readBackup(text);
        const after = open();
        if ('backup' in read) restoreInto(after, read.backup.entries);
        expect(snapshotOf(after)).toEqual(snapshotOf(before));
        expect(snapshotOf(after)).toEqual(entries);
      }),
      { numRuns: 500 },
    );
  });

  test('restoring twice changes nothing more, and the preview says so', () => {
    fc.assert(
      fc.property(entries, entries, (mine, other) => {
        const store = open();
        restoreInto(store, mine);
        const preview = previewMerge(snapshotOf(store), other);
        const before = snapshotOf(store);
        restoreInto(store, other);
        const differ = [...snapshotOf(store)].filter(([key, value]) => before.get(key) !== value);
        expect(differ.length).toBe(changes(preview));
        expect(changes(previewMerge(snapshotOf(store), other))).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test('a backup of one base path is good for another', async () => {
    const store = open(shelf(), '/fork');
    restoreInto(store, new Map([[KEY, writeMark(mark(true))]]));
    const read = await readBackup(writeBackup(snapshotOf(store), { site: '/fork/', now: 0 }));
    const other = open();
    if ('backup' in read) restoreInto(other, read.backup.entries);
    expect(other.marksOf('plan').get('0123456789')).toEqual(mark(true));
  });

  test('ticks that could not be stored are in it too', () => {
    const store = open(null);
    mergeMarks(store, 'plan', new Map([['0123456789', mark(true)]]));
    expect([...snapshotOf(store)]).toEqual([[KEY, writeMark(mark(true))]]);
  });

  test('the file has the day in its name', () => {
    expect(backupName(new Date(2026, 2, 4, 23, 59).getTime())).toBe('daymark-2026-03-04.json');
  });
});

describe('what is no backup is refused, and says why', () => {
  const huge = { size: 31 * 1024 * 1024, text: () => Promise.reject(new Error('was read')) } as unknown as Blob;
  const CASES: [name: string, source: string | Blob, says: RegExp][] = [
    ['nothing', ' \n', /empty/],
    ['a web page', '<!doctype html><title>Sign in</title>', /web page/],
    ['words', 'Dear reader', /not JSON/],
    ['half a file', file({ [KEY]: writeMark(mark(true)) }).slice(0, -40), /cut off/],
    ['a file cut off behind a mark', file({ [KEY]: writeMark(mark(true)) }).slice(0, -3), /part of it is missing/],
    ['a large file, unread', huge, /31 MB.*20 MB/],
    ['a later version', file({}, { daymark: 2 }), /newer Daymark \(version 2/],
    ['an odd version', file({}, { daymark: '1' }), /not a number/],
    ['a list', '[]', /not a Daymark backup/],
    ['null', 'null', /not a Daymark backup/],
    ['other JSON', '{"name":"daymark"}', /not a Daymark backup/],
    ['no entries', file([]), /no entries/],
    ['a mark without time', file({ [KEY]: '{"v":1}' }), /Nothing in this backup/],
    ['a mark from beyond time', file({ [KEY]: writeMark(mark(true, 9e15)) }), /Nothing in this backup/],
    ['an object for a value', file({ [KEY]: mark(true) }), /Nothing in this backup/],
    ['keys of JavaScript', '{"daymark":1,"entries":{"__proto__":"x","mark:plan:__proto__":"x"}}', /Nothing in this/],
    ['a value that was set aside', file({ 'aside:7': 'x' }), /Nothing in this backup/],
  ];
  test.each(CASES)('%s', async (_, source, says) => {
    expect(await readBackup(source)).toEqual({ problem: expect.stringMatching(says) });
  });

  test('what is not sound is left out and named, and costs nothing else', async () => {
    const entries = `{"__proto__":"x","${KEY}":${JSON.stringify(writeMark(mark(true)))},"mark:plan:abcdefghjk":"{}"}`;
    expect(await readBackup(`{"daymark":1,"exported":"","site":"/","entries":${entries}}`)).toMatchObject({
      backup: { entries: new Map([[KEY, writeMark(mark(true))]]), unreadable: ['__proto__', 'mark:plan:abcdefghjk'] },
    });
  });

  test('whatever the file says, reading it never throws, and what is accepted can be kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.dictionary(fc.string(), fc.json()).map((any) => file(any)),
        ),
        async (text) => {
          const read = await readBackup(text);
          if ('backup' in read) for (const [key, value] of read.backup.entries) expect(isEntry(key, value)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a byte order mark does no harm', async () => {
    expect(await readBackup(`\uFEFF${file({})}`)).toHaveProperty('backup.entries.size', 0);
  });
});

describe('the preview', () => {
  test('counts what is new, newer, older and unchanged', () => {
    const ids = ['0123456789', 'abcdefghjk', 'zzzzzzzzzz', '1111111111'];
    const key = (index: number) => `mark:plan:${ids[index]}`;
    const own = new Map([1, 2, 3].map((index) => [key(index), writeMark(mark(true, 5))]));
    const incoming = new Map([
      ...[5, 6, 4, 5].map((at, index): [string, string] => [key(index), writeMark(mark(true, at))]),
      ['note:plan:week-1', 'x'] as [string, string],
    ]);
    expect(previewMerge(own, incoming)).toEqual({
      plans: [{ plan: 'plan', new: 1, newer: 1, older: 1, unchanged: 1 }],
      others: 1,
    });
  });

  test('attempts of both sides count', () => {
    const store = open();
    restoreInto(store, new Map([['quiz:plan:week-1', attempts(1, 3)]]));
    restoreInto(store, new Map([['quiz:plan:week-1', attempts(2, 3)]]));
    expect(snapshotOf(store).get('quiz:plan:week-1')).toBe(attempts(1, 2, 3));
  });
});

describe('reset', () => {
  test('forgets the marks and attempts of one plan, and hands back what undoes it', () => {
    fc.assert(
      fc.property(entries, (entries) => {
        const store = open();
        restoreInto(store, entries);
        const before = snapshotOf(store);
        const forgotten = resetPlan(store, 'plan');
        expect(store.marksOf('plan').size).toBe(0);
        expect(plansWithMarks(store)).not.toContain('plan');
        for (const key of forgotten.keys()) expect(key).toMatch(/^(mark|quiz):plan:/);
        restoreInto(store, forgotten);
        expect(snapshotOf(store)).toEqual(before);
      }),
    );
  });

  test('twice, and what both have forgotten comes back', () => {
    const store = open();
    restoreInto(store, new Map([['quiz:plan:week-1', attempts(1)]]));
    const first = resetPlan(store, 'plan');
    restoreInto(store, new Map([['quiz:plan:week-1', attempts(2)]]));
    restoreInto(store, mergeEntries(first, resetPlan(store, 'plan')));
    expect([...snapshotOf(store)]).toEqual([['quiz:plan:week-1', attempts(1, 2)]]);
  });

  test('leaves other plans, notes and other sites alone', () => {
    const storage = shelf([['daymark:/fork/:mark:plan:0123456789', 'x']]);
    const store = open(storage);
    restoreInto(
      store,
      new Map([
        [KEY, writeMark(mark(true))],
        ['mark:plan-2:0123456789', writeMark(mark(true))],
        ['note:plan:week-1', 'x'],
      ]),
    );
    resetPlan(store, 'plan');
    expect([...snapshotOf(store).keys()].sort()).toEqual(['mark:plan-2:0123456789', 'note:plan:week-1']);
    expect(storage.length).toBe(3);
  });
});
