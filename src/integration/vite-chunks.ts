import type { Plugin } from 'vite';

/** What every page of content loads, and what Vite loads the rest with. */
const ALWAYS =
  /src\/progress\/(?:activity|guarded-storage|keys|mark|mark-all|open-store|parse-json|progress-store|reader)\.ts|src\/components\/(?:diagram\/diagram|page\/scrolling-tables)\.ts|vite\/preload-helper/;

/**
 * Cuts the browser's scripts so that a day page costs little: what all pages of content load is one file, which compresses better than ten, and does
 * nothing where its elements are not; and a part that is loaded when it is needed names no others to be loaded with it, for these are
 * there already, and the list would be on every page.
 */
export function viteChunks(): Plugin {
  return {
    name: 'daymark-chunks',
    configEnvironment(name) {
      if (name !== 'client') return undefined;
      const codeSplitting = { groups: [{ name: 'content', test: ALWAYS }] };
      return { build: { modulePreload: false, rolldownOptions: { output: { codeSplitting } } } };
    },
  };
}
