import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { FIXTURES, scratchContent } from '../../tests/support/scratch-content.ts';
import { Drawings } from '../diagrams/drawings.ts';
import { formatProblems, PROBLEM_TITLES, type Problem } from '../roadmap/problems.ts';
import { checkContent } from './check-content.ts';
import { ContentLibrary } from './content-library.ts';

const cases = readdirSync(join(FIXTURES, 'problems'));
const seen = new Set<string>();
let remove = () => {};
afterEach(() => remove());

async function problemsOf(...overlays: string[]): Promise<Problem[]> {
  const scratch = scratchContent(...overlays);
  remove = scratch.remove;
  return check(scratch.root);
}

async function check(root: string): Promise<Problem[]> {
  const problems = await checkContent(new ContentLibrary({ root, base: '/' }), new Drawings(join(root, 'drawings')));
  for (const { code } of problems) seen.add(code);
  return problems;
}

test('sound content has no problem', async () => {
  expect(formatProblems(await problemsOf())).toBe('');
});

// `npm run test:unit -- --update` writes the reports anew.
test.each(cases)('%s is told as its report says', async (name) => {
  const problems = await problemsOf(join('problems', name));
  expect(problems.length).toBeGreaterThan(0);
  await expect(`${formatProblems(problems)}\n`).toMatchFileSnapshot(join(FIXTURES, 'reports', `${name}.txt`));
});

test('a 5 MB page is told without being parsed', async () => {
  const { root, remove: clean } = scratchContent();
  remove = clean;
  writeFileSync(
    join(root, 'content/plans/tiny/week-1/day-02-brokers.mdx'),
    `---\ntitle: Big\n---\n${'word '.repeat(1_000_000)}`,
  );
  const report = formatProblems(await check(root));
  expect(report).toMatchInlineSnapshot(`
    "content/plans/tiny/week-1/day-02-brokers.mdx:1:1  The file is too large for a page
      found     4883 KB
      expected  at most 512 KB; split the page, or move images to files of their own
      see       content/guide/format.mdx#too-large

    1 problem in 1 file"
  `);
});

test('an empty plan folder is told', async () => {
  const { root, remove: clean } = scratchContent();
  remove = clean;
  mkdirSync(join(root, 'content/plans/nothing'));
  expect(formatProblems(await check(root))).toMatchInlineSnapshot(`
    "content/plans/nothing/:1:1  The plan folder has no pages
      found     nothing
      expected  content/plans/nothing/index.mdx, and units such as content/plans/nothing/week-1/index.mdx and content/plans/nothing/week-1/day-01-first-steps.mdx
      see       content/guide/format.mdx#empty-plan

    1 problem in 1 file"
  `);
});

test('every kind of problem has a fixture and a section in the format guide', () => {
  const guide = readFileSync('content/guide/format.mdx', 'utf8');
  const codes = Object.keys(PROBLEM_TITLES);
  expect(codes.filter((code) => !seen.has(code))).toEqual([]);
  expect(codes.filter((code) => !guide.includes(`### ${code}\n`))).toEqual([]);
  expect(
    [...guide.matchAll(/^### (\S+)$/gm)].map(([, code]) => code).filter((code) => !codes.includes(code as string)),
  ).toEqual([]);
});

test('plan:check prints the report, exits 1 and shows no stack trace', () => {
  const { root, remove: clean } = scratchContent('problems/mdx-syntax', 'problems/unknown-topic');
  remove = clean;
  const run = spawnSync(process.execPath, [join(process.cwd(), 'scripts/check-plans.ts')], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(/^content\/plans\/tiny\/week-1\/day-02-brokers\.mdx:\d+:\d+ /);
  expect(run.stderr + run.stdout).not.toMatch(/^\s+at /m);
});

test('plan:check exits 0 on sound content and counts it', () => {
  const { root, remove: clean } = scratchContent();
  remove = clean;
  const run = spawnSync(process.execPath, [join(process.cwd(), 'scripts/check-plans.ts')], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe('Nothing to mend: 1 plan, 5 units, 2 topics, 2 resources, 1 diagram\n');
  expect(run.status).toBe(0);
});
