import { expect, test } from 'vitest';
import { parseUnitName, unitLabel, unitNumber } from './parse-name.ts';

test.each([
  ['day-01-system-design', 'day', '1', 'system-design', 'Day 1'],
  ['week-3', 'week', '3', '', 'Week 3'],
  ['weeks-7-8-messaging', 'week', '7-8', 'messaging', 'Weeks 7–8'],
  ['days-15-17', 'day', '15-17', '', 'Days 15–17'],
  ['quarter-1', 'quarter', '1', '', 'Quarter 1'],
  ['month-02-go-2', 'month', '2', 'go-2', 'Month 2'],
  ['section-6-final-days', 'section', '6', 'final-days', 'Section 6'],
])('%s', (name, kind, number, slug, label) => {
  const parsed = parseUnitName(name);
  expect(parsed).not.toBeNull();
  if (!parsed) return;
  expect({ kind: parsed.kind, slug: parsed.slug, number: unitNumber(parsed), label: unitLabel(parsed) }).toEqual({
    kind,
    slug,
    number,
    label,
  });
});

test.each(['dey-01', 'day', 'day-x', 'Day-01', 'day-01-Caps', 'weeks-8-7', 'day 1', 'notes'])(
  '%j names no unit',
  (name) => {
    expect(parseUnitName(name)).toBeNull();
  },
);
