import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { Drawings } from './src/diagrams/drawings.ts';
import { ContentLibrary } from './src/integration/content-library.ts';
import { daymark } from './src/integration/index.ts';
import { siteFromEnvironment } from './src/integration/site-from-environment.ts';
import { remarkPlugins } from './src/markdown/index.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { site, base, editBaseUrl } = siteFromEnvironment(process.env);
const library = new ContentLibrary({ root, base });
const drawings = new Drawings(`${root}drawings`);

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  markdown: { processor: unified({ remarkPlugins: remarkPlugins({ root, base, library, drawings }) }) },
  vite: {
    // One line for every page about a directive that Astro itself writes and needs no longer by then: https://github.com/withastro/astro/issues/18087
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
  integrations: [
    // Before Starlight: its Vite plugin must be asked first for the search options.
    daymark({ root, library, drawings }),
    starlight({
      title: 'Daymark',
      description: 'Study roadmaps as a plan you can follow: a page for every week and day, and what to do next.',
      logo: { src: './src/assets/daymark.svg' },
      favicon: '/favicon.svg',
      customCss: ['./src/styles/tokens.css', './src/styles/content.css', './src/styles/print.css'],
      // Wrapped code needs no scrolling region of its own on a phone.
      expressiveCode: { defaultProps: { wrap: true } },
      routeMiddleware: './src/route-data.ts',
      editLink: editBaseUrl ? { baseUrl: editBaseUrl } : {},
      lastUpdated: true,
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      markdown: { processedDirs: ['./content'] },
      // src/pages/404.astro is that page.
      disable404Route: true,
      // Each page's sidebar is built from its own plan in src/route-data.ts.
      sidebar: [],
      components: {
        MarkdownContent: './src/components/starlight/MarkdownContent.astro',
        PageTitle: './src/components/starlight/PageTitle.astro',
        SocialIcons: './src/components/starlight/SocialIcons.astro',
      },
    }),
  ],
});
