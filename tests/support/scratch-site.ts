import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A whole project with other content, in a folder of its own below this one, where Node finds the installed packages.
 *
 * @param name of the folder
 * @param contents folders that hold a `content/` folder each, laid over one another
 */
export function scratchSite(name: string, ...contents: string[]): { root: string; remove: () => void } {
  const project = process.cwd();
  const root = join(project, '.scratch', name);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const path of ['astro.config.mjs', 'package.json', 'tsconfig.json', 'public', 'src', 'scripts']) {
    cpSync(join(project, path), join(root, path), { recursive: true });
  }
  for (const folder of contents) cpSync(folder, root, { recursive: true });
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
