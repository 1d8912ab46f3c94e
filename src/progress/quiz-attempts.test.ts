import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProgressStore } from './progress-store.ts';
import { ATTEMPTS, type Attempt, missedOf, outcomesOf, resultsOf } from './quiz-attempts.ts';
import { StoredRecord } from './record.ts';

const [A, B, C, D] = ['000000000a', '000000000b', '000000000c', '000000000d'] as const;
const QUESTIONS = [A, B, C];
const attempt = (at: number, asked: string[], right: string[]): Attempt => ({ at, asked, right });

describe('what attempts come to', () => {
  test('after the missed ones, those that were right before count with them', () => {
    const attempts = [attempt(1, QUESTIONS, [A]), attempt(2, [B, C], [C])];
    expect(resultsOf(attempts, QUESTIONS)).toEqual([
      { at: 1, asked: 3, right: 1, whole: true, standing: 1 },
      { at: 2, asked: 2, right: 1, whole: false, standing: 2 },
    ]);
  });

  test('a question that is gone or new does not make a whole attempt less than whole', () => {
    const attempts = [attempt(1, [A, B, D], [D]), attempt(2, [A, B], [A]), attempt(3, QUESTIONS, [A, B, C])];
    expect(resultsOf(attempts, QUESTIONS).map(({ whole, standing }) => [whole, standing])).toEqual([
      [true, 1],
      [true, 1],
      [true, 3],
    ]);
  });

  test('missed are those wrong when last asked and not ticked since', () => {
    const attempts = [attempt(1, QUESTIONS, [A]), attempt(2, [C], [C])];
    const outcomes = outcomesOf(attempts, QUESTIONS);
    expect(missedOf(outcomes, new Set([A, C]))).toEqual({ ids: [B], at: 1 });
    expect(missedOf(outcomes, new Set([A, B, C]))).toBeNull();
    expect(missedOf(outcomesOf([attempt(3, QUESTIONS, [])], QUESTIONS), new Set())).toEqual({ ids: QUESTIONS, at: 3 });
    expect(missedOf(outcomesOf([], QUESTIONS), new Set())).toBeNull();
  });
});

const ids = fc.uniqueArray(fc.constantFrom(A, B, C, D), { minLength: 1 });
const anAttempt = fc.record({ at: fc.nat(6), asked: ids, right: ids }).map(({ at, asked, right }) =>
  attempt(
    at,
    asked,
    right.filter((id) => asked.includes(id)),
  ),
);
/** As they are stored: by time, each time once. */
const history = fc.array(anAttempt, { maxLength: 6 }).map((attempts) => ATTEMPTS.merge(attempts, []));

describe('attempts of two tabs or two devices', () => {
  test('merge into the same history in whatever order, and merging again adds nothing', () => {
    fc.assert(
      fc.property(history, history, history, (a, b, c) => {
        const { merge } = ATTEMPTS;
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(merge(a, b), b)).toEqual(merge(a, b));
      }),
    );
  });

  test('are read as they were written', () => {
    fc.assert(
      fc.property(history, (a) => {
        expect(ATTEMPTS.read(ATTEMPTS.write(a))).toEqual({ value: a });
      }),
    );
  });
});

test.each([
  ['', 'unreadable'],
  ['null', 'unreadable'],
  ['[]', 'unreadable'],
  ['{"v":1}', 'unreadable'],
  ['{"v":1,"attempts":[{"at":1,"asked":["x"],"right":[]}]}', 'unreadable'],
  [`{"v":1,"attempts":[{"at":null,"asked":["${A}"],"right":[]}]}`, 'unreadable'],
  [`{"v":1,"attempts":[{"at":1,"asked":["${A}"],"right":["${B}"]}]}`, 'unreadable'],
  ['{"v":2,"answers":{}}', 'newer'],
])('%j is %s', (value, problem) => {
  expect(ATTEMPTS.read(value)).toEqual({ problem });
});

describe('kept', () => {
  const KEY = 'daymark:/:quiz:plan:quarter-1';
  const shelf = (values: Record<string, string> = {}): Storage & { values: Map<string, string>; full: boolean } => {
    const map = new Map(Object.entries(values));
    return {
      values: map,
      full: false,
      get length() {
        return map.size;
      },
      key: (index) => [...map.keys()][index] ?? null,
      getItem: (key) => map.get(key) ?? null,
      setItem(key, value) {
        if (this.full) throw new DOMException('full', 'QuotaExceededError');
        map.set(key, value);
      },
      removeItem: (key) => void map.delete(key),
      clear: () => map.clear(),
    };
  };
  const open = (storage: Storage | null) => {
    const store = new ProgressStore({ base: '/', storage, now: () => 7 });
    return new StoredRecord(store, store.keys.quiz('plan', 'quarter-1'), ATTEMPTS);
  };
  const [first, second] = [attempt(1, [A], []), attempt(2, [A], [A])];

  test('an attempt is there for the next page', () => {
    const storage = shelf();
    expect(open(storage).value).toBeNull();
    open(storage).add([second]);
    open(storage).add([first]);
    expect([...storage.values.keys()]).toEqual([KEY]);
    expect(open(storage).value).toEqual([first, second]);
  });

  test('of two tabs that write at once, the one that was overwritten puts its own back', () => {
    const storage = shelf();
    const [one, other] = [open(storage), open(storage)];
    one.add([first]);
    // The other one had read before the first wrote.
    storage.values.set(KEY, ATTEMPTS.write([second]));
    other.add([second]);
    expect(one.hear(KEY)).toBe(true);
    for (const record of [one, other, open(storage)]) expect(record.value).toEqual([first, second]);
  });

  test('what another tab has removed is gone here too', () => {
    const storage = shelf();
    const record = open(storage);
    record.add([first]);
    storage.values.clear();
    expect(record.hear(KEY)).toBe(true);
    expect(record.value).toBeNull();
    expect(record.hear('daymark:/:plan:plan')).toBe(false);
  });

  test('what cannot be read is set aside, and stays where it is when there is no room', () => {
    const storage = shelf({ [KEY]: '{' });
    storage.full = true;
    const record = open(storage);
    expect(record.add([first])).toEqual([first]);
    expect([storage.values.get(KEY), record.trouble]).toEqual(['{', 'full']);
    storage.full = false;
    record.add([second]);
    expect(JSON.parse(storage.values.get('daymark:/:aside:7') ?? '')).toEqual({ key: KEY, value: '{' });
    expect(open(storage).value).toEqual([first, second]);
  });

  test('what a newer build wrote is not touched, and without a storage attempts live as long as the page', () => {
    const newer = '{"v":2,"answers":{}}';
    const storage = shelf({ [KEY]: newer });
    for (const record of [open(storage), open(null)]) {
      record.add([first]);
      expect(record.value).toEqual([first]);
      expect(record.trouble).not.toBeNull();
    }
    expect(storage.values.get(KEY)).toBe(newer);
  });
});
