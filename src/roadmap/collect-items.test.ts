import { expect, test } from 'vitest';
import { collectItems } from './collect-items.ts';
import { parseMdx } from './markdown.ts';

const itemsOf = (...lines: string[]) => collectItems(parseMdx(lines.join('\n')));

test.each([
  ['## Videos', 'watch'],
  ['## Project', 'project'],
  ['## Completion criteria', 'criterion'],
  ['## Constructor', 'task'],
  ['## Evening', 'task'],
])('an item under %s is a %s', (heading, kind) => {
  expect(itemsOf(heading, '', '- [ ] Something').map((item) => item.kind)).toEqual([kind]);
});

test('a heading ends with the next of its rank, and inner headings come first', () => {
  const items = itemsOf('## Quiz', '', '### Part one', '', '- [ ] A', '', '## Evening', '', '- [ ] B');
  expect(items.map(({ kind, headings }) => [kind, headings])).toEqual([
    ['quiz', ['Part one', 'Quiz']],
    ['task', ['Evening']],
  ]);
});

test('times and durations are taken off the text', () => {
  const items = itemsOf('- [ ] 05:00–07:00 · Read *this*', '- [ ] **08:00–09:00** · Draw', '- [ ] Build it (1.5 h)');
  expect(items.map(({ text, minutes }) => [text, minutes])).toEqual([
    ['Read this', 120],
    ['Draw', 60],
    ['Build it', 90],
  ]);
});

test('an item inside another is nested, one inside an aside is found', () => {
  const items = itemsOf('- [ ] Outer (2 h)', '  - [ ] Inner (1 h)', '', ':::note', '- [ ] Noted (1 h)', ':::');
  expect(items.map(({ text, nested, minutes }) => [text, nested, minutes])).toEqual([
    ['Outer', false, 120],
    ['Inner', true, 60],
    ['Noted', false, 60],
  ]);
});

test('code that starts with brackets is no checkbox', () => {
  expect(itemsOf('- `[]byte` is a slice', '- `[x]` indexes')).toEqual([]);
});
