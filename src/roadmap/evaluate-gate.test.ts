import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateGate, LIGHTS, type Light, sayLight } from './evaluate-gate.ts';
import type { Gate, GateRule } from './gates.ts';
import type { ItemKind } from './types.ts';

const TOPICS: GateRule = { key: 'topics', kind: 'topic', total: 29, green: 24, yellow: 18 };
const PROJECTS: GateRule = { key: 'projects', kind: 'project', total: 5, green: 2, yellow: 1 };
const QUIZ: GateRule = { key: 'quiz', kind: 'quiz', total: 10, green: 8, yellow: 6 };
const CAPSTONE: GateRule = { key: 'projects', kind: 'project', total: 1, green: 1, yellow: 1 };
const ADVICE = { green: 'Go on.', yellow: 'Practice.', red: 'Stay.' };
const gate = (...rules: GateRule[]): Gate => ({ rules, advice: ADVICE });
const rank = (light: Light) => LIGHTS.findIndex(({ name }) => name === light);

describe('the light is the lowest of the rules, and the way to the next one is told', () => {
  test.each<[string, Gate, Partial<Record<ItemKind, number>>, Light, string | undefined]>([
    [
      'nothing done',
      gate(TOPICS, PROJECTS, QUIZ),
      {},
      'red',
      'For yellow: 18 more topics, 1 more project, and 6 more quiz questions',
    ],
    ['one red', gate(TOPICS, PROJECTS, QUIZ), { topic: 29, project: 0, quiz: 9 }, 'red', 'For yellow: 1 more project'],
    [
      'just yellow',
      gate(TOPICS, PROJECTS, QUIZ),
      { topic: 18, project: 1, quiz: 6 },
      'yellow',
      'For green: 6 more topics, 1 more project, and 2 more quiz questions',
    ],
    [
      'one short',
      gate(TOPICS, PROJECTS, QUIZ),
      { topic: 23, project: 2, quiz: 8 },
      'yellow',
      'For green: 1 more topic',
    ],
    ['just green', gate(TOPICS, PROJECTS, QUIZ), { topic: 24, project: 2, quiz: 8 }, 'green', undefined],
    ['no yellow: straight to green', gate(CAPSTONE), {}, 'red', 'For green: 1 more project'],
    ['no yellow, and another rule is yellow', gate(CAPSTONE, QUIZ), { quiz: 6 }, 'red', 'For yellow: 1 more project'],
    ['without rules', gate(), {}, 'green', undefined],
  ])('%s', (_, rules, done, light, words) => {
    const state = evaluateGate(rules, done);
    expect([state.light, state.next?.words, state.advice]).toEqual([light, words, ADVICE[light]]);
  });
});

test.each<[GateRule, number, string]>([
  [TOPICS, 17, '17 of 29 topics (58%): 1 more for yellow, 7 more for green'],
  [TOPICS, 20, '20 of 29 topics (68%): 4 more for green'],
  [TOPICS, 24, '24 of 29 topics (82%): enough for green'],
  [CAPSTONE, 0, '0 of 1 project (0%): 1 more for green'],
  // Marks of items that are gone count until the reader lets them go; more than all cannot be done.
  [PROJECTS, 7, '5 of 5 projects (100%): enough for green'],
  [PROJECTS, -1, '0 of 5 projects (0%): 1 more for yellow, 2 more for green'],
])('a rule says why: %#', (rule, done, reason) => {
  expect(evaluateGate(gate(rule), { [rule.kind]: done }).rules[0]?.reason).toBe(reason);
});

test('the light is never color alone', () => {
  expect(sayLight('yellow')).toBe('Yellow: practice more');
});

const rule = (key: 'topics' | 'projects' | 'quiz', kind: ItemKind) =>
  fc.record({ total: fc.nat(40), a: fc.nat(40), b: fc.nat(40) }).map(({ total, a, b }): GateRule => {
    const [yellow, green] = [Math.min(a, b, total), Math.min(Math.max(a, b), total)];
    return { key, kind, total, green, yellow };
  });
const gates = fc
  .tuple(rule('topics', 'topic'), rule('projects', 'project'), rule('quiz', 'quiz'))
  .map((rules) => gate(...rules));
const counts = fc.record({ topic: fc.nat(45), project: fc.nat(45), quiz: fc.nat(45) });

test('doing more never lowers the light', () => {
  fc.assert(
    fc.property(gates, counts, counts, (rules, done, more) => {
      const after = {
        topic: done.topic + more.topic,
        project: done.project + more.project,
        quiz: done.quiz + more.quiz,
      };
      expect(rank(evaluateGate(rules, after).light)).toBeGreaterThanOrEqual(rank(evaluateGate(rules, done).light));
    }),
  );
});

test('doing what is missing gives the light that was promised, and one item less does not', () => {
  fc.assert(
    fc.property(gates, counts, (rules, done) => {
      const { light, next } = evaluateGate(rules, done);
      expect(next === null).toBe(light === 'green');
      if (!next) return;
      const after: Partial<Record<ItemKind, number>> = { ...done };
      for (const { rule, lacks } of next.missing) after[rule.kind] = (after[rule.kind] ?? 0) + lacks;
      expect(evaluateGate(rules, after).light).toBe(next.light);
      expect(rank(next.light)).toBeGreaterThan(rank(light));
      for (const { rule } of next.missing)
        expect(evaluateGate(rules, { ...after, [rule.kind]: (after[rule.kind] ?? 0) - 1 }).light).toBe(light);
    }),
  );
});
