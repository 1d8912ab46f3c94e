import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ItemNode, type PlanNode, type UnitNode, unitsWithin } from '../../src/roadmap/roadmap.ts';
import type { ItemKind } from '../../src/roadmap/types.ts';

/**
 * Compares what the plans say with inventories of the documents they are based on: lists of facts in a few words each. The
 * inventories are not part of the repository; the comparison runs where they stand beside it.
 */
export const INVENTORIES = ['../shared/roadmaps/inventory', process.env['ROADMAP_INVENTORIES'] ?? ''].find(
  (folder) => folder !== '' && existsSync(folder),
);

/** Reads the inventory of a plan, or one of the tables beside it. */
export function inventory<T>(name: string): T {
  return JSON.parse(readFileSync(join(INVENTORIES as string, `${name}.json`), 'utf8')) as T;
}

/** An item with all its words: what it says and its details. */
export interface ItemText extends ItemNode {
  words: string;
}

/** The items of a unit with their details, as they stand in its file. */
export function itemTexts(unit: UnitNode): ItemText[] {
  const body = readFileSync(unit.file, 'utf8');
  const parts = body.split(/^(?= *- \[[ x]\] )/m).slice(1);
  return unit.items.map((item, index) => ({ ...item, words: (parts[index] ?? '').split(/^#{2,3} /m)[0] ?? '' }));
}

/** Everything the pages of a plan say, or those of one unit and what stands below it. */
export function textOf(plan: PlanNode, unit?: UnitNode): string {
  const units = unit ? unitsWithin(plan, unit) : [plan, ...plan.units];
  return units.map(({ file }) => readFileSync(file, 'utf8')).join('\n');
}

/** The items of a kind in a unit and below it. */
export function itemsBelow(plan: PlanNode, unit: UnitNode, kind: ItemKind): ItemText[] {
  return unitsWithin(plan, unit)
    .flatMap(itemTexts)
    .filter((item) => item.kind === kind);
}

/**
 * Facts that no text has most of the words of, each text standing for one fact at most.
 *
 * @param facts in a few words each
 * @param texts in any order
 */
export function missing(facts: readonly string[], texts: readonly string[]): string[] {
  const candidates = facts.map((fact) =>
    [...texts.keys()].filter((index) => shareOf(fact, texts[index] ?? '') >= ENOUGH),
  );
  const factOf = new Map<number, number>();
  /** Finds a text for a fact; where another fact has it, that one looks for another (Kuhn's matching). */
  const place = (fact: number, tried: Set<number>): boolean =>
    (candidates[fact] ?? []).some((text) => {
      if (tried.has(text)) return false;
      tried.add(text);
      const holder = factOf.get(text);
      if (holder !== undefined && !place(holder, tried)) return false;
      factOf.set(text, fact);
      return true;
    });
  return facts.filter((_, fact) => !place(fact, new Set()));
}

/** Facts that no passage of a text has most of the words of. A whole plan has nearly every word somewhere, and proves nothing. */
export function unmentioned(facts: readonly string[], text: string): string[] {
  const passages = text.split(/\n\s*\n/);
  return facts.filter((fact) => !passages.some((passage) => shareOf(fact, passage) >= ENOUGH));
}

/** Facts are paraphrases: a page may use another word for every third one. */
const ENOUGH = 0.6;

/** Facts whose words are none of ours: how we say them. */
const IN_OUR_WORDS: Readonly<Record<string, string>> = {
  '3-4 event-driven microservices': 'four services communicate through events',
  'Kubernetes Deployment and Service manifests': 'Kubernetes Deployment and Service',
  'Complete system design document': 'design document',
  'Performance benchmarks': 'benchmarks',
  'Comprehensive documentation': 'documentation',
  'bookmark roadmap': 'bookmark',
  'DDDCommunity.org articles': 'DDD community',
  'ELK stack': 'Elasticsearch Logstash',
  'Intermediate to senior, not beginners; 70% code and 30% theory; difficulty ramps daily': '70% code; theory is 30%',
  'mindset: solve, debug, scale; production-ready code':
    'solve the problem; production-ready code: efficient, secure, testable',
  'senior skills: architecture, debugging, maintainability, security and performance':
    'find the slow spot; name the attack; defend',
  '80%+ of the videos watched': 'four in five talks and articles',
  'explain concepts': 'explain',
  'capstone: coverage above 85%': '85% test coverage',
  'capstone: full observability': 'observability',
  'rule of thumb: depth of 80% beats shallow 100%': 'deep before complete: understanding four fifths of a quarter well',
  'warning: AI weakens own reasoning': 'the first thirty minutes happen without AI',
  'AI only once a solution exists or stuck': 'AI: ask if you have a solution to compare or are stuck',
  'last updated February 2026': 'state of February 2026',
  'real projects, key concepts, problem solving by coding': 'depth before breadth: mini-projects',
  'CI/CD with automatic deployment': 'pipelines that deploy automatically',
  'handling scalability': 'how a backend scales',
  'Project 5: Payment gateway integration': 'project 5 payment checkout',
  'Project 6: Monitoring and logging dashboard': 'project 6 metrics, logs, alerts, dashboard',
  'Project 7: Full-stack integration (backend focus)': 'project 7 whole platform',
  'event-driven: pub/sub, event sourcing, CQRS': 'publish and subscribe, event sourcing and CQRS',
  'language fundamentals': 'loops, functions and classes',
  'terminal setup and basic Git': 'set up the terminal, first Git commands',
  'Begin project 2: e-commerce API with Redis sessions': 'start project 2 shop sessions Redis',
  'Test levels with Jest and Supertest; first look at CI/CD':
    'unit integration end-to-end tests continuous integration',
  'Safe transactions and error handling': 'transaction errors',
  'Connect to project 2 checkout': 'shop checkout',
  'Introduce ELK for logs': 'Elasticsearch Logstash Kibana logs',
  'Project 1: CLI todo app grown into a secure todo API': 'project 1 todo API with authentication',
  'CI/CD automation': 'from a commit to production by a pipeline',
  'logging and monitoring in production': 'logs and metrics of a running service',
  'Todo app with CRUD API': 'todo API: create, read, update, delete',
  'architecture trade-offs': 'architecture decision and what it costs',
  'mentor juniors': 'mentor less experienced developer',
};

const IDLE = new Set([
  'the',
  'and',
  'with',
  'for',
  'from',
  'that',
  'into',
  'than',
  'when',
  'its',
  'all',
  'like',
  'using',
]);

/** Words as stems, so that `caching` and `cached`, `optimise` and `optimization` are the same. */
function stems(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9+#.%]*[a-z0-9+#%]/g) ?? [];
  return words
    .filter((word) => word.length > 1 && !IDLE.has(word))
    .map((word) => (word.length > 4 ? word.slice(0, 4) : word.replace(/s$/, '')));
}

function shareOf(fact: string, text: string): number {
  const wanted = new Set(stems(IN_OUR_WORDS[fact] ?? fact));
  const there = new Set(stems(text));
  return wanted.size === 0 ? 1 : [...wanted].filter((stem) => there.has(stem)).length / wanted.size;
}
