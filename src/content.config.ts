import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { contentLoader } from './integration/content-loader.ts';

export const collections = {
  // What an author may write is checked by the parser in src/roadmap/; this is what Starlight needs of it.
  docs: defineCollection({ loader: contentLoader(), schema: docsSchema() }),
  // No text of Starlight's is changed, but without the collection it warns at every request.
  i18n: defineCollection({ loader: () => [{ id: 'en' }], schema: i18nSchema() }),
};
