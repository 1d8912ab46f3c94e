/** The model that everything is built on: the contract's shapes, plus what pages need and tools do not. */

import type { GateLevels } from './gates.ts';
import type { UnitName } from './parse-name.ts';
import type { Item, Plan, Resource, Topic, Unit, UnitKind } from './types.ts';

export interface ItemNode extends Item {
  /** Ticked by the author: done by default on this site. */
  done: boolean;
  /** Stands inside another item: its minutes are part of that one's. */
  nested: boolean;
}

export interface UnitNode extends Omit<Unit, 'items'> {
  file: string;
  summary: string;
  /** `Week 1`, `Days 15–17`, or what the author calls it. */
  label: string;
  name: UnitName;
  /** Ids of the units directly below, in order. */
  children: string[];
  items: ItemNode[];
  /** Mermaid sources, in order. */
  drawings: string[];
  /** Names of the components the page uses. */
  components: string[];
  /** Levels that replace those of the plan's gate; see `gateOf`. */
  gate: { green: GateLevels; yellow: GateLevels } | null;
  /** First and last day by default, `YYYY-MM-DD`; `null` when the plan has no start or the unit no days. */
  dates: { first: string; last: string } | null;
  aliases: string[];
}

export interface PlanNode extends Omit<Plan, 'units'> {
  file: string;
  level: string | null;
  topics: string[];
  /** What a reader needs to go on after each unit of a kind; see `gateOf`. */
  gate: {
    after: UnitKind;
    green: GateLevels;
    yellow: GateLevels;
    advice: { green: string; yellow: string; red: string };
  } | null;
  units: UnitNode[];
  /** Ids of the resources the plan's own page links to. */
  resources: string[];
  components: string[];
  aliases: string[];
}

export interface TopicNode extends Topic {
  file: string;
  aliases: string[];
}

/** A page outside plans and topics. */
export interface PageNode {
  file: string;
  title: string;
  url: string;
  order: number;
  template: 'doc' | 'splash';
  summary: string;
  aliases: string[];
}

export interface Roadmap {
  plans: PlanNode[];
  topics: TopicNode[];
  /** Area id to title, in order. */
  areas: Record<string, string>;
  resources: Resource[];
  pages: PageNode[];
}

/** What a content file has become. */
export type RoadmapPage =
  | { type: 'plan'; plan: PlanNode }
  | { type: 'unit'; plan: PlanNode; unit: UnitNode }
  | { type: 'topic'; topic: TopicNode }
  | { type: 'page'; page: PageNode };

/** Finds what a content file has become. */
export function pageOf(roadmap: Roadmap, file: string): RoadmapPage | null {
  for (const plan of roadmap.plans) {
    if (plan.file === file) return { type: 'plan', plan };
    if (!file.startsWith(plan.file.replace(/index\.mdx$/, ''))) continue;
    const unit = plan.units.find((candidate) => candidate.file === file);
    if (unit) return { type: 'unit', plan, unit };
  }
  const topic = roadmap.topics.find((candidate) => candidate.file === file);
  if (topic) return { type: 'topic', topic };
  const page = roadmap.pages.find((candidate) => candidate.file === file);
  return page ? { type: 'page', page } : null;
}

/** The document that a page shows: what has its title, summary and address. */
export function documentOf(page: RoadmapPage): PlanNode | UnitNode | TopicNode | PageNode {
  if (page.type === 'unit') return page.unit;
  return page.type === 'plan' ? page.plan : page.type === 'topic' ? page.topic : page.page;
}

/** How long a plan is: days, weeks where it has no days, all its items, and the minutes it asks for. */
export function planTotals(plan: PlanNode): { days: number; weeks: number; items: ItemNode[]; minutes: number } {
  const top = childrenOf(plan, null);
  return {
    days: plan.units.filter(({ kind }) => kind === 'day').length,
    weeks: top.reduce((sum, unit) => sum + weeksOf(plan, unit), 0),
    items: itemsWithin(plan, null),
    minutes: top.reduce((sum, unit) => sum + (effortOf(plan, unit) ?? 0), 0),
  };
}

/**
 * How many minutes a unit asks for: what its items say, or, where weeks are not divided into days, the plan's hours a week.
 * `null` when neither is known.
 */
export function effortOf(plan: PlanNode, unit: UnitNode): number | null {
  const weeks = weeksOf(plan, unit);
  return weeks > 0 && plan.effort.hoursPerWeek ? weeks * plan.effort.hoursPerWeek * 60 : unit.minutes;
}

/** How many weeks stand in a unit, itself included, that are not divided into days. A month that is not divided has four. */
function weeksOf(plan: PlanNode, unit: UnitNode): number {
  const children = childrenOf(plan, unit);
  if (children.length > 0) return children.reduce((sum, child) => sum + weeksOf(plan, child), 0);
  const span = unit.name.last - unit.name.first + 1;
  return unit.kind === 'week' ? span : unit.kind === 'month' ? 4 * span : 0;
}

/** A unit's label, after that of what it stands in where the plan has several of the name: `Month 1, Weeks 1–2`. */
export function distinctLabel(plan: PlanNode, unit: UnitNode): string {
  const parent = ancestors(plan, unit).at(-1);
  const unique = plan.units.filter(({ label }) => label === unit.label).length === 1;
  return unique || !parent ? unit.label : `${distinctLabel(plan, parent)}, ${unit.label}`;
}

/** A unit and all units below it, in reading order; all of the plan without one. */
export function unitsWithin({ units }: Pick<PlanNode, 'units'>, unit: UnitNode | null): UnitNode[] {
  return unit ? units.filter(({ id }) => id === unit.id || id.startsWith(`${unit.id}/`)) : [...units];
}

/** All items of a unit and of what stands below it; of the whole plan without one. */
export function itemsWithin(plan: Pick<PlanNode, 'units'>, unit: UnitNode | null): ItemNode[] {
  return unitsWithin(plan, unit).flatMap(({ items }) => items);
}

/** The units above a unit, outermost first. */
export function ancestors(plan: PlanNode, unit: UnitNode): UnitNode[] {
  const parent = plan.units.find((candidate) => candidate.id === unit.parent);
  return parent ? [...ancestors(plan, parent), parent] : [];
}

/** The units directly below a unit, or below the plan itself. */
export function childrenOf(plan: PlanNode, parent: UnitNode | null): UnitNode[] {
  return plan.units.filter((unit) => unit.parent === (parent?.id ?? null));
}
