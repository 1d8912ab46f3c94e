/** What holds for the content that comes with Daymark, beyond what the checker asks of any content. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawingKey } from '../../src/diagrams/drawing-store.ts';
import { Drawings } from '../../src/diagrams/drawings.ts';
import { checkContent } from '../../src/integration/check-content.ts';
import { ContentLibrary } from '../../src/integration/content-library.ts';
import { formatProblems } from '../../src/roadmap/problems.ts';
import { plansJson } from '../../src/roadmap/to-json.ts';

const root = process.cwd();
const library = new ContentLibrary({ root, base: '/' });
const { plans } = plansJson(library.roadmap);
const plan37 = library.roadmap.plans.find(({ id }) => id === 'senior-backend-37-days');
const days = plan37?.units.filter(({ kind }) => kind === 'day') ?? [];

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
    expect(plan37?.schedule).toMatchObject({ start: '2026-02-02', end: '2026-03-10' });
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
    expect(plan37?.units.filter(({ parent, diagrams }) => parent === null && diagrams === 0)).toEqual([]);
  });

  test.each(days.map((day) => [day.id, day] as const))(
    '%s has an introduction, resources, a deliverable and three questions',
    (_id, day) => {
      const text = readFileSync(day.file, 'utf8')
        .replace(/^---[\s\S]*?\n---\n/, '')
        .replace(/```[\s\S]*?```/g, '');
      const [introduction = '', ...sections] = text.split(/^## /m);
      const words = introduction.split(/\s+/).filter(Boolean).length;
      expect(words).toBeGreaterThanOrEqual(60);
      expect(words).toBeLessThanOrEqual(150);
      const section = (name: string) => sections.find((part) => part.startsWith(`${name}\n`)) ?? '';
      const links = [...section('Resources').matchAll(/^- \[/gm)].length;
      expect(links).toBeGreaterThanOrEqual(3);
      expect(links).toBeLessThanOrEqual(8);
      expect(day.resources.length).toBeGreaterThanOrEqual(3);
      expect(section('Deliverable').length).toBeGreaterThan(60);
      expect([...section('Check yourself').matchAll(/^\d\. /gm)]).toHaveLength(3);
      expect([...section('Check yourself').matchAll(/^ *<Answer>/gm)]).toHaveLength(3);
    },
  );
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
