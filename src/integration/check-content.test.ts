import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { FIXTURES, scratchContent } from '../../tests/support/scratch-content.ts';
import { Drawings } from '../diagrams/drawings.ts';
import { formatProblems, PROBLEM_TITLES, type Problem } from '../roadmap/problems.ts';
import { checkContent } from './check-content.ts';
import { ContentLibrary } from './content-library.ts';

const DAY = 'content/plans/tiny/week-1/day-02-brokers.mdx';
const cases = readdirSync(join(FIXTURES, 'problems'));
const drawings = new Drawings(mkdtempSync(join(tmpdir(), 'daymark-drawings-')));
let remove = () => {};
afterEach(() => remove());
afterAll(() => drawings.close());

async function problemsOf(...overlays: string[]): Promise<Problem[]> {
  const scratch = scratchContent(...overlays);
  remove = scratch.remove;
  return check(scratch.root);
}

async function check(root: string): Promise<Problem[]> {
  return (await checkContent(new ContentLibrary({ root, base: '/' }), drawings)).problems;
}

test('sound content has no problem', async () => {
  expect(formatProblems(await problemsOf())).toBe('');
});

/** Mistakes that Git or an editor would not keep in a fixture folder. */
const GENERATED: Record<string, (root: string) => void> = {
  'too-large': (root) => writeFileSync(join(root, DAY), `---\ntitle: Big\n---\n${'word '.repeat(1_000_000)}`),
  'empty-plan-folder': (root) => mkdirSync(join(root, 'content/plans/nothing')),
  'zero-bytes': (root) => writeFileSync(join(root, DAY), Buffer.from('---\ntitle: Wide\n---\n', 'utf16le')),
  'upper-case-extension': (root) => writeFileSync(join(root, 'content/guide.MDX'), '---\ntitle: Guide\n---\n'),
};

// `npx vitest run --project unit --update=all src/integration` writes the reports anew.
test.each([...cases, ...Object.keys(GENERATED)])('%s is told as its report says', async (name) => {
  const generate = GENERATED[name];
  const scratch = generate ? scratchContent() : scratchContent(join('problems', name));
  remove = scratch.remove;
  generate?.(scratch.root);
  const report = join(FIXTURES, 'reports', `${name}.txt`);
  if (process.env['CI']) expect(existsSync(report)).toBe(true);
  const problems = await check(scratch.root);
  expect(problems.length).toBeGreaterThan(0);
  await expect(`${formatProblems(problems)}\n`).toMatchFileSnapshot(report);
});

test('links that lead in a circle are passed over', async () => {
  const { root, remove: clean } = scratchContent();
  remove = clean;
  symlinkSync('../topics', join(root, 'content/topics/loop'));
  expect(await check(root)).toEqual([]);
});

test('every kind of problem has a report and a section in the format guide', () => {
  const reports = readdirSync(join(FIXTURES, 'reports')).map((name) =>
    readFileSync(join(FIXTURES, 'reports', name), 'utf8'),
  );
  const guide = readFileSync('content/guide/format.mdx', 'utf8');
  const codes = Object.keys(PROBLEM_TITLES);
  expect(codes.filter((code) => !reports.some((report) => report.includes(`format.mdx#${code}\n`)))).toEqual([]);
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
