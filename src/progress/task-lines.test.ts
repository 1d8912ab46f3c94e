import { expect, test } from 'vitest';
import { readTaskLines } from './task-lines.ts';

const read = (...lines: string[]) => readTaskLines(lines.join('\n')).map(({ line, done, text }) => [line, done, text]);

test.each([
  [
    'any bullet',
    ['- [x] a', '', '* [ ] b', '', '+ [X] c'],
    [
      [1, true, 'a'],
      [3, false, 'b'],
      [5, true, 'c'],
    ],
  ],
  [
    'numbers',
    ['1. [x] a', '2) [ ] b'],
    [
      [1, true, 'a'],
      [2, false, 'b'],
    ],
  ],
  [
    'lists in lists',
    ['- a', '  1. [x] b', '     - [x] c'],
    [
      [2, true, 'b'],
      [3, true, 'c'],
    ],
  ],
  [
    'quotes',
    ['> - [x] a', '> > - [x] b'],
    [
      [1, true, 'a'],
      [2, true, 'b'],
    ],
  ],
  ['a wrapped line', ['- [x] a', '  b', 'c'], [[1, true, 'a b c']]],
  ['a hard break', ['- [x] a  ', '  b\\', '  c'], [[1, true, 'a b c']]],
  ['a paragraph of details', ['- [x] a', '', '  b'], [[1, true, 'a']]],
  ['a disclosure', ['<details>', '', '- [x] a', '', '</details>'], [[3, true, 'a']]],
  [
    'Windows line ends',
    ['- [x] a\r', '  b\r', '- [ ] c\r'],
    [
      [1, true, 'a b'],
      [3, false, 'c'],
    ],
  ],
])('items are read in %s', (_, lines, items) => {
  expect(read(...lines)).toEqual(items);
});

test.each([
  ['in a fence', ['```', '- [x] a', '```']],
  ['in a fence inside an item', ['- a', '', '  ~~~', '  - [x] b', '  ~~~']],
  ['in a fence that never ends', ['````', '```', '- [x] a']],
  ['indented as code', ['    - [x] a']],
  ['in a comment', ['<!--', '- [x] a', '-->']],
  ['without a list', ['[x] a']],
  ['with a bullet of typography', ['• [x] a']],
  ['with a check mark in the box', ['- [✓] a']],
  ['without a space behind the box', ['- [x]a']],
])('a box is none %s', (_, lines) => {
  expect(read(...lines)).toEqual([]);
});

test('the text is what GitHub shows: no signs, no addresses, nothing escaped', () => {
  expect(read('- [x] **a** `b*` [c](d) ![e](f) \\* &amp; https://g.org ~~h~~ snake_case')).toEqual([
    [1, true, 'a b* c e * & https://g.org h snake_case'],
  ]);
});

test('the first line is known apart from those that only follow it', () => {
  expect(readTaskLines('- [x] *a*\nb').map(({ first, text }) => [first, text])).toEqual([['a', 'a b']]);
});

test('an item has the headings above it, outermost first', () => {
  const lines = [
    'Plan',
    '====',
    '',
    '## *Week* 1 ##',
    '- [x] a',
    '> ### Day \\#1',
    '> - [x] b',
    '## Week 2',
    '- [x] c',
  ];
  expect(readTaskLines(lines.join('\n')).map(({ headings }) => headings)).toEqual([
    ['Plan', 'Week 1'],
    ['Plan', 'Week 1', 'Day #1'],
    ['Plan', 'Week 2'],
  ]);
});
