import type { Problem } from './problems.ts';
import type { UnitNode } from './roadmap.ts';

/**
 * Checks the shape of a plan: every folder has its page, days stand in something, and numbers run without holes or repetition:
 * those of days through the whole plan, those of other kinds among their siblings. Siblings of another kind may fill a hole:
 * section 0, quarters 1 to 4, section 5.
 *
 * @param root the plan's folder, ending with a slash
 * @param nodes in reading order
 * @param whole whether all of the plan's files could be read; else holes say nothing
 */
export function checkTree(
  root: string,
  nodes: readonly UnitNode[],
  { hasPlanPage, whole }: { hasPlanPage: boolean; whole: boolean },
): Problem[] {
  const problems: Problem[] = [];
  const add = (file: string, problem: Pick<Problem, 'code' | 'found' | 'expected'>) =>
    problems.push({ file, line: 1, column: 1, ...problem });

  if (nodes.length === 0 && whole) {
    const found = hasPlanPage ? 'a plan page and no units' : 'nothing';
    add(root, {
      code: 'empty-plan',
      found,
      expected: `${root}index.mdx, and units such as ${root}week-1/index.mdx and ${root}week-1/day-01-first-steps.mdx`,
    });
    return problems;
  }
  if (!hasPlanPage && whole)
    add(root, { code: 'missing-index', found: 'units without a plan page', expected: `${root}index.mdx` });

  const ids = new Set(nodes.map((node) => node.id));
  const missing = new Set(
    nodes.flatMap((node) => (node.parent !== null && !ids.has(node.parent) ? [node.parent] : [])),
  );
  if (whole)
    for (const parent of missing)
      add(`${root}${parent}/`, {
        code: 'missing-index',
        found: 'a folder without a page of its own',
        expected: `${root}${parent}/index.mdx`,
      });

  for (const node of nodes) {
    if (node.kind === 'day' && node.parent === null) {
      add(node.file, {
        code: 'day-outside-week',
        found: `${node.label} directly under the plan`,
        expected: `a folder around it: ${root}week-1/${node.file.slice(root.length)}`,
      });
    }
  }
  const days = nodes.filter((node) => node.kind === 'day');
  const others = Map.groupBy(
    nodes.filter((node) => node.kind !== 'day'),
    (node) => `${node.parent} ${node.kind}`,
  );
  for (const sequence of [days, ...others.values()]) checkSequence(sequence, nodes, whole, add);
  return problems;
}

function checkSequence(
  sequence: readonly UnitNode[],
  nodes: readonly UnitNode[],
  whole: boolean,
  add: (file: string, problem: Pick<Problem, 'code' | 'found' | 'expected'>) => void,
): void {
  for (const [index, node] of sequence.entries()) {
    const before = sequence[index - 1];
    if (!before) continue;
    const next = before.name.last + 1;
    if (node.name.first === next) continue;
    const twin = sequence.find(
      (other) =>
        other !== node &&
        sequence.indexOf(other) < index &&
        other.name.first <= node.name.last &&
        node.name.first <= other.name.last,
    );
    if (twin) {
      add(node.file, {
        code: 'duplicate-unit',
        found: `${node.label}, which is also ${twin.file}`,
        expected: `a number of its own; the next free one is ${Math.max(...sequence.map((other) => other.name.last)) + 1}`,
      });
    } else if (whole && !filled(before, node, nodes)) {
      add(node.file, {
        code: 'number-gap',
        found: `${node.kind} ${node.number} after ${before.kind} ${before.number}`,
        expected: `${node.kind} ${next}`,
      });
    }
  }
}

/** Whether siblings of other kinds have every number between two units. */
function filled(before: UnitNode, after: UnitNode, nodes: readonly UnitNode[]): boolean {
  const siblings = nodes.filter(({ kind, parent }) => kind !== after.kind && parent === after.parent);
  for (let number = before.name.last + 1; number < after.name.first; number++) {
    if (!siblings.some(({ name }) => name.first <= number && number <= name.last)) return false;
  }
  return before.parent === after.parent;
}
