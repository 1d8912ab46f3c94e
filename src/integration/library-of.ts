import type { AstroConfig } from 'astro';
import type { Plugin } from 'vite';
import type { ContentLibrary } from './content-library.ts';

/** Name of the Vite plugin that carries the library, under `api`: Vite's place for what plugins offer each other. */
export const LIBRARY_PLUGIN = 'daymark-roadmap';

/**
 * The library of a site: the one instance, for whoever has Astro's configuration.
 *
 * @throws Error when `daymark()` is missing from the integrations in `astro.config.mjs`
 */
export function libraryOf(config: Pick<AstroConfig, 'vite'>): ContentLibrary {
  const plugins = (config.vite.plugins ?? []).flat() as (Plugin<{ library: ContentLibrary }> | undefined)[];
  const library = plugins.find((plugin) => plugin?.name === LIBRARY_PLUGIN)?.api?.library;
  if (!library) throw new Error('astro.config.mjs lists no daymark() integration');
  return library;
}
