import { describe, expect, test } from 'vitest';
import type { Mark } from './mark.ts';
import { type MarkdownPlan, readTicked, writeMarkdown } from './markdown.ts';
import { tickedEntries } from './ticked-entries.ts';

const unit = (number: string, texts: string[], parent: string | null = null): MarkdownPlan['units'][number] => ({
  id: parent ? `${parent}/week-${number}` : `week-${number}`,
  kind: 'week',
  number,
  title: `Part ${number}`,
  parent,
  items: texts.map((text) => ({ id: `${parent ?? ''}${number}:${text}`, text, kind: 'task', minutes: null })),
});
const small: MarkdownPlan & { id: string } = {
  id: 'small',
  title: 'Small plan',
  units: [unit('1-2', ['Read chapter 3', 'Write a summary']), unit('3', ['Write a summary', 'Call `fetch(a[0])`'])],
};
const found = (markdown: string, plan = small) => [...readTicked(markdown, plan).found];

test('a plan is one file: units as headings, items in reading order', () => {
  expect(writeMarkdown(small, (id) => id === '1-2:Read chapter 3')).toMatchInlineSnapshot(`
    "# Small plan

    ## Weeks 1–2: Part 1-2

    - [x] Read chapter 3
    - [ ] Write a summary

    ## Week 3: Part 3

    - [ ] Write a summary
    - [ ] Call \\\`fetch(a\\[0])\\\`
    "
  `);
});

describe('a file from elsewhere', () => {
  test.each([
    ['* [X] **read** the [chapter](https://example.org/a "b") 3.'],
    ['1. [x] 05:00–06:30 · Read chapter 3 (1 h 30 min)'],
    ['- [x] **05:00–06:30** · Read _chapter_ 3 *(1 h 30 min)*'],
    ['- [x] Read [chapter 3][book]\n\n[book]: https://example.org/a'],
    ['> - [x] Read\n>   chapter 3'],
    ['- [x] Read chapter 3\nAnd then I slept.'],
    ['- [x] Read chapter 3\\\n  And then I slept.'],
  ])('%j is found by its words', (markdown) => {
    expect(found(markdown)).toEqual(['1-2:Read chapter 3']);
  });

  test('lines without a tick change nothing', () => {
    expect(readTicked('- [ ] Read chapter 3\n- Read chapter 3', small)).toEqual({
      found: new Set(),
      ambiguous: [],
      unknown: [],
    });
  });

  test('what says the same on two pages is told apart by its heading, or listed', () => {
    expect(found('### Part 3\n- [x] Write a summary')).toEqual(['3:Write a summary']);
    expect(found('## Week 3: Part 3\n### Evening\n- [x] Write a summary')).toEqual(['3:Write a summary']);
    const { found: none, ambiguous } = readTicked('# Mine\n\n- [x] Write a summary', small);
    expect([none.size, ambiguous]).toEqual([0, [expect.objectContaining({ line: 3, text: 'Write a summary' })]]);
  });

  test('what is like an item but not the same is listed, never guessed', () => {
    const { found, unknown } = readTicked('- [x] Read chapter 4\n- [x] Buy milk', small);
    expect([found.size, unknown.map(({ line, text }) => [line, text])]).toEqual([
      0,
      [
        [1, 'Read chapter 4'],
        [2, 'Buy milk'],
      ],
    ]);
  });
});

describe('as marks', () => {
  const mark = (done: boolean): Mark => ({
    done,
    at: 9,
    text: 't',
    unit: 'u',
    kind: 'task',
    minutes: 0,
    byAuthor: false,
  });
  const [summary] = (small.units[1]?.items ?? []).map((item) => ({ ...item, unit: 'week-3' }));
  const entries = (own: Map<string, Mark>, isByAuthor = false) => {
    if (!summary) throw new Error('the plan has no such task');
    const ticked = tickedEntries('small', { items: [{ ...summary, done: isByAuthor }] }, new Set([summary.id]), {
      own,
      now: 5,
    });
    return [...ticked.values()].map((value) => JSON.parse(value));
  };

  test('a new tick is made now, one that is here stays, one that was taken back is made again', () => {
    expect(entries(new Map())).toEqual([expect.objectContaining({ done: true, at: 5, unit: 'week-3' })]);
    expect(entries(new Map([['3:Write a summary', mark(true)]]))).toEqual([
      expect.objectContaining({ at: 9, text: 't' }),
    ]);
    expect(entries(new Map([['3:Write a summary', mark(false)]]))).toEqual([
      expect.objectContaining({ done: true, at: 10 }),
    ]);
  });

  test("the author's tick needs none of the reader's", () => {
    expect(entries(new Map(), true)).toEqual([]);
  });
});
