import { countItems } from './count.ts';
import type { Gate, GateRule } from './gates.ts';
import type { ItemKind } from './types.ts';

/** The lights of a gate, worst first, with what each tells the reader to do. */
export const LIGHTS = [
  { name: 'red', title: 'Red', says: 'stay' },
  { name: 'yellow', title: 'Yellow', says: 'practice more' },
  { name: 'green', title: 'Green', says: 'go on' },
] as const;

/**
 * Compares what is done with what a gate asks for.
 *
 * @param gate the rule at the end of a unit (`gateOf`)
 * @param done items done within the unit, by kind; a kind that is left out has none
 */
export function evaluateGate(gate: Gate, done: Partial<Record<ItemKind, number>>): GateState {
  const rules = gate.rules.map((rule) => evaluateRule(rule, done[rule.kind] ?? 0));
  const light = lowest(rules);
  return { light, rules, next: nextLight(rules, light), advice: gate.advice[light] };
}

/** The light and what to do, in words: `Yellow: practice more`. */
export function sayLight(light: Light): string {
  const { title, says } = LIGHTS[rank(light)] as (typeof LIGHTS)[number];
  return `${title}: ${says}`;
}

function evaluateRule(rule: GateRule, number: number): RuleState {
  const done = Math.min(rule.total, Math.max(0, number));
  const light = done >= rule.green ? 'green' : done >= rule.yellow ? 'yellow' : 'red';
  const missing = [
    ...(light === 'red' && rule.yellow < rule.green ? [`${rule.yellow - done} more for yellow`] : []),
    ...(light === 'green' ? ['enough for green'] : [`${rule.green - done} more for green`]),
  ];
  // Rounded down: nearly 80% is not 80%.
  const share = rule.total > 0 ? ` (${Math.floor((100 * done) / rule.total)}%)` : '';
  return { rule, done, light, reason: `${done} of ${countOf(rule.kind, rule.total)}${share}: ${missing.join(', ')}` };
}

/** The next better light and all that is missing for it; `null` at green. */
function nextLight(rules: readonly RuleState[], light: Light): GateState['next'] {
  if (light === 'green') return null;
  const target = light === 'red' ? 'yellow' : 'green';
  const missing = rules.flatMap(({ rule, done }) =>
    done < rule[target] ? [{ rule, lacks: rule[target] - done }] : [],
  );
  // Where a plan has no yellow, what is enough for yellow may be enough for green.
  const reached = lowest(rules.map(({ rule, done }) => evaluateRule(rule, Math.max(done, rule[target]))));
  const list = missing.map(({ rule, lacks }) => countOf(rule.kind, lacks).replace(' ', ' more '));
  return { light: reached, missing, words: `For ${reached}: ${LIST.format(list)}` };
}

function lowest(rules: readonly { light: Light }[]): Light {
  return rules.reduce<Light>((worst, { light }) => (rank(light) < rank(worst) ? light : worst), 'green');
}

function rank(light: Light): number {
  return LIGHTS.findIndex(({ name }) => name === light);
}

function countOf(kind: ItemKind, number: number): string {
  return countItems(Array.from({ length: number }, () => ({ kind })))[0] ?? '0';
}

const LIST = new Intl.ListFormat('en');

export type Light = (typeof LIGHTS)[number]['name'];

export interface RuleState {
  rule: GateRule;
  /** Items that count: never more than there are. */
  done: number;
  light: Light;
  /** `17 of 29 topics (58%): 7 more for green`. */
  reason: string;
}

export interface GateState {
  /** The lowest light of the rules. */
  light: Light;
  rules: RuleState[];
  /** The shortest way to a better light; `words` is `For green: 7 more topics and 1 more project`. */
  next: { light: Light; missing: { rule: GateRule; lacks: number }[]; words: string } | null;
  /** What the plan advises at this light. */
  advice: string;
}
