/** What holds for the content that comes with Daymark, beyond what the checker asks of any content. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawingKey } from '../../src/diagrams/drawing-store.ts';
import { Drawings } from '../../src/diagrams/drawings.ts';
import { checkContent } from '../../src/integration/check-content.ts';
import { ContentLibrary } from '../../src/integration/content-library.ts';
import { trailingDuration } from '../../src/roadmap/parse-time.ts';
import { formatProblems } from '../../src/roadmap/problems.ts';
import type { PlanNode, UnitNode } from '../../src/roadmap/roadmap.ts';
import { plansJson } from '../../src/roadmap/to-json.ts';

const root = process.cwd();
const library = new ContentLibrary({ root, base: '/' });
const { plans } = plansJson(library.roadmap);
const planOf = (id: string) => library.roadmap.plans.find((plan) => plan.id === id) as PlanNode;
const plan37 = planOf('senior-backend-37-days');
const days = plan37.units.filter(({ kind }) => kind === 'day');

test('the checker finds nothing', async () => {
  expect(formatProblems((await checkContent(library, new Drawings(join(root, 'drawings')))).problems)).toBe('');
});

test('every diagram has a drawing in the repository, a title and a description, and no drawing is left over', () => {
  const keys = library.diagrams.map(({ source }) => `${drawingKey(source)}.svg`);
  expect(readdirSync(join(root, 'drawings')).toSorted()).toEqual([...new Set(keys)].toSorted());
  const untitled = library.diagrams.filter(
    ({ source }) => !/^\s*accTitle\s*:/m.test(source) || !/^\s*accDescr\s*[:{]/m.test(source),
  );
  expect(untitled.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
});

test('no two diagrams are the same', () => {
  const keys = library.diagrams.map(({ source }) => drawingKey(source));
  expect(keys.length - new Set(keys).size).toBe(0);
});

describe('senior-backend-37-days', () => {
  test('has 37 days in 6 groups, in order, from 2 February to 10 March 2026', () => {
    const units = plans.find(({ id }) => id === 'senior-backend-37-days')?.units ?? [];
    expect(units.filter(({ kind }) => kind === 'day').map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 37 }, (_, index) => index + 1),
    );
    expect(units.filter(({ parent }) => parent === null)).toHaveLength(6);
    expect(plan37.schedule).toMatchObject({ start: '2026-02-02', end: '2026-03-10' });
    expect(days.at(20)?.dates).toEqual({ first: '2026-02-22', last: '2026-02-22' });
  });

  test('has the four blocks of the source on each day', () => {
    const blocks = ['morning 05:00–07:00', 'morning 07:00–08:00', 'morning 08:00–10:00', 'evening 21:00–23:00'];
    for (const { id, items } of days) {
      expect(
        items.map(({ slot }) => `${slot?.name} ${slot?.from}–${slot?.to}`),
        id,
      ).toEqual(blocks);
    }
    expect(days.flatMap(({ items }) => items).length).toBeGreaterThanOrEqual(148);
  });

  test('has a reference diagram on at least 30 days and a diagram on every week', () => {
    expect(days.filter(({ diagrams }) => diagrams > 0).length).toBeGreaterThanOrEqual(30);
    expect(plan37.units.filter(({ parent, diagrams }) => parent === null && diagrams === 0)).toEqual([]);
  });
});

describe('node-backend-31-days', () => {
  const plan = planOf('node-backend-31-days');
  const days = plan.units.filter(({ kind }) => kind === 'day');

  test('has 31 days of their own in 3 stretches, each with a reference diagram', () => {
    expect(days.map(({ number }) => Number(number))).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
    expect(plan.units.filter(({ kind }) => kind === 'section')).toHaveLength(3);
    expect(days.filter(({ diagrams }) => diagrams === 0)).toEqual([]);
  });

  test('gives each slot the hours of its column', () => {
    const hours = ({ items }: UnitNode) =>
      Object.fromEntries(
        [...Map.groupBy(items, ({ slot }) => slot?.name)].map(([slot, those]) => [
          slot,
          those.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
        ]),
      );
    for (const [index, day] of days.entries()) {
      const number = index + 1;
      if (number <= 7) expect(hours(day), day.id).toEqual({ theory: 90, exercises: 120, project: 90 });
      else if (number <= 14) expect(hours(day), day.id).toEqual({ theory: 60, exercises: 120, project: 120 });
      else if (number === 21 || number === 31) expect(hours(day), day.id).toEqual({ challenge: 300 });
      else expect(hours(day), day.id).toEqual({ challenge: 210, project: 120 });
    }
  });

  test('has seven projects, each with its hard part', () => {
    const projects = plan.units.flatMap((unit) => unit.items.filter(({ kind }) => kind === 'project'));
    expect(projects.map(({ text }) => /project (\d)/i.exec(text)?.[1])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    const text = plan.units.filter(({ kind }) => kind === 'section').map(({ file }) => readFileSync(file, 'utf8'));
    expect(text.join('').match(/Hard part/g)).toHaveLength(7);
  });
});

test('the other plans have the units of their sources', () => {
  const count = (id: string) =>
    Object.fromEntries(
      [...Map.groupBy(planOf(id).units, ({ kind }) => kind)].map(([kind, units]) => [kind, units.length]),
    );
  expect(count('backend-6-months-intensive')).toEqual({ section: 6, week: 9 });
  expect(count('senior-go-1-year')).toEqual({ section: 2, quarter: 4, month: 12, week: 21 });
  expect(count('backend-journey-6-months')).toEqual({ month: 6, week: 12 });
});

test('there are four quizzes of ten questions, each question with an answer', () => {
  const quizzes = library.roadmap.plans
    .flatMap(({ units }) => units)
    .filter(({ items }) => items.some(({ kind }) => kind === 'quiz'));
  expect(quizzes.map(({ id, items }) => [id, items.filter(({ kind }) => kind === 'quiz').length])).toEqual(
    [1, 2, 3, 4].map((number) => [`quarter-${number}`, 10]),
  );
  for (const { file } of quizzes)
    expect(
      readFileSync(file, 'utf8')
        .split('<Quiz>')[1]
        ?.split('</Quiz>')[0]
        ?.match(/<Answer>/g),
    ).toHaveLength(10);
});

describe('what a page owes its reader', () => {
  const units = library.roadmap.plans.flatMap((plan) => plan.units.map((unit) => ({ plan, unit })));
  const named = ({ plan, unit }: { plan: PlanNode; unit: UnitNode }) => `${plan.id}/${unit.id}`;

  test('every unit that is not a day has a diagram', () => {
    expect(units.filter(({ unit }) => unit.kind !== 'day' && unit.diagrams === 0).map(named)).toEqual([]);
  });

  test.each(units.filter(({ unit }) => unit.kind === 'day').map((entry) => [named(entry), entry.unit] as const))(
    '%s has an introduction, resources, a deliverable and three questions',
    (_id, day) => {
      const { introduction, section } = partsOf(day);
      expect(introduction).toBeGreaterThanOrEqual(60);
      expect(introduction).toBeLessThanOrEqual(160);
      const links = [...section('Resources').matchAll(/^- \[/gm)].length;
      expect(links).toBeGreaterThanOrEqual(3);
      expect(links).toBeLessThanOrEqual(8);
      expect(day.resources.length).toBeGreaterThanOrEqual(3);
      expectDeliverableAndQuestions(day);
    },
  );

  const weeks = units.filter(({ unit }) => unit.kind === 'week' && unit.children.length === 0);
  test.each(weeks.map((entry) => [named(entry), entry] as const))(
    '%s has items, a drawing, a deliverable, three questions, and sessions that add up to its hours',
    (_id, { plan, unit }) => {
      const { introduction, section } = partsOf(unit);
      expect(introduction).toBeGreaterThanOrEqual(60);
      expect(introduction).toBeLessThanOrEqual(200);
      expect(unit.items.length).toBeGreaterThanOrEqual(2);
      expect(unit.resources.length).toBeGreaterThanOrEqual(3);
      expectDeliverableAndQuestions(unit);
      const rows = [...section('Suggested layout').matchAll(/^\| ([^|]+) \|/gm)].slice(2);
      const minutes = rows.map(([, session = '']) => trailingDuration(session)?.minutes ?? 0);
      expect(minutes.reduce((sum, each) => sum + each, 0)).toBe((plan.effort.hoursPerWeek ?? 0) * 60);
    },
  );

  /** Words of the introduction, and each section's text, without code. */
  function partsOf({ file }: UnitNode): { introduction: number; section: (name: string) => string } {
    const text = readFileSync(file, 'utf8')
      .replace(/^---[\s\S]*?\n---\n/, '')
      .replace(/```[\s\S]*?```/g, '');
    const [introduction = '', ...sections] = text.split(/^## /m);
    return {
      introduction: introduction.split(/\s+/).filter(Boolean).length,
      section: (name) => sections.find((part) => part.startsWith(`${name}\n`)) ?? '',
    };
  }

  function expectDeliverableAndQuestions(unit: UnitNode): void {
    const { section } = partsOf(unit);
    expect(section('Deliverable').length).toBeGreaterThan(60);
    expect([...section('Check yourself').matchAll(/^\d\. /gm)]).toHaveLength(3);
    expect([...section('Check yourself').matchAll(/^ *<Answer>/gm)]).toHaveLength(3);
  }
});

describe('wording', () => {
  const pages = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.mdx'));

  const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:mdx|yaml)$/.test(path),
  );

  test.each([/\bTO.?DO\b/, /\bFIX.?ME\b/, /lorem.ipsum/i, /coming.soon/i])('no page says %s', (phrase) => {
    const found = pages.filter((path) => phrase.test(readFileSync(join('content', path), 'utf8')));
    expect(found).toEqual([]);
  });

  // The documents that the plans are based on are not part of the repository. Where they stand beside it, no sentence may have come over.
  const sources = ['../shared/roadmaps', process.env['ROADMAP_SOURCES'] ?? ''].find((folder) => {
    try {
      return readdirSync(folder).some((name) => name.endsWith('.md'));
    } catch {
      return false;
    }
  });
  test.runIf(sources)('no run of nine words stands in a source document too', () => {
    const wordsOf = (text: string) =>
      text
        .replace(/\]\([^)]*\)/g, ']')
        .toLowerCase()
        .match(/[a-z0-9']+/g) ?? [];
    const runs = (text: string) => {
      const words = wordsOf(text);
      return words.slice(8).map((_, index) => words.slice(index, index + 9).join(' '));
    };
    const known = new Set(
      readdirSync(sources as string)
        .filter((name) => name.endsWith('.md') && name !== 'FINDINGS.md')
        .flatMap((name) => runs(readFileSync(join(sources as string, name), 'utf8'))),
    );
    expect(known.size).toBeGreaterThan(1000);
    const copied = files.flatMap((path) =>
      runs(readFileSync(join('content', path), 'utf8'))
        .filter((run) => known.has(run))
        .map((run) => `${path}: ${run}`),
    );
    expect(copied).toEqual([]);
  });
});
