import { defineConfig } from '@playwright/test';
import { findBrowser } from './src/diagrams/find-browser.ts';
import { BUILDS, buildEnvironment } from './tests/support/builds.ts';

/** Browser tests run on built sites: `npm test` builds them first. */
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  outputDir: 'test-results',
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['dot'], ['json']] : [['list']],
  use: { baseURL: `http://localhost:${BUILDS[0].port}`, launchOptions: (await findBrowser()) ?? {} },
  webServer: BUILDS.map((build) => ({
    command: `node scripts/run-astro.ts preview --port ${build.port} --outDir ${build.folder}`,
    env: buildEnvironment(build),
    url: `http://localhost:${build.port}${build.base}`,
    reuseExistingServer: false,
  })),
});
