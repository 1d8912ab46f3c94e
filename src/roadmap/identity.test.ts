import { describe, expect, test } from 'vitest';
import { buildRoadmap } from './build-roadmap.ts';
import { identify, textKey } from './identity.ts';
import { parseFile } from './parse-file.ts';

const page = (...lines: string[]) => ['---', 'title: A page', 'summary: A page.', '---', '', ...lines, ''].join('\n');

const PLAN: Record<string, string> = {
  'index.mdx': page('A plan.'),
  'week-1/index.mdx': page('A week.'),
  'week-1/day-01-queues.mdx': page(
    '- [ ] 05:00–07:00 · Read the first chapter of [the book](https://example.org/a)',
    '',
    '  With care.',
    '',
    '- [ ] Draw a queue and label its "ends"',
    '- [ ] Review notes',
  ),
  'week-1/day-02-caches.mdx': page('- [ ] Write a cache (2 h)', '- [ ] Review notes'),
};

/** Item ids by their text, of a plan made of these files. */
function idsOf(files: Record<string, string>): Map<string, string> {
  const parsed = Object.entries(files).map(([path, text]) =>
    parseFile({ path: `content/plans/p/${path}`, bytes: new TextEncoder().encode(text) }),
  );
  const { roadmap } = buildRoadmap(parsed, { base: '/' });
  const units = roadmap.plans[0]?.units ?? [];
  return new Map(
    units.flatMap((unit) =>
      unit.items.map((item) => [
        `${unit.title === 'A page' ? '' : unit.title}${item.text} @${unit.name.slug}`,
        item.id,
      ]),
    ),
  );
}

function edited(edit: (files: Record<string, string>) => void): Map<string, string> {
  const files = { ...PLAN };
  edit(files);
  return idsOf(files);
}

const DAY1 = 'week-1/day-01-queues.mdx';
const DAY2 = 'week-1/day-02-caches.mdx';
const READ = 'Read the first chapter of the book @queues';
const DRAW = 'Draw a queue and label its "ends" @queues';

describe('an id survives', () => {
  const before = idsOf(PLAN);
  const replace = (path: string, from: string | RegExp, to: string) => (files: Record<string, string>) => {
    const text = files[path] ?? '';
    expect(text).toMatch(from);
    files[path] = text.replace(from, to);
  };
  test.each<[string, (files: Record<string, string>) => void, string, string]>([
    ['another time', replace(DAY1, '05:00–07:00', '06:00–08:00'), READ, READ],
    ['no time', replace(DAY1, '05:00–07:00 · ', ''), READ, READ],
    ['another duration', replace(DAY2, '(2 h)', '(90 min)'), 'Write a cache @caches', 'Write a cache @caches'],
    ['a tick by the author', replace(DAY1, '- [ ] 05:00', '- [x] 05:00'), READ, READ],
    ['another link address', replace(DAY1, 'example.org/a', 'example.org/b'), READ, READ],
    ['emphasis', replace(DAY1, 'Read the', '**Read** the'), READ, READ],
    ['other details', replace(DAY1, 'With care.', 'Slowly, and twice.'), READ, READ],
    [
      'letter case and a full stop',
      replace(DAY1, 'Draw a queue', 'draw a Queue'),
      DRAW,
      'draw a Queue and label its "ends" @queues',
    ],
    ['typographic quotes', replace(DAY1, '"ends"', '“ends”'), DRAW, 'Draw a queue and label its “ends” @queues'],
    [
      'an article',
      replace(DAY1, 'Draw a queue', 'Draw the queue'),
      DRAW,
      'Draw the queue and label its "ends" @queues',
    ],
    [
      'another order',
      (files) => {
        files[DAY1] = page(
          '- [ ] Review notes',
          '- [ ] Draw a queue and label its "ends"',
          '- [ ] Read the first chapter of the book',
        );
      },
      READ,
      READ,
    ],
    ['a heading above it', replace(DAY1, '- [ ] Draw', '## Projects\n\n- [ ] Draw'), DRAW, DRAW],
    [
      'another day',
      (files) => {
        files[DAY1] = page('- [ ] Review notes');
        files[DAY2] = page('- [ ] Draw a queue and label its "ends"', '- [ ] Write a cache', '- [ ] Review notes');
      },
      DRAW,
      'Draw a queue and label its "ends" @caches',
    ],
    [
      'another week',
      (files) => {
        files['week-2/index.mdx'] = page('A week.');
        files['week-2/day-03-drawing.mdx'] = page('- [ ] Draw a queue and label its "ends"');
        files[DAY1] = page('- [ ] Review notes');
      },
      DRAW,
      'Draw a queue and label its "ends" @drawing',
    ],
    [
      'another file name',
      (files) => {
        files['week-1/day-01-lines.mdx'] = files[DAY1] as string;
        delete files[DAY1];
      },
      DRAW,
      'Draw a queue and label its "ends" @lines',
    ],
    [
      'a day inserted before it',
      (files) => {
        files['week-1/day-03-caches.mdx'] = files[DAY2] as string;
        files['week-1/day-02-between.mdx'] = page('- [ ] Something else');
        delete files[DAY2];
      },
      'Write a cache @caches',
      'Write a cache @caches',
    ],
    [
      'a renumbering, where another day says the same',
      (files) => {
        files['week-1/day-03-caches.mdx'] = files[DAY2] as string;
        files['week-1/day-02-between.mdx'] = page('- [ ] Something else');
        delete files[DAY2];
      },
      'Review notes @caches',
      'Review notes @caches',
    ],
  ])('%s', (_edit, edit, oldText, newText) => {
    const after = edited(edit);
    expect(before.get(oldText)).toBeDefined();
    expect(after.get(newText)).toBe(before.get(oldText));
  });
});

describe('an id is never that of another task', () => {
  test('other words make another id', () => {
    const ids = identify(
      ['Read chapter 1', 'Read chapter 2', 'Read chapters 1', 'Write chapter 1', 'Read C', 'Read C++', 'Read C#'].map(
        (text) => ({ text, unit: 'u', slug: '' }),
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the same words on two days are two tasks', () => {
    const ids = idsOf(PLAN);
    expect(ids.get('Review notes @queues')).not.toBe(ids.get('Review notes @caches'));
  });

  test('the same words that nothing but their place tells apart get one id, which the checker reports', () => {
    const twins = ['week-1/day-01', 'week-1/day-02'].map((unit) => ({ text: 'Review', unit, slug: '' }));
    expect(new Set(identify(twins)).size).toBe(1);
  });

  test('a day inserted before equal items moves the id of none to another', () => {
    const before = idsOf(PLAN);
    const after = edited((files) => {
      files['week-1/day-03-caches.mdx'] = files[DAY2] as string;
      files['week-1/day-02-queues-again.mdx'] = page('- [ ] Review notes');
      delete files[DAY2];
    });
    expect(after.get('Review notes @queues')).toBe(before.get('Review notes @queues'));
    expect(after.get('Review notes @caches')).toBe(before.get('Review notes @caches'));
    expect([...before.values()]).not.toContain(after.get('Review notes @queues-again'));
  });

  test.each([
    ['की', 'का'],
    ['Wait 1.5 s', 'Wait 15 s'],
    ['p95 < 100 ms', 'p95 > 100 ms'],
    ['Learn C', 'Learn C++'],
  ])('%s is not %s', (a, b) => {
    expect(textKey(a)).not.toBe(textKey(b));
  });
});

// The one edit that changes an id without changing its words: the same words are added elsewhere. The text and page that are
// kept with a tick lead back to it.
test('an item that gets a twin on another page gets another id', () => {
  const after = edited((files) => {
    files[DAY2] = page('- [ ] Draw a queue and label its "ends"');
  });
  expect(after.get(DRAW)).not.toBe(idsOf(PLAN).get(DRAW));
});

test('ids are ten characters that are safe in HTML, URLs and selectors', () => {
  for (const id of idsOf(PLAN).values()) expect(id).toMatch(/^[0-9a-z]{10}$/);
});

test('an item of articles alone still has a key', () => {
  expect(textKey('The a')).toBe('the a');
});

test('the ids of today are the ids of tomorrow', () => {
  // Progress is stored under them: a change here loses it for every reader.
  expect(identify([{ text: 'Draw a queue', unit: 'week-1/day-01-queues', slug: 'queues' }])).toMatchInlineSnapshot(`
    [
      "ajgs4p27md",
    ]
  `);
});
