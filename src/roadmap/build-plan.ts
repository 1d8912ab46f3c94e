import { assignSlots } from './assign-slots.ts';
import { checkGates } from './check-gates.ts';
import { checkItems } from './check-items.ts';
import { checkTree } from './check-tree.ts';
import { addDates } from './default-dates.ts';
import { identify } from './identity.ts';
import { compareNames, NAME_FORM, type UnitName, unitLabel, unitNumber, unitPath } from './parse-name.ts';
import type { ParsedPage } from './parsed-page.ts';
import { pathOfFile, withBase } from './paths.ts';
import type { Problem } from './problems.ts';
import type { PlanNode, UnitNode } from './roadmap.ts';
import type { PlanData, UnitData } from './schemas.ts';

/** The files of one plan. */
export interface PlanFiles {
  id: string;
  plan: ParsedPage<PlanData> | null;
  units: ParsedPage<UnitData>[];
  /** Whether a file of the plan could not be read at all: then a missing number has its own explanation. */
  incomplete: boolean;
}

/**
 * Builds one plan from its files: the tree from folders and names, items with their slots and ids, default dates.
 *
 * @param base base path of the site, for URLs
 * @returns the plan, `null` when it has no usable page of its own; and all that is wrong with its tree
 */
export function buildPlan(
  { id, plan, units, incomplete }: PlanFiles,
  base: string,
): { plan: PlanNode | null; problems: Problem[] } {
  const root = `content/plans/${id}/`;
  const named = units.map((page) => ({ page, ...unitPath(page.file.slice(root.length)) }));
  const problems: Problem[] = named.flatMap(({ page, badPart }) =>
    badPart === null
      ? []
      : [{ code: 'bad-name' as const, file: page.file, line: 1, column: 1, found: badPart, expected: NAME_FORM }],
  );
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) {
    const expected = 'a folder name of lower-case letters, digits and hyphens: it is part of the address';
    problems.push({ code: 'bad-name', file: root, line: 1, column: 1, found: id, expected });
  }
  const nodes = named
    .flatMap(({ page, path, names }) =>
      names.length > 0 && page.data ? [{ node: unitNode(page, page.data, path, names, base), names }] : [],
    )
    .sort((a, b) => compareNames(a.names, b.names))
    .map(({ node }) => node);
  link(nodes);

  const pages = new Map(units.map((page) => [page.file, page]));
  for (const node of nodes) {
    const page = pages.get(node.file);
    if (page) problems.push(...assignSlots(node, page, plan?.data?.schedule.slots ?? {}));
  }
  const items = nodes.flatMap((node) =>
    node.items.map((item) => ({ item, text: item.text, unit: node.id, slug: node.name.slug })),
  );
  const ids = identify(items);
  items.forEach(({ item }, index) => {
    item.id = ids[index] ?? '';
  });
  problems.push(...checkItems(nodes, pages));
  addMinutes(nodes);
  // With a file left out, the holes it leaves would only repeat its own problem.
  const whole = !incomplete && nodes.length === units.length;
  problems.push(...checkTree(root, nodes, { hasPlanPage: plan !== null, whole }));

  if (!plan?.data) return { plan: null, problems };
  const { data } = plan;
  const end = addDates(nodes, data.schedule.start);
  const node: PlanNode = {
    id,
    file: plan.file,
    title: data.title,
    url: withBase(base, pathOfFile(plan.file)),
    summary: data.summary,
    level: data.level ?? null,
    stack: data.stack,
    topics: data.topics,
    gate: data.gate ?? null,
    effort: defined(data.effort),
    schedule: {
      ...(data.schedule.start ? { start: data.schedule.start } : {}),
      ...(end ? { end } : {}),
      slots: data.schedule.slots,
    },
    credit: data.credit ? defined(data.credit) : null,
    units: nodes,
    resources: [],
    components: plan.components,
    aliases: data.aliases,
  };
  // Where units are missing, so are what their gate would count.
  if (whole) problems.push(...checkGates(node, plan, pages));
  return { plan: node, problems };
}

function unitNode(
  page: ParsedPage<UnitData>,
  data: UnitData,
  path: string,
  names: readonly UnitName[],
  base: string,
): UnitNode {
  const name = names.at(-1) as UnitName;
  return {
    id: path,
    file: page.file,
    kind: name.kind,
    number: unitNumber(name),
    title: data.title,
    summary: data.summary,
    label: data.label ?? unitLabel(name),
    name,
    url: withBase(base, pathOfFile(page.file)),
    parent: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null,
    children: [],
    topics: data.topics,
    items: page.items.map((item) => ({
      id: '',
      kind: item.kind,
      text: item.text,
      slot: null,
      minutes: item.minutes,
      done: item.done,
      nested: item.nested,
    })),
    resources: [],
    diagrams: page.diagrams.length,
    drawings: page.diagrams.map((diagram) => diagram.source),
    components: page.components,
    gate: data.gate ?? null,
    minutes: null,
    dates: null,
    aliases: data.aliases,
  };
}

function link(nodes: readonly UnitNode[]): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) if (node.parent !== null) byId.get(node.parent)?.children.push(node.id);
}

function addMinutes(nodes: readonly UnitNode[]): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const total = (node: UnitNode): number => {
    const own = node.items.reduce((sum, item) => sum + (item.nested ? 0 : (item.minutes ?? 0)), 0);
    return own + node.children.reduce((sum, child) => sum + total(byId.get(child) as UnitNode), 0);
  };
  for (const node of nodes) node.minutes = total(node) || null;
}

/** A copy without keys that have no value, so that optional stays absent in the JSON. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
