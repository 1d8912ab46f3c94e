import { count } from './count.ts';
import { type Gate, type GateLevels, gateOf } from './gates.ts';
import type { ParsedPage, Place } from './parsed-page.ts';
import type { Problem } from './problems.ts';
import type { PlanNode, UnitNode } from './roadmap.ts';
import { GATE_KEYS } from './types.ts';

/**
 * Checks the gates of a plan: each stands somewhere, counts something that is there, and can be passed; and no page shows or changes a gate
 * that it does not have.
 *
 * @param planPage the plan's own page
 * @param pages the units' pages by file
 */
export function checkGates(
  plan: PlanNode,
  planPage: ParsedPage<unknown>,
  pages: ReadonlyMap<string, ParsedPage<unknown>>,
): Problem[] {
  const problems: Problem[] = [];
  const report = (file: string, place: Place, found: string, expected: string) =>
    problems.push({ code: 'bad-gate', file, ...place, found, expected });
  const gated = plan.units.filter((unit) => gateOf(plan, unit) !== null);

  if (plan.gate && gated.length === 0) {
    const kinds = [...new Set(plan.units.map(({ kind }) => kind))].join(', ');
    const found = `a gate after each ${plan.gate.after}, and no ${plan.gate.after}`;
    report(plan.file, planPage.positionOf(['gate', 'after']), found, `one of ${kinds}`);
  }
  if (plan.gate) checkLevels(plan.gate, planPage, report);
  for (const unit of plan.units) {
    const page = pages.get(unit.file);
    const gate = gateOf(plan, unit);
    if (!page) continue;
    if (unit.gate && gate) checkLevels(unit.gate, page, report);
    if (gate) checkTotals(unit, gate, unit.gate ? page : planPage, report);
    else if (unit.gate || unit.components.includes('Gate')) {
      const place = unit.gate ? page.positionOf(['gate']) : { line: 1, column: 1 };
      const found = unit.gate ? 'levels of a gate' : '<Gate />';
      const expected = plan.gate
        ? `it on a ${plan.gate.after}, after which this plan has its gates`
        : 'a gate in the frontmatter of the plan: what it counts, and after which kind of unit it stands';
      report(unit.file, place, `${found} on a page without a gate`, expected);
    }
  }
  return problems;
}

type Report = (file: string, place: Place, found: string, expected: string) => void;

function checkLevels(
  { green, yellow }: { green: GateLevels; yellow: GateLevels },
  page: ParsedPage<unknown>,
  report: Report,
): void {
  if (Object.keys(green).length === 0)
    report(
      page.file,
      page.positionOf(['gate', 'green']),
      'a gate that counts nothing',
      `one of ${GATE_KEYS.join(', ')}`,
    );
  for (const key of GATE_KEYS) {
    if (yellow[key] !== undefined && green[key] === undefined)
      report(page.file, page.positionOf(['gate', 'yellow', key]), `${key} under yellow only`, `${key} under green too`);
  }
}

function checkTotals(unit: UnitNode, { rules }: Gate, page: ParsedPage<unknown>, report: Report): void {
  for (const { key, kind, total, green, yellow } of rules) {
    const place = page.positionOf(['gate', 'green', key]);
    if (total === 0)
      report(
        page.file,
        place,
        `${key} at the gate, and none in ${unit.id}`,
        `items of the kind ${kind}, or no ${key} at the gate`,
      );
    else if (green > total)
      report(page.file, place, `${green} of ${count(total, kind)} in ${unit.id}`, `a number from 1 to ${total}`);
    else if (yellow > green)
      report(
        page.file,
        page.positionOf(['gate', 'yellow', key]),
        `yellow at ${yellow} and green at ${green} ${key} in ${unit.id}`,
        `yellow at ${green} or fewer`,
      );
  }
}
