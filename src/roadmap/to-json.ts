import type { PlanNode, Roadmap, UnitNode } from './roadmap.ts';
import type { Item, Plan, Resource, Topic, Unit } from './types.ts';

/** Version of the published shapes. It changes only when a field changes its meaning. */
const VERSION = 1;

/** The body of `/api/plans.json`. */
export function plansJson(roadmap: Roadmap): { version: number; plans: Plan[] } {
  return { version: VERSION, plans: roadmap.plans.map(toPlan) };
}

/** The body of `/api/resources.json`. */
export function resourcesJson(roadmap: Roadmap): { version: number; resources: Resource[] } {
  return { version: VERSION, resources: roadmap.resources };
}

/** The body of `/api/topics.json`. */
export function topicsJson(roadmap: Roadmap): { version: number; topics: Topic[] } {
  return {
    version: VERSION,
    topics: roadmap.topics.map(({ id, title, url, summary, area, related }) => ({
      id,
      title,
      url,
      summary,
      area,
      related,
    })),
  };
}

function toPlan({ id, title, url, summary, stack, effort, schedule, credit, units }: PlanNode): Plan {
  return { id, title, url, summary, stack, effort, schedule, credit, units: units.map(toUnit) };
}

function toUnit({ id, kind, number, title, url, parent, topics, items, resources, diagrams, minutes }: UnitNode): Unit {
  return { id, kind, number, title, url, parent, topics, items: items.map(toItem), resources, diagrams, minutes };
}

function toItem({ id, kind, text, slot, minutes }: Item): Item {
  return { id, kind, text, slot, minutes };
}
