/** A page costs what is on it: plans that are added to the site add nothing to the pages of the others. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildEnvironment } from '../support/builds.ts';
import { scratchSite } from '../support/scratch-site.ts';
import { syntheticPages, writeSyntheticContent } from '../support/synthetic-content.ts';

function build(plans: number): Map<string, string> {
  const { root, remove } = scratchSite(`growth-${plans}`);
  const size = { plans, weeks: 2, days: 3 };
  writeSyntheticContent(root, size);
  const run = spawnSync(process.execPath, ['scripts/run-astro.ts', 'build'], {
    cwd: root,
    env: buildEnvironment({ base: '/', port: 4605 }),
    encoding: 'utf8',
  });
  expect(run.status, run.stderr + run.stdout).toBe(0);
  const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  expect(files).toHaveLength(syntheticPages(size));
  const pages = new Map(
    files
      .filter((path) => path.startsWith('plans/plan-001/'))
      .map((path) => [path, readFileSync(join(root, 'dist', path), 'utf8')]),
  );
  remove();
  return pages;
}

test('with 20 plans, the pages of a plan are byte for byte those of a site with 1', () => {
  const [one, twenty] = [build(1), build(20)];
  expect(one.size).toBe(9);
  for (const [path, html] of one) expect(twenty.get(path) === html, path).toBe(true);
});
