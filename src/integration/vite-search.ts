import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const CONFIG = 'virtual:starlight/pagefind-config';
const COMPONENT = /\/starlight\/dist\/components\/Search\.astro$/;

/** What Starlight passes on to Pagefind's interface, with options that its own schema has no words for. */
const OPTIONS = {
  ranking: { metaWeights: { title: 5 } },
  // Without it, a search starts 300 ms after the last key.
  debounceTimeoutMs: 40,
  excerptLength: 24,
  openFilters: ['Plan'],
};

/** Changes to Starlight's search component for which it has no option: what stands there, and what takes its place. */
const CHANGES: readonly [string, string][] = [
  // The button is called what it shows, shortcut included: a name that differs from the text fails WCAG 2.5.3.
  [`\t\taria-label={Astro.locals.t('search.label')}\n\t\taria-keyshortcuts`, '\t\taria-keyshortcuts'],
  ['<span class="sl-hidden md:sl-block" aria-hidden="true">', '<span class="search-label">'],
  // A browser may wait without end for an idle moment (headless ones do), and the dialog would stay empty.
  [
    'const onIdle = window.requestIdleCallback || ((cb) => setTimeout(cb, 1));',
    'const onIdle = (cb: () => void) => window.requestIdleCallback ? window.requestIdleCallback(cb, { timeout: 500 }) : setTimeout(cb, 1);',
  ],
];

/** Makes Starlight's search answer while the reader types, and mends its button and its start. */
export function viteSearch(): Plugin {
  return {
    name: 'daymark-search',
    enforce: 'pre',
    resolveId: (id) => (id === CONFIG ? '\0daymark-search-options' : undefined),
    async load(id) {
      if (id === '\0daymark-search-options') return `export const pagefindUserConfig = ${JSON.stringify(OPTIONS)};`;
      if (!COMPONENT.test(id)) return undefined;
      let source = await readFile(id, 'utf8');
      for (const [from, to] of CHANGES) {
        if (!source.includes(from))
          this.warn(`Starlight's search has changed; see whether this is still needed: ${from}`);
        source = source.replace(from, to);
      }
      return source;
    },
  };
}
