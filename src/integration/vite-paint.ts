import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minifySync, type Plugin, transformWithOxc } from 'vite';

const PAINT = 'virtual:daymark/paint';

/**
 * Gives pages the text of the script that shows progress before the first paint: `import { paint } from 'virtual:daymark/paint'`. It
 * stands in every page of a plan, so it is minified; Vite minifies what it bundles, and not what is written into a page.
 *
 * @param root absolute path of the project
 */
export function vitePaint(root: string): Plugin {
  const path = join(root, 'src/progress/paint.ts');
  return {
    name: 'daymark-paint',
    resolveId: (id) => (id === PAINT ? `\0${PAINT}` : undefined),
    async load(id) {
      if (id !== `\0${PAINT}`) return undefined;
      this.addWatchFile(path);
      const { code } = await transformWithOxc(await readFile(path, 'utf8'), path);
      const { code: small } = minifySync(path, code, { module: true });
      return `export const paint = ${JSON.stringify(small.replace(/^export /, '').trim())};`;
    },
  };
}
