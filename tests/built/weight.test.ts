/** What a day page costs its reader beyond what plain Starlight would send for the same text, in bytes over the wire. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { BUILDS, buildEnvironment } from '../support/builds.ts';

const BUDGET = 12 * 1024;
const PLANS = ['plans/senior-backend-37-days', 'plans/node-backend-31-days'];
const plain = join(process.cwd(), '.scratch/plain');
afterAll(() => rmSync(plain, { recursive: true, force: true }));

const gzipped = (bytes: string | Uint8Array) => gzipSync(bytes, { level: 9 }).length;

/** Compressed bytes of a page with its styles and with its scripts and what they import at once. */
function weight(folder: string, page: string): number {
  const html = readFileSync(join(folder, page), 'utf8');
  const linked = [...html.matchAll(/<(?:link[^>]*rel="stylesheet"[^>]*href|script[^>]*src)="([^"]+)"/g)];
  const files = new Set(linked.map(([, url]) => (url as string).slice(1)));
  for (const file of files) {
    if (!file.endsWith('.js')) continue;
    const source = readFileSync(join(folder, file), 'utf8');
    const imports = source.matchAll(/(?:^|[;}\s])import(?:[^'"`()]*from)?["'`](\.[^"'`]+)["'`]/g);
    for (const [, path] of imports) files.add(posix.join(posix.dirname(file), path as string));
  }
  return gzipped(html) + [...files].reduce((sum, file) => sum + gzipped(readFileSync(join(folder, file))), 0);
}

test(`no day page costs more than ${BUDGET / 1024} KB over plain Starlight`, () => {
  const files = PLANS.flatMap((plan) =>
    readdirSync(`content/${plan}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => /day-\d+/.test(path))
      .map((path) => ({
        page: `${plan}/${path.replace(/\.mdx$/, '')}`,
        name: `${posix.basename(plan)}-${posix.basename(path, '.mdx')}`,
      })),
  );
  mkdirSync(join(plain, 'src/content/docs'), { recursive: true });
  for (const { page, name } of files) {
    const [, frontmatter = '', body = ''] = readFileSync(`content/${page}.mdx`, 'utf8').split(/^---$/m);
    const title = /^title:.*$/m.exec(frontmatter)?.[0];
    // The same words without what Starlight does not know: components, and links that only our pages resolve.
    const text = body.replace(/^ *<\/?(?:Compare|Answer)[^>]*>$/gm, '');
    writeFileSync(join(plain, 'src/content/docs', `${name}.md`), `---\n${title}\n---\n${text}`);
  }
  writeFileSync(join(plain, 'src/content/docs/index.md'), '---\ntitle: Home\n---\n');
  writeFileSync(
    join(plain, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  writeFileSync(
    join(plain, 'astro.config.mjs'),
    `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ site: 'http://localhost:4609', integrations: [starlight({ title: 'Plain' })] });
`,
  );
  const astro = join(process.cwd(), 'scripts/run-astro.ts');
  const run = spawnSync(process.execPath, [astro, 'build'], {
    cwd: plain,
    env: buildEnvironment({ base: '/', port: 4609 }),
    encoding: 'utf8',
  });
  expect(run.status, run.stdout + run.stderr).toBe(0);

  const over = files.map(({ page, name }) => ({
    page,
    bytes: weight(BUILDS[0].folder, `${page}/index.html`) - weight(join(plain, 'dist'), `${name}/index.html`),
  }));
  expect(over).toHaveLength(37 + 31);
  expect(over.filter(({ bytes }) => bytes > BUDGET)).toEqual([]);
});
