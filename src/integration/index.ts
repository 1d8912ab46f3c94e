import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import type { Drawings } from '../diagrams/drawings.ts';
import { count } from '../roadmap/count.ts';
import { formatProblems } from '../roadmap/problems.ts';
import { checkContent } from './check-content.ts';
import type { ContentLibrary } from './content-library.ts';
import { writePolicies } from './content-security-policy.ts';
import { problemPage } from './problem-page.ts';
import { redirectsOf } from './redirects.ts';
import { viteChunks } from './vite-chunks.ts';
import { vitePaint } from './vite-paint.ts';
import { viteRoadmap } from './vite-roadmap.ts';
import { viteSearch } from './vite-search.ts';

/** What `astro.config.mjs` hands over. */
export interface DaymarkOptions {
  /** Absolute path of the project. */
  root: string;
  library: ContentLibrary;
  drawings: Drawings;
}

/** Connects the model to Astro: checks content before a build, shows its problems while authors write, passes the model to the pages. */
export function daymark({ root, library, drawings }: DaymarkOptions): AstroIntegration {
  return {
    name: 'daymark',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, injectScript, logger }) => {
        updateConfig({
          redirects: redirectsOf(library.roadmap),
          vite: { plugins: [viteRoadmap(library, root), vitePaint(root), viteSearch(), viteChunks()] },
        });
        if (command !== 'build' && command !== 'dev') return;
        const { problems, undrawn } = await checkContent(library, drawings);
        if (problems.length > 0) {
          process.stderr.write(`\n${formatProblems(problems)}\n\n`);
          // An error thrown here would reach the author as a stack trace; the report above is all there is to say.
          if (command === 'build') process.exit(1);
        }
        if (undrawn > 0) {
          logger.warn(
            `No browser found to draw ${count(undrawn, 'new diagram')}: readers' browsers will draw them. Run "npm run diagrams" where there is one.`,
          );
          injectScript('page', `import '/src/diagrams/draw-on-client.ts';`);
        }
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!request.headers.accept?.includes('text/html')) return next();
          showProblems(server).then((shown) => {
            if (shown === null) return next();
            response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' });
            response.end(shown);
          }, next);
        });
      },
      'astro:server:done': () => drawings.close(),
      'astro:build:done': async ({ dir }) => {
        await drawings.close();
        await writePolicies(fileURLToPath(dir));
      },
    },
  };

  async function showProblems(server: ViteDevServer): Promise<string | null> {
    const { problems } = await checkContent(library, drawings);
    return problems.length > 0 ? problemPage(problems, `${server.config.base}@vite/client`) : null;
  }
}
