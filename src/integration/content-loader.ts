import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { entryIdOfFile } from '../roadmap/paths.ts';
import type { Roadmap } from '../roadmap/roadmap.ts';
import { gitDates } from './git-dates.ts';
import { libraryOf } from './library-of.ts';

/**
 * Feeds the pages of `content/` to Starlight's `docs` collection.
 *
 * Astro's `glob` loader would read and parse the files a second time, and stop at the first one that is wrong with a stack trace. This one asks the library that
 * everything else asks; pages with problems are left out, and are told by the checker.
 */
export function contentLoader(): Loader {
  return {
    name: 'daymark-content',
    load: async (context) => {
      await sync(context);
      const { watcher, config } = context;
      const content = fileURLToPath(new URL('content/', config.root));
      watcher?.add(content);
      watcher?.on('all', (_event, path) => {
        if (path.startsWith(content)) sync(context).catch((error: unknown) => context.logger.error(String(error)));
      });
    },
  };
}

async function sync({ config, store, parseData, generateDigest }: LoaderContext): Promise<void> {
  const library = libraryOf(config);
  library.refresh();
  const dates = gitDates(fileURLToPath(config.root), 'content');
  const broken = library.brokenFiles;
  const ids = new Set<string>();
  for (const { file, title, summary, template } of pagesOf(library.roadmap)) {
    if (broken.has(file)) continue;
    const id = entryIdOfFile(file);
    ids.add(id);
    const raw = { title, description: summary, template, ...(dates.has(file) ? { lastUpdated: dates.get(file) } : {}) };
    const data = await parseData({ id, data: raw, filePath: file });
    store.set({ id, data, filePath: file, digest: generateDigest({ ...raw, file }), deferredRender: true });
  }
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
}

function pagesOf({
  plans,
  topics,
  pages,
}: Roadmap): { file: string; title: string; summary: string; template: 'doc' | 'splash' }[] {
  const documents = [...plans.flatMap((plan) => [plan, ...plan.units]), ...topics];
  return [
    ...documents.map(({ file, title, summary }) => ({ file, title, summary, template: 'doc' as const })),
    ...pages,
  ];
}
