import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Generous: some tests build a site, on machines that do other things too.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // Beside the code it tests, and on content: needs no build.
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'] } },
      // On the output of `npm run build`, and on builds of its own. One after another: they share two cores.
      { extends: true, test: { name: 'built', include: ['tests/built/**/*.test.ts'], fileParallelism: false } },
    ],
  },
});
