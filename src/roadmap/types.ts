/**
 * The words of the domain, as types. `Plan`, `Unit`, `Item`, `Resource` and `Topic` are the shapes that
 * `/api/*.json` publishes: tools and forks rely on them, so a field is added, never renamed or removed.
 */

export const UNIT_KINDS = ['quarter', 'month', 'section', 'week', 'day'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const ITEM_KINDS = ['task', 'topic', 'watch', 'project', 'quiz', 'criterion', 'habit'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What a gate can count: the frontmatter's word for each kind of item. */
export const KIND_OF_GATE_KEY = {
  topics: 'topic',
  videos: 'watch',
  projects: 'project',
  quiz: 'quiz',
  criteria: 'criterion',
  tasks: 'task',
  habits: 'habit',
} as const satisfies Readonly<Record<string, ItemKind>>;
export type GateKey = keyof typeof KIND_OF_GATE_KEY;
export const GATE_KEYS = Object.keys(KIND_OF_GATE_KEY) as GateKey[];

export const RESOURCE_KINDS = [
  'book',
  'video',
  'course',
  'doc',
  'article',
  'tool',
  'channel',
  'platform',
  'repository',
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export interface Slot {
  /** Lower-case name of the part of the day: `morning`, `theory`. */
  name: string;
  /** Start, `HH:MM`; absent when the author gave a duration or nothing. */
  from?: string;
  /** End, `HH:MM`. */
  to?: string;
}

export interface Item {
  /** Ten characters that depend on what the item says (see `identity.ts`), unique within the plan. */
  id: string;
  kind: ItemKind;
  /** Plain text, without its time block. */
  text: string;
  slot: Slot | null;
  minutes: number | null;
}

export interface Unit {
  /** Path of the unit inside its plan: `week-1/day-01-system-design-fundamentals`. */
  id: string;
  kind: UnitKind;
  /** `"4"`, or `"15-17"` for a range. */
  number: string;
  title: string;
  url: string;
  /** Id of the unit that holds this one; `null` directly under the plan. */
  parent: string | null;
  topics: string[];
  items: Item[];
  /** Ids of the resources this page links to, in order of appearance. */
  resources: string[];
  /** How many diagrams the page holds. */
  diagrams: number;
  /** Minutes of this unit's items and of those below it; `null` when no item says. */
  minutes: number | null;
}

export interface Effort {
  hoursPerDay?: number;
  hoursPerWeek?: number;
  daysPerWeek?: number;
}

export interface Schedule {
  /** First day by default, `YYYY-MM-DD`; the source's date, which a reader may move. */
  start?: string;
  /** Last day, derived from the start and the number of days. */
  end?: string;
  /** Parts of a study day: name to `HH:MM–HH:MM`, or to `null` where a part has no fixed hours. */
  slots: Record<string, string | null>;
}

export interface Credit {
  title: string;
  by?: string;
  url?: string;
  licence?: string;
}

export interface Plan {
  id: string;
  title: string;
  url: string;
  summary: string;
  stack: string[];
  effort: Effort;
  schedule: Schedule;
  credit: Credit | null;
  /** In reading order, flat; `parent` makes the tree. */
  units: Unit[];
}

export interface Resource {
  id: string;
  title: string;
  url: string | null;
  kind: ResourceKind;
  by: string | null;
  free: boolean | null;
  /** The day on which address, title and author were last compared with what is public. */
  checked: string | null;
  topics: string[];
  /** The pages that link to it, as `plan/unit`. */
  units: string[];
}

export interface Topic {
  id: string;
  title: string;
  url: string;
  summary: string;
  area: string;
  related: string[];
}
