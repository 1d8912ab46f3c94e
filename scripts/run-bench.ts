/**
 * `npm run bench`: builds synthetic sites of three sizes and prints build time, pages per second and bytes per page, each beside its ratio to the smallest. Times depend on
 * the machine and what else it does; the ratios say whether cost grows with pages (it should) or faster.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildEnvironment } from '../tests/support/builds.ts';
import { scratchSite } from '../tests/support/scratch-site.ts';
import { syntheticPages, writeSyntheticContent } from '../tests/support/synthetic-content.ts';

const SIZES = [1, 5, 20].map((plans) => ({ plans, weeks: 6, days: 7 }));
const DAY = 'plans/plan-001/week-1/day-001-subject/index.html';

const rows = SIZES.map((size) => {
  const { root, remove } = scratchSite(`bench-${size.plans}`);
  writeSyntheticContent(root, size);
  const started = performance.now();
  const run = spawnSync(process.execPath, ['scripts/run-astro.ts', 'build'], {
    cwd: root,
    env: buildEnvironment({ base: '/', port: 4606 }),
    encoding: 'utf8',
  });
  const seconds = (performance.now() - started) / 1000;
  if (run.status !== 0) throw new Error(run.stderr + run.stdout);
  const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(root, 'dist', path),
  );
  const html = files.filter((path) => path.endsWith('.html'));
  const day = readFileSync(join(root, 'dist', DAY));
  const bytes = files.reduce((sum, path) => sum + (statSync(path).isFile() ? statSync(path).size : 0), 0);
  remove();
  return {
    plans: size.plans,
    pages: syntheticPages(size),
    seconds,
    rate: html.length / seconds,
    perPage: bytes / html.length,
    day: day.length,
    dayGzip: gzipSync(day).length,
  };
});

const [first] = rows;
console.log('plans  pages  build s (ratio)   pages/s (ratio)   site bytes/page (ratio)   day page bytes, gzip');
for (const { plans, pages, seconds, rate, perPage, day, dayGzip } of rows) {
  const ratio = (value: number, base = 1) => `(${(value / base).toFixed(2)})`;
  console.log(
    [
      String(plans).padStart(5),
      String(pages).padStart(6),
      `${seconds.toFixed(1).padStart(8)} ${ratio(seconds, first?.seconds)}`.padEnd(17),
      `${rate.toFixed(1).padStart(8)} ${ratio(rate, first?.rate)}`.padEnd(17),
      `${perPage.toFixed(0).padStart(10)} ${ratio(perPage, first?.perPage)}`.padEnd(25),
      `${day}, ${dayGzip}`,
    ].join(' '),
  );
}

if (existsSync('dist')) spawnSync(process.execPath, ['scripts/measure-ticks.ts'], { stdio: 'inherit' });
else console.log('What a tick costs is measured on the built site: npm run build, then node scripts/measure-ticks.ts');
