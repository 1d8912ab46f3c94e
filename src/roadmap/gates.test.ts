import { expect, test } from 'vitest';
import { type GateLevels, gateOf } from './gates.ts';
import type { ItemNode, PlanNode, UnitNode } from './roadmap.ts';
import type { ItemKind } from './types.ts';

const advice = { green: 'Go on.', yellow: 'Practice.', red: 'Stay.' };
const green = { topics: '80%', projects: 2, quiz: 8 } as const;
const yellow = { topics: '60%', projects: 1, quiz: 6 } as const;

const items = (...counts: [ItemKind, number][]) =>
  counts.flatMap(([kind, count]) => Array.from({ length: count }, () => ({ kind }) as ItemNode));
const unit = (id: string, kind: UnitNode['kind'], own: ItemNode[] = [], gate: UnitNode['gate'] = null) =>
  ({ id, kind, items: own, gate }) as UnitNode;
const plan = (units: UnitNode[], gate: PlanNode['gate'] = { after: 'quarter', green, yellow, advice }) => ({
  units,
  gate,
});

test('counts the items of a unit and of all below it, and no others', () => {
  const quarter = unit('quarter-1', 'quarter', items(['quiz', 10]));
  const units = [
    quarter,
    unit('quarter-1/month-01', 'month'),
    unit('quarter-1/month-01/weeks-1-2', 'week', items(['topic', 29], ['project', 5])),
    unit('quarter-10/month-01', 'month', items(['topic', 7])),
  ];
  expect(gateOf(plan(units), quarter)).toEqual({
    advice,
    rules: [
      { key: 'topics', kind: 'topic', total: 29, green: 24, yellow: 18 },
      { key: 'projects', kind: 'project', total: 5, green: 2, yellow: 1 },
      { key: 'quiz', kind: 'quiz', total: 10, green: 8, yellow: 6 },
    ],
  });
});

test.each<[GateLevels, GateLevels, number, number, number]>([
  [{ topics: '80%' }, { topics: '60%' }, 0, 0, 0],
  [{ topics: '80%' }, { topics: '60%' }, 5, 4, 3],
  [{ topics: '80%' }, { topics: '60%' }, 6, 5, 4],
  [{ topics: '100%' }, {}, 7, 7, 7],
  [{ topics: 3 }, { topics: 1 }, 7, 3, 1],
])('%j and %j of %i topics are %i and %i', (green, yellow, total, wantGreen, wantYellow) => {
  const quarter = unit('quarter-1', 'quarter', items(['topic', total]));
  const gate = gateOf(plan([quarter], { after: 'quarter', green, yellow, advice }), quarter);
  expect(gate?.rules).toEqual([{ key: 'topics', kind: 'topic', total, green: wantGreen, yellow: wantYellow }]);
});

test('a unit may replace the levels of the plan', () => {
  const levels = { green: { projects: 1 }, yellow: { projects: 1 } };
  const quarter = unit('quarter-4', 'quarter', items(['project', 1]), levels);
  expect(gateOf(plan([quarter]), quarter)?.rules).toEqual([
    { key: 'projects', kind: 'project', total: 1, green: 1, yellow: 1 },
  ]);
});

test('only units of the gate’s kind have one, and none without a gate in the plan', () => {
  const month = unit('quarter-1/month-01', 'month');
  expect(gateOf(plan([month]), month)).toBeNull();
  expect(gateOf(plan([month], null), month)).toBeNull();
});
