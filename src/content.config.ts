import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { contentLoader } from './integration/content-loader.ts';

// What an author may write is checked by the parser in src/roadmap/; this is what Starlight needs of it.
export const collections = {
  docs: defineCollection({ loader: contentLoader(), schema: docsSchema() }),
};
