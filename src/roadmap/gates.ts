import { itemsWithin, type PlanNode, type UnitNode } from './roadmap.ts';
import { GATE_KEYS, type GateKey, type ItemKind, KIND_OF_GATE_KEY } from './types.ts';

/** What one kind of item asks at a gate; numbers are items. */
export interface GateRule {
  key: GateKey;
  kind: ItemKind;
  /** Items of the kind in the unit and below it. */
  total: number;
  /** At least so many for green. */
  green: number;
  /** At least so many for yellow; fewer are red. */
  yellow: number;
}

/** The rule that says whether a reader may go on after a unit. The lowest light of its rules is the gate's. */
export interface Gate {
  rules: GateRule[];
  advice: Readonly<Record<'green' | 'yellow' | 'red', string>>;
}

/** Levels as frontmatter gives them: a number of items, or a share such as `80%`. */
export type GateLevels = { readonly [Key in GateKey]?: number | string | undefined };

/** The gate at the end of a unit; `null` where the plan has none there. */
export function gateOf(plan: Pick<PlanNode, 'gate' | 'units'>, unit: UnitNode): Gate | null {
  if (plan.gate?.after !== unit.kind) return null;
  const { green, yellow } = unit.gate ?? plan.gate;
  const items = itemsWithin(plan, unit);
  const rules = GATE_KEYS.flatMap((key) => {
    const level = green[key];
    if (level === undefined) return [];
    const kind = KIND_OF_GATE_KEY[key];
    const total = items.filter((item) => item.kind === kind).length;
    return [{ key, kind, total, green: needed(level, total), yellow: needed(yellow[key] ?? level, total) }];
  });
  return { rules, advice: plan.gate.advice };
}

/** Items that a level asks for: a share is rounded up, so that 80% of 29 are 24. */
function needed(level: number | string, total: number): number {
  return typeof level === 'number' ? level : Math.ceil((Number.parseInt(level, 10) * total) / 100);
}
