import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentLibrary } from '../integration/content-library.ts';
import { type IndexItem, planIndex } from '../roadmap/plan-index.ts';
import { type Bytes, crc32, fromBase64Url, packBits, toBase64Url } from './bytes.ts';
import type { Mark } from './mark.ts';
import { writeBody } from './transfer-body.ts';
import { decodeTransfer, encodeTransfer, type Transfer } from './transfer-code.ts';

const MINUTE = 60_000;
const root = new URL('../../', import.meta.url).pathname;
const plans = new ContentLibrary({ root, base: '/' }).roadmap.plans.map((plan) => ({
  id: plan.id,
  items: planIndex(plan).items,
}));
const largest = plans.reduce((a, b) => (a.items.length > b.items.length ? a : b));

const markOf = (item: IndexItem, done: boolean, at: number): Mark => ({
  done,
  at,
  text: item.text,
  unit: item.unit,
  kind: item.kind,
  minutes: item.minutes ?? 0,
  byAuthor: item.done,
});
const toTheMinute = (marks: Iterable<[string, Mark]>) =>
  new Map([...marks].map(([id, mark]) => [id, { ...mark, at: mark.at - (mark.at % MINUTE) }]));
const known = (items: readonly IndexItem[]) => async () => items;

async function codeOf(plan: string, marks: ReadonlyMap<string, Mark>, items: readonly IndexItem[]): Promise<string> {
  const made = await encodeTransfer(plan, marks, items);
  if ('problem' in made) throw new Error(made.problem);
  return made.code;
}
async function read(code: string, items: readonly IndexItem[]): Promise<Transfer> {
  const transfer = await decodeTransfer(code, known(items));
  if ('problem' in transfer) throw new Error(transfer.problem);
  return transfer;
}
/** Random marks of some of a plan's items, as a map by item id. */
const someMarks = (items: readonly IndexItem[]) =>
  fc
    .array(fc.option(fc.record({ done: fc.boolean(), at: fc.nat(4e12) })), {
      minLength: items.length,
      maxLength: items.length,
    })
    .map((said) => new Map(said.flatMap((one, i) => (one ? [entry(items[i] as IndexItem, one.done, one.at)] : []))));
const entry = (item: IndexItem, done: boolean, at: number): [string, Mark] => [item.id, markOf(item, done, at)];

describe.each(plans)('$id', ({ id, items }) => {
  test('what is packed comes out the same, to the minute', () =>
    fc.assert(
      fc.asyncProperty(someMarks(items), async (marks) => {
        const { plan, marks: out, leftOut } = await read(await codeOf(id, marks, items), items);
        expect({ plan, leftOut }).toEqual({ plan: id, leftOut: 0 });
        expect(out).toEqual(toTheMinute(marks));
      }),
      { numRuns: 40 },
    ));

  test('a receiver with another version of the plan gets what that still has, in its own words', () =>
    fc.assert(
      fc.asyncProperty(someMarks(items), fc.infiniteStream(fc.boolean()), async (marks, stays) => {
        const theirs = items
          .filter(() => stays.next().value)
          .map((item) => ({ ...item, text: `${item.text}!`, unit: 'moved' }))
          .reverse();
        const kept = theirs.filter((item) => marks.has(item.id));
        const { marks: out, leftOut } = await read(await codeOf(id, marks, items), theirs);
        expect(leftOut).toBe(marks.size - kept.length);
        expect(new Set(out.keys())).toEqual(new Set(kept.map((item) => item.id)));
        for (const [item, mark] of out)
          expect(mark).toMatchObject({ unit: 'moved', text: `${marks.get(item)?.text}!`, done: marks.get(item)?.done });
      }),
      { numRuns: 20 },
    ));
});

describe('a finished plan of 350 items fits one QR code with its address', () => {
  const items = Array.from({ length: 350 }, (_, i) => ({
    ...(largest.items[i % largest.items.length] as IndexItem),
    ...(i < largest.items.length ? {} : { id: `zzzzzzz${100 + i}` }),
  }));
  const base = 'https://a-reader-with-a-long-name.github.io/my-own-study-plan/progress/#t=';
  const sizes = async (when: (i: number) => number) =>
    (base + (await codeOf(largest.id, new Map(items.map((item, i) => entry(item, true, when(i)))), items))).length;

  test('worked through in order over a year', async () => {
    const start = Date.UTC(2026, 1, 2, 5);
    const size = await sizes((i) => start + i * 1440 * MINUTE + ((i * 7919) % 180) * MINUTE);
    expect(size).toBeLessThan(2400);
  });

  test('worked through in no order at all', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(525_600), { minLength: 350, maxLength: 350 }), async (minutes) => {
        expect(await sizes((i) => (29_500_000 + (minutes[i] as number)) * MINUTE)).toBeLessThanOrEqual(2900);
      }),
      { numRuns: 20 },
    ));
});

describe('what is left out', () => {
  const [first, second] = largest.items as [IndexItem, IndexItem];

  test('marks whose items the sender no longer has are counted', async () => {
    const marks = new Map([entry(first, true, MINUTE), entry({ ...first, id: 'gone000000' }, true, MINUTE)]);
    expect(await encodeTransfer('plan', marks, [first])).toMatchObject({ leftOut: 1 });
  });

  test('items that cannot be told apart at the receiver get nothing', async () => {
    const code = await codeOf('plan', new Map([entry(first, true, 0), entry(second, true, 0)]), [first, second]);
    const { marks, leftOut } = await read(code, [first, first, second]);
    expect({ ids: [...marks.keys()], leftOut }).toEqual({ ids: [second.id], leftOut: 1 });
  });

  test('a clock that shows no possible time does no harm', async () => {
    const marks = new Map([entry(first, true, -5e20), entry(second, true, 5e20)]);
    const { marks: out } = await read(await codeOf('plan', marks, largest.items), largest.items);
    expect([...out.values()].map(({ at }) => at)).toEqual([0, 8.64e15]);
  });
});

describe('what is no sound link gives a reason and nothing else', () => {
  const items = largest.items;
  const marks = new Map(items.map((item, i) => entry(item, true, (29_500_000 + i * 50) * MINUTE)));
  const problem = async (code: string) => {
    const result = await decodeTransfer(code, known(items));
    return 'problem' in result ? result.problem : null;
  };
  /** A code with a right checksum around anything. */
  const sealed = (...bytes: number[]) =>
    toBase64Url(Uint8Array.from([...bytes, ...packBits([crc32(bytes)], 32)]) as Bytes);
  const packed = (body: Uint8Array) => sealed(1, ...deflateRawSync(body));

  test('cut off or damaged anywhere', async () => {
    const code = await codeOf(largest.id, marks, items);
    await fc.assert(
      fc.asyncProperty(fc.nat(code.length - 1), async (at) => {
        expect(await problem(code.slice(0, at))).toBe('damaged');
        const other = code[at] === 'A' ? 'B' : 'A';
        const hurt = code.slice(0, at) + other + code.slice(at + 1);
        // The last letter has bits that stand for nothing.
        if (String(fromBase64Url(hurt)) !== String(fromBase64Url(code))) expect(await problem(hurt)).toBe('damaged');
      }),
    );
  });

  test.each(['', '=', '%41%41', 'AAAAA', 'a b', '../..', '<script>', '\u0000', '__proto__'])('%j', async (code) => {
    expect(await problem(code)).toBe('damaged');
  });

  test('any text, and any bytes under a right checksum', () =>
    fc.assert(
      fc.asyncProperty(fc.string(), fc.uint8Array(), async (text, bytes) => {
        expect(await problem(text)).toBe('damaged');
        expect(await problem(sealed(1, ...bytes))).not.toBeNull();
        expect(await problem(packed(bytes))).not.toBeNull();
      }),
    ));

  test('a version of later', async () => expect(await problem(sealed(2, 0, 0))).toBe('newer'));

  test('a plan that is not there, and one whose name is a path', async () => {
    const body = { width: 25, entries: [] };
    const code = packed(writeBody({ ...body, plan: 'other' }));
    expect(await decodeTransfer(code, async () => null)).toEqual({ problem: 'unknownPlan' });
    for (const plan of ['../../x', '__proto__', '', 'A'])
      expect(await problem(packed(writeBody({ ...body, plan })))).toBe('damaged');
  });

  test('a few bytes that unpack to more than a megabyte, and more letters than any plan needs', async () => {
    expect(await problem(packed(new Uint8Array(50_000_000)))).toBe('tooLarge');
    expect(await problem('A'.repeat(200_000))).toBe('tooLarge');
  });

  test('a number of marks that is not there', async () => {
    const body = writeBody({ plan: 'p', width: 25, entries: [] });
    expect(await problem(packed(Uint8Array.from([...body.slice(0, -1), 255, 255, 255, 255, 127])))).toBe('damaged');
  });
});
