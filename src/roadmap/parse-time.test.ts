import { expect, test } from 'vitest';
import { formatMinutes, leadingRange, parseRange, trailingDuration } from './parse-time.ts';

test.each([
  ['05:00–07:00 · Read', { from: '05:00', to: '07:00', minutes: 120 }, 'Read'],
  ['5:00-7:30 Read', { from: '05:00', to: '07:30', minutes: 150 }, 'Read'],
  ['22:00 — 24:00: Sleep', { from: '22:00', to: '24:00', minutes: 120 }, 'Sleep'],
  ['10:00–08:00 · Read', 'impossible', 'Read'],
  ['23:00–25:00 · Read', 'impossible', 'Read'],
  ['08:75–09:00 · Read', 'impossible', 'Read'],
  ['08:00–08:00 · Read', 'impossible', 'Read'],
])('%s starts with a range', (text, range, rest) => {
  const found = leadingRange(text);
  expect(found?.range).toEqual(range);
  expect(text.slice(found?.length)).toBe(rest);
});

test.each(['Read at 05:00', '05:00 Read', 'Chapters 1–2', ''])('%j has no range in front', (text) => {
  expect(leadingRange(text)).toBeNull();
});

test.each([
  ['Draw (2 h)', 'Draw', 120],
  ['Draw (1.5 h).', 'Draw.', 90],
  ['Draw (45 min)', 'Draw', 45],
  ['Draw (1 h 30 min)', 'Draw', 90],
  ['Draw (2 hours)', 'Draw', 120],
])('%s ends with a duration', (text, rest, minutes) => {
  expect(trailingDuration(text)).toEqual({ text: rest, minutes });
});

test.each(['Draw (twice)', 'Draw ()', 'Wait (2 h) and draw', 'Draw (0 h)'])('%j has no duration behind', (text) => {
  expect(trailingDuration(text)).toBeNull();
});

test('a plan’s part of a day is a range and nothing else', () => {
  expect(parseRange('05:00–10:00')?.minutes).toBe(300);
  expect(parseRange('05:00–10:00 and later')).toBeNull();
  expect(parseRange('10:00–05:00')).toBeNull();
});

test('minutes in words', () => {
  expect([30, 60, 90, 0].map(formatMinutes)).toEqual(['30 min', '1 h', '1 h 30 min', '0 min']);
});
