/** Every fact of the documents that the plans are based on has a place; see `facts.ts`. */
import { describe, expect, test } from 'vitest';
import { ContentLibrary } from '../../src/integration/content-library.ts';
import { resourceKey } from '../../src/roadmap/collect-resources.ts';
import type { PlanNode, UnitNode } from '../../src/roadmap/roadmap.ts';
import { INVENTORIES, inventory, itemsBelow, itemTexts, missing, textOf, unmentioned } from '../support/facts.ts';

interface Named {
  title: string;
  url: string | null;
}
interface Block {
  time: string;
  activity_gist: string;
  day?: number;
}
interface DayRow {
  number?: number;
  range?: string;
  title: string;
  blocks: Block[];
}
interface Week {
  label: string;
  title: string | null;
  topics: string[];
  projects: string[];
  practice_designs: string[];
  resources: Named[];
  items: string[];
}
interface Section {
  section: string;
  gists?: string[];
  resources?: Named[];
}

const library = new ContentLibrary({ root: process.cwd(), base: '/' });

function planOf(id: string): PlanNode {
  const plan = library.roadmap.plans.find((candidate) => candidate.id === id);
  if (!plan) throw new Error(`there is no plan ${id}`);
  return plan;
}

/** The unit of a label such as `Week 1-2` or `Quarter 1`, inside another one where labels repeat. */
function unitOf(plan: PlanNode, label: string, parent?: UnitNode): UnitNode {
  const [kind, number] = label.toLowerCase().split(' ');
  const unit = plan.units.find(
    (candidate) =>
      candidate.kind === kind && candidate.number === number && (!parent || candidate.id.startsWith(`${parent.id}/`)),
  );
  if (!unit) throw new Error(`${plan.id} has no ${label}`);
  return unit;
}

const words = (items: readonly { words: string }[]) => items.map((item) => item.words);

describe.runIf(INVENTORIES)('every fact of the sources', () => {
  test('senior-backend-37-days: blocks and resources', () => {
    const plan = planOf('senior-backend-37-days');
    const { groups } = inventory<{ groups: { days: DayRow[]; resources: Named[] }[] }>(plan.id);
    for (const { number, blocks } of groups.flatMap(({ days }) => days))
      expect([number, unitOf(plan, `Day ${number}`).items.length]).toEqual([number, blocks.length]);
    const resources = groups.flatMap((group) => titles(group.resources ?? []));
    expect(unmentioned(resources, textOf(plan))).toEqual([]);
  });

  describe('node-backend-31-days', () => {
    const facts = () =>
      inventory<
        { groups: { days: DayRow[]; projects: string[]; criteria: string[]; resources: Named[] }[] } & {
          front_matter_sections: Section[];
        }
      >('node-backend-31-days');

    test('each block is an item of its day, in the slot of its column', () => {
      const plan = planOf('node-backend-31-days');
      const SLOTS: Record<string, string> = {
        Theory: 'theory',
        Coding: 'exercises',
        Project: 'project',
        Daily: 'challenge',
      };
      const lost = facts()
        .groups.flatMap(({ days }) => days)
        .flatMap((row) =>
          row.blocks.flatMap(({ time, activity_gist, day }) => {
            const numbers = day ?? row.number ?? row.range ?? '';
            const [first = 0, last = first] = `${numbers}`.split('-').map(Number);
            const units = plan.units.filter(
              ({ kind, name }) => kind === 'day' && name.first >= first && name.last <= last,
            );
            const slot = SLOTS[time.split(' ')[0] ?? ''];
            const texts = units.flatMap(itemTexts).filter((item) => item.slot?.name === slot);
            // Integration of a project that takes three days is divided between them.
            return missing([activity_gist], [words(texts).join('\n')]).map(
              (fact) => `day ${numbers}, ${slot}: ${fact}`,
            );
          }),
        );
      expect(lost).toEqual([]);
    });

    test('projects, criteria, tools and resources', () => {
      const plan = planOf('node-backend-31-days');
      const { groups, front_matter_sections: front } = facts();
      groups.forEach((group, index) => {
        const section = unitOf(plan, `Section ${index + 1}`);
        const projects = itemsBelow(plan, section, 'project');
        expect(projects).toHaveLength(group.projects.length);
        expect(missing(group.projects, words(projects))).toEqual([]);
        expect(unmentioned(group.criteria, textOf(plan, section))).toEqual([]);
        expect(unmentioned(titles(group.resources), textOf(plan, section))).toEqual([]);
      });
      for (const { gists = [], resources = [] } of front)
        expect(unmentioned([...gists, ...titles(resources)], textOf(plan))).toEqual([]);
    });
  });

  test('backend-6-months-intensive: questions, projects, resources', () => {
    const plan = planOf('backend-6-months-intensive');
    const facts = inventory<{ groups: (Omit<Week, 'projects'> & { projects: { name: string }[] })[] }>(plan.id);
    expect(facts.groups.flatMap(({ topics }) => topics)).toHaveLength(18);
    for (const { label, topics, projects, resources } of facts.groups) {
      const week = unitOf(plan, label);
      const asked = itemTexts(week).filter(({ kind }) => kind === 'topic');
      const built = itemTexts(week).filter(({ kind }) => kind === 'project');
      expect([label, asked.length, built.length]).toEqual([label, topics.length, projects.length]);
      expect(missing(topics, words(asked))).toEqual([]);
      expect(asked.filter(({ words }) => !words.includes('<Answer>'))).toEqual([]);
      expect(
        missing(
          projects.map(({ name }) => name),
          words(built),
        ),
      ).toEqual([]);
      for (const part of ['**Goal.**', '**Steps.**', '**Done when.**', '**Stretch.**'])
        expect(built.filter(({ words }) => !words.includes(part)).map(({ text }) => `${text}: ${part}`)).toEqual([]);
      expect(unmentioned(titles(resources), textOf(plan))).toEqual([]);
    }
  });

  describe('senior-go-1-year', () => {
    interface Capstone {
      options: { title: string; features: string[] }[];
      requirements: string[];
    }
    interface Quarter extends Omit<Week, 'projects'> {
      quiz: string[];
      subgroups: (Week & { subgroups: (Week & Partial<Capstone>)[] })[];
      explain_or_activities: string[];
      logic_milestone: string[];
      tracker_projects: string[];
      criteria: string[];
    }
    const facts = () => inventory<{ groups: Quarter[]; front_matter_sections: Section[] }>('senior-go-1-year');

    test('topics, talks, projects and designs of each block', () => {
      const plan = planOf('senior-go-1-year');
      const published = publishedLinks();
      const lost: string[] = [];
      for (const quarter of facts().groups) {
        for (const month of quarter.subgroups) {
          const parent = unitOf(plan, month.label);
          for (const week of month.subgroups.filter(({ label }) => label.startsWith('Week'))) {
            const unit = unitOf(plan, week.label, parent);
            const items = itemTexts(unit);
            const of = (kind: string) => items.filter((item) => item.kind === kind);
            expect([unit.id, of('topic').length, of('watch').length]).toEqual([
              unit.id,
              week.topics.length,
              week.resources.length,
            ]);
            lost.push(
              ...missing(
                week.topics,
                of('topic').map(({ text }) => text),
              ).map((fact) => `${unit.id}: topic ${fact}`),
            );
            lost.push(...missing(week.projects, words(of('project'))).map((fact) => `${unit.id}: project ${fact}`));
            lost.push(...missing(week.practice_designs, words(of('task'))).map((fact) => `${unit.id}: design ${fact}`));
            for (const { url } of week.resources)
              if (!published(url, textOf(plan, unit))) lost.push(`${unit.id}: ${url}`);
          }
        }
      }
      expect(lost).toEqual([]);
    });

    test('criteria, quiz and logic milestone of each quarter', () => {
      const plan = planOf('senior-go-1-year');
      for (const quarter of facts().groups) {
        const unit = unitOf(plan, quarter.label);
        const items = itemTexts(unit);
        const quiz = items.filter(({ kind }) => kind === 'quiz');
        const criteria = items.filter(({ kind }) => kind === 'criterion');
        expect(quiz).toHaveLength(10);
        expect(quiz.filter(({ words }) => !words.includes('<Answer>'))).toEqual([]);
        expect(missing(quarter.quiz, words(quiz))).toEqual([]);
        const explain = [...quarter.explain_or_activities, ...quarter.logic_milestone];
        expect(missing(explain, words(criteria))).toEqual([]);
        expect(criteria).toHaveLength(explain.length + 1);
        expect(unmentioned(quarter.criteria, textOf(plan, unit))).toEqual([]);
        expect(unmentioned(quarter.tracker_projects, textOf(plan, unit))).toEqual([]);
      }
    });

    test('capstone: options, features and requirements', () => {
      const plan = planOf('senior-go-1-year');
      const month = unitOf(plan, 'Month 12');
      const capstone = facts().groups.at(-1)?.subgroups.at(-1)?.subgroups.at(0);
      const features = capstone?.options?.flatMap((option) => [option.title, ...option.features]) ?? [];
      const text = textOf(plan, month);
      expect(features).toHaveLength(3 + 12);
      expect(unmentioned(features, text)).toEqual([]);
      expect(missing(capstone?.requirements ?? [], words(itemsBelow(plan, month, 'criterion')))).toEqual([]);
      const published = publishedLinks();
      expect(capstone?.resources.filter(({ url }) => !published(url, text))).toEqual([]);
    });

    test('habits, reviews, checklists, books, platforms, channels and all else around the year', () => {
      const plan = planOf('senior-go-1-year');
      const section = (name: string) => {
        const found = facts().front_matter_sections.find((candidate) => candidate.section === name);
        if (!found) throw new Error(`the inventory has no ${name}`);
        return found;
      };
      const published = publishedLinks();
      const all = textOf(plan);
      for (const { gists = [], resources = [] } of facts().front_matter_sections) {
        // Encouragement is no fact.
        expect(unmentioned(gists, all).filter((gist) => gist !== 'closing encouragement')).toEqual([]);
        expect(resources.filter(({ url }) => !published(url, all))).toEqual([]);
      }
      const outside = plan.units.filter(({ kind }) => kind === 'section').flatMap(itemTexts);
      const of = (kind: string) => words(outside.filter((item) => item.kind === kind));
      const habits = [...(section('Weekly Habits').gists ?? []), ...(section('Monthly Habits').gists ?? [])];
      expect(missing(habits, of('habit'))).toEqual([]);
      expect(of('habit')).toHaveLength(8 + 12);
      expect(missing(section('Getting Started Today').gists ?? [], of('task'))).toEqual([]);
      expect(missing(section('Overall Roadmap Progress').gists ?? [], of('criterion'))).toEqual([]);
      expect(of('criterion')).toHaveLength(8 + 17);
    });
  });

  test('backend-journey-6-months: topics, projects, weeks and tools', () => {
    const plan = planOf('backend-journey-6-months');
    const facts = inventory<{
      groups: (Week & { subgroups: Week[] })[];
      tools_named: string[];
      front_matter_sections: Section[];
    }>(plan.id);
    for (const month of facts.groups) {
      const unit = unitOf(plan, month.label);
      const of = (kind: 'topic' | 'project') => words(itemsBelow(plan, unit, kind));
      expect([month.label, of('topic').length, of('project').length]).toEqual([
        month.label,
        month.topics.length,
        month.projects.length,
      ]);
      expect(missing(month.topics, of('topic'))).toEqual([]);
      expect(missing(month.projects, of('project'))).toEqual([]);
      for (const { label, items } of month.subgroups) {
        const tasks = itemTexts(unitOf(plan, label)).filter(({ kind }) => kind === 'task');
        expect(missing(items, words(tasks)), label).toEqual([]);
      }
    }
    expect(unmentioned(facts.tools_named, textOf(plan))).toEqual([]);
    for (const { gists = [] } of facts.front_matter_sections) expect(unmentioned(gists, textOf(plan))).toEqual([]);
  });
});

function titles(resources: readonly Named[]): string[] {
  return resources.map(({ title }) => title);
}

/** Whether a link of a source, or what replaces it, is linked in a text. */
function publishedLinks(): (url: string | null, text: string) => boolean {
  interface Verdict {
    url: string;
    verdict: 'confirmed' | 'contradicted' | 'unknown';
    replacement?: { url: string };
  }
  const verdicts = new Map(inventory<Verdict[]>('links').map((verdict) => [verdict.url, verdict]));
  return (url, text) => {
    const verdict = verdicts.get(url ?? '');
    if (!verdict) return false;
    const linked = new Set([...text.matchAll(/\]\((https?:[^)\s]+)\)/g)].map(([, link = '']) => resourceKey(link)));
    const allowed = [verdict.verdict === 'unknown' ? null : verdict.url, verdict.replacement?.url];
    return allowed.some((link) => link != null && linked.has(resourceKey(link)));
  };
}
