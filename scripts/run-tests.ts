/**
 * `npm test`: everything there is to check, one after another, and a last line that counts it: `N passed, N failed`.
 *
 * A step that runs tests counts its tests; any other step counts as one. Later steps run even when an earlier one fails, but for those that
 * need its result.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { count } from '../src/roadmap/count.ts';
import { BUILDS, buildEnvironment } from '../tests/support/builds.ts';

interface Tally {
  passed: number;
  failed: number;
}

const REPORTS = '.scratch/reports';
const total: Tally = { passed: 0, failed: 0 };
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

step('types', ['node', 'scripts/run-astro.ts', 'check', '--minimumFailingSeverity', 'hint']);
step('lint and format', ['biome', 'ci', '--error-on-warnings']);
step('content', ['node', 'scripts/check-plans.ts']);
vitest('unit');
const built = BUILDS.map((build) =>
  step(
    `build for ${build.base}`,
    ['node', 'scripts/run-astro.ts', 'build', '--outDir', build.folder],
    buildEnvironment(build),
  ),
).every(Boolean);
if (built) {
  vitest('built');
  const report = `${REPORTS}/browser.json`;
  step('browser tests', ['playwright', 'test'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report }, () => {
    const { stats } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

function vitest(project: string): void {
  const report = `${REPORTS}/${project}.json`;
  step(
    `${project} tests`,
    ['vitest', 'run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    {},
    () => {
      const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
      if (numPendingTests > 0) console.log(`left out, as not applicable here: ${count(numPendingTests, 'test')}`);
      return { passed: numPassedTests, failed: numFailedTests };
    },
  );
}

/** Runs a command and adds its result to the total. @returns whether all of it passed */
function step(
  name: string,
  [command = '', ...args]: string[],
  env: Record<string, string> = {},
  tallyOf?: () => Tally,
): boolean {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  let tally = status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (tallyOf && existsSync(reportOf(args, env))) tally = tallyOf();
  // A runner can fail outside any of its tests.
  if (status !== 0 && tally.failed === 0) tally.failed = 1;
  total.passed += tally.passed;
  total.failed += tally.failed;
  console.log(
    `-- ${name}: ${tally.passed} passed, ${tally.failed} failed, ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return tally.failed === 0;
}

function reportOf(args: readonly string[], env: Record<string, string>): string {
  return (
    env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ??
    args.find((arg) => arg.startsWith('--outputFile.json='))?.slice('--outputFile.json='.length) ??
    ''
  );
}
