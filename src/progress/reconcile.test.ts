import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentLibrary } from '../integration/content-library.ts';
import { identify, wordsOf } from '../roadmap/identity.ts';
import { type Indexed, reconcile } from './reconcile.ts';

const item = (text: string, unit = 'week-1/day-01-start', id = text) => ({ id, text, unit });
const matched = (before: Indexed[], today: Indexed[]) => Object.fromEntries(reconcile(before, today));

describe('by example', () => {
  test('a reworded item is found', () => {
    expect(matched([item('Draw the cache layer of the shop')], [item('Sketch the cache layer of the shop')])).toEqual({
      'Draw the cache layer of the shop': 'Sketch the cache layer of the shop',
    });
  });

  test('an item that was there before is not taken for another', () => {
    const stays = item('Sketch the cache layer of the shop');
    expect(matched([item('Draw the cache layer of the shop'), stays], [stays])).toEqual({});
  });

  test('between two that are equally like it, nothing is chosen', () => {
    const today = [item('Sketch the cache layer of the shop'), item('Whiteboard the cache layer of the shop')];
    expect(matched([item('Draw the cache layer of the shop')], today)).toEqual({});
  });

  test('the better of two rivals takes what is its own', () => {
    const before = [item('Write notes about caching in Redis'), item('Write notes about caching in browsers')];
    const today = [item('Write short notes about caching in browsers')];
    expect(matched(before, today)).toEqual({
      'Write notes about caching in browsers': 'Write short notes about caching in browsers',
    });
  });

  test('another number is another task', () => {
    expect(matched([item('Read chapter 3 of the Go book')], [item('Read chapter 4 of the Go book')])).toEqual({});
  });

  test('of twins on other pages, each goes on with its own page', () => {
    const before = [item('Write a summary', 'week-1/day-01-caching', 'a')];
    const today = [
      item('Write a summary', 'week-1/day-02-caching', 'b'),
      item('Write a summary', 'week-1/day-03-queues', 'c'),
    ];
    expect(matched(before, today)).toEqual({ a: 'b' });
  });
});

/** An item through all edits: `line` says which one it was. */
interface Line {
  line: number;
  text: string;
  unit: string;
}

const plans = new ContentLibrary({ root: process.cwd(), base: '/' }).roadmap.plans.map(({ units }) =>
  units.flatMap((unit) => unit.items.map(({ text }) => ({ text, unit: unit.id }))),
);
/** Words that no plan uses, so that a generated text is like no other. */
const WORDS =
  'abacus banjo cobalt dahlia ember falcon garnet hazel indigo jasmine kelp lilac mango nutmeg opal pepper quince raven saffron thistle umber violet walnut yarrow zephyr'.split(
    ' ',
  );

function indexed(lines: readonly Line[]): (Indexed & { line: number })[] {
  const ids = identify(lines.map(({ text, unit }) => ({ text, unit, slug: slugOf(unit) })));
  return lines.map((line, index) => ({ ...line, id: ids[index] ?? '' }));
}

function slugOf(unit: string): string {
  return (
    unit
      .split('/')
      .at(-1)
      ?.replace(/^[a-z]+(?:-\d+)+-?/, '') ?? ''
  );
}

type Edit = (lines: Line[], random: (limit: number) => number) => Line[];

const pick = <T>(list: readonly T[], random: (limit: number) => number) => list[random(list.length)] as T;
const units = (lines: readonly Line[]) => [...new Set(lines.map(({ unit }) => unit))];
let newLine = 1_000_000;
const invented = (unit: string, random: (limit: number) => number): Line => ({
  line: newLine++,
  text: Array.from({ length: 4 + random(5) }, () => pick(WORDS, random)).join(' '),
  unit,
});

/** The text with up to a third of its words replaced. Numbers and negations stay: without them it is another task. */
function reworded(text: string, random: (limit: number) => number): string {
  const words = [...text.matchAll(/[\p{L}\p{M}+#]+(?:['’]\p{L}+)?(?![\p{L}\p{M}\p{N}])/gu)].filter(
    ([word]) =>
      !/^(?:not?|never|without|cannot|\w+n['’]t|avoid|except|unless|neither|nor|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|seventh|last|next|i|ii|iii|iv|vi|vii|viii|ix)$/i.test(
        word,
      ),
  );
  const count = Math.floor(wordsOf(text).length / 3);
  const chosen = new Set(Array.from({ length: count }, () => random(words.length)));
  // From the end, so that what is still to be replaced stays where it is.
  return [...chosen]
    .sort((a, b) => b - a)
    .map((index) => words[index] as RegExpExecArray)
    .reduce((changed, { 0: { length }, index }) => {
      return changed.slice(0, index) + pick(WORDS, random) + changed.slice(index + length);
    }, text);
}

/** The edits that a tick must survive, each as an author makes it. */
const EDITS: Record<string, Edit> = {
  reword(lines, random) {
    const target = random(lines.length);
    return lines.map((line, index) => (index === target ? { ...line, text: reworded(line.text, random) } : line));
  },
  move(lines, random) {
    const target = random(lines.length);
    const unit = pick(units(lines), random);
    return lines.map((line, index) => (index === target ? { ...line, unit } : line));
  },
  reorder: (lines, random) =>
    lines
      .map((line) => ({ line, key: random(1e6) }))
      .sort((a, b) => a.key - b.key)
      .map(({ line }) => line),
  insertDay(lines, random) {
    const after = pick(units(lines), random);
    const added = after.replace(/[^/]*$/, `day-99-${pick(WORDS, random)}`);
    return [...lines, invented(added, random), invented(added, random)];
  },
  renameFile(lines, random) {
    const old = pick(units(lines), random);
    const renamed = old.replace(/[^/]*$/, (name) =>
      name.replace(/^([a-z]+(?:-\d+)+).*/, `$1-${pick(WORDS, random)}-${random(1000)}`),
    );
    return lines.map((line) => (line.unit === old ? { ...line, unit: renamed } : line));
  },
  renumber: (lines) =>
    lines.map((line) => ({
      ...line,
      unit: line.unit.replace(/(\d+)(-[a-z][^/]*)?$/, (_, number, rest = '') => `${Number(number) + 1}${rest}`),
    })),
};

/** Edits after which a tick may be gone: what a plan loses is lost. */
const LOSSES: Record<string, Edit> = {
  remove(lines, random) {
    const target = random(lines.length);
    return lines.filter((_, index) => index !== target);
  },
  insertItem: (lines, random) => [...lines, invented(pick(units(lines), random), random)],
};

/** Eight kinds of runs, so many of each: more than 10,000 edits, each with all ticks of a plan. */
const RUNS = 1500;
/** A whole plan, or a part of one, ticked from end to end. */
const start = fc
  .record({
    plan: fc.constantFrom(...plans),
    from: fc.nat(),
    size: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 20, max: 60 }) }, fc.constant(Number.POSITIVE_INFINITY)),
  })
  .map(({ plan, from, size }) => {
    const first = size === Number.POSITIVE_INFINITY ? 0 : from % Math.max(1, plan.length - 20);
    return plan.slice(first, first + size).map((entry, line) => ({ ...entry, line }));
  });
const seeds = fc.noShrink(fc.infiniteStream(fc.nat(2 ** 30)));
const randomOf = (stream: Iterator<number>) => (limit: number) => (stream.next().value as number) % limit;

/** What became of the ticks of all lines that are still there: how many were kept, lost, and put on another line. */
function outcome(before: Line[], after: Line[]): { kept: number; lost: number; wrong: number } {
  const [old, now] = [indexed(before), indexed(after)];
  const found = reconcile(old, now);
  const byId = new Map(now.map((entry) => [entry.id, entry]));
  const alive = new Set(after.map(({ line }) => line));
  const tally = { kept: 0, lost: 0, wrong: 0 };
  for (const { id, line } of old) {
    const at = byId.get(found.get(id) ?? id);
    if (at && at.line !== line) tally.wrong++;
    else if (!alive.has(line)) continue;
    else if (at) tally.kept++;
    else tally.lost++;
  }
  return tally;
}

describe('by property', () => {
  test.each(Object.keys(EDITS))('after "%s", every tick is where it was made', (name) => {
    fc.assert(
      fc.property(start, seeds, (lines, stream) => {
        const after = (EDITS[name] as Edit)(lines, randomOf(stream));
        expect(outcome(lines, after)).toMatchObject({ lost: 0, wrong: 0 });
      }),
      { numRuns: RUNS },
    );
  });

  test('a task of the plan that takes the place of another one does not get its tick', () => {
    fc.assert(
      fc.property(start, seeds, (lines, stream) => {
        const random = randomOf(stream);
        const [gone, added] = [pick(lines, random), pick(lines, random)];
        if (gone === added) return;
        const before = lines.filter((line) => line !== added);
        const after = before.map((line) => (line === gone ? { ...added, unit: gone.unit } : line));
        expect(outcome(before, after).wrong).toBe(0);
      }),
      { numRuns: RUNS },
    );
  });

  test('after random mixes of edits, at least 95% are where they were made and none is anywhere else', () => {
    const all = { ...EDITS, ...LOSSES };
    const total = { kept: 0, lost: 0 };
    fc.assert(
      fc.property(
        start,
        seeds,
        fc.array(fc.constantFrom(...Object.keys(all)), { minLength: 2, maxLength: 12 }),
        (lines, stream, names) => {
          const random = randomOf(stream);
          const touched = names.reduce((state, name) => (all[name] as Edit)(state, random), lines);
          const { kept, lost, wrong } = outcome(lines, touched);
          total.kept += kept;
          total.lost += lost;
          expect(wrong).toBe(0);
        },
      ),
      { numRuns: RUNS },
    );
    expect(total.kept / (total.kept + total.lost)).toBeGreaterThanOrEqual(0.95);
  });
});
