import { expect, test } from 'vitest';
import type { PlanIndex } from '../roadmap/plan-index.ts';
import { adaptEntries } from './adapt-entries.ts';
import { writeMark } from './mark.ts';
import { writeSeenPlan } from './seen-plan.ts';

const [OLD, NEW, OTHER] = ['0123456789', 'abcdefghjk', 'zzzzzzzzzz'];
const item = (id: string, text: string) => ({
  id,
  text,
  unit: 'week-1',
  kind: 'task' as const,
  minutes: null,
  done: false,
});
const today: PlanIndex = { version: 'b', items: [item(NEW, 'Sketch the cache layer of the shop')] };
const said = {
  done: true,
  at: 5,
  text: 'Draw the cache layer of the shop',
  unit: 'week-1',
  kind: 'task' as const,
  minutes: 0,
  byAuthor: false,
};
const mark = writeMark(said);
const seen = writeSeenPlan({ version: 'a', items: [item(OLD, 'Draw the cache layer of the shop')], moved: new Map() });

test('a tick of before an edit is found again with the plan as it was', () => {
  const entries = new Map([
    [`mark:plan:${OLD}`, mark],
    ['plan:plan', seen],
  ]);
  const adapted = adaptEntries(entries, new Map(), new Map([['plan', today]]));
  expect([...adapted.keys()]).toEqual([`mark:plan:${NEW}`]);
  expect(adapted.get(`mark:plan:${NEW}`)).toContain('Sketch');
});

test('without the plan as it was, nothing is guessed; ticks of unknown plans and later versions stay as they are', () => {
  const entries = new Map([
    [`mark:plan:${OLD}`, mark],
    [`mark:plan:${OTHER}`, '{"v":2}'],
    [`mark:gone:${OLD}`, mark],
    ['plan:gone', seen],
    ['note:plan:week-1', 'x'],
  ]);
  // A tick whose item is gone is kept, and counts nowhere.
  const uncounted = new Map(entries).set(`mark:plan:${OLD}`, writeMark({ ...said, byAuthor: true }));
  expect(adaptEntries(entries, new Map(), new Map([['plan', today]]))).toEqual(uncounted);
});

test('what items became between the backup and today, the reader who was here all the while knows', () => {
  const entries = new Map([
    [`mark:plan:${OTHER}`, mark],
    ['plan:plan', writeSeenPlan({ version: '0', items: [item(OTHER, 'Do something')], moved: new Map() })],
  ]);
  const here = writeSeenPlan({ version: 'a', items: today.items, moved: new Map([[OTHER, NEW]]) });
  const adapted = adaptEntries(entries, new Map([['plan:plan', here]]), new Map([['plan', today]]));
  expect([...adapted.keys()]).toEqual([`mark:plan:${NEW}`]);
});
