import { relative } from 'node:path';
import type { VFile } from 'vfile';
import type { Drawings } from '../diagrams/drawings.ts';
import type { ContentLibrary } from '../integration/content-library.ts';

/** What the plugins of this folder share. */
export interface ContentContext {
  /** Absolute path of the project. */
  root: string;
  base: string;
  library: ContentLibrary;
  drawings: Drawings;
}

/** Path of the file from the project's root as the library names it; `null` outside `content/`. */
export function contentPath(file: VFile, root: string): string | null {
  const path = relative(root, file.path).replaceAll('\\', '/');
  return path.startsWith('content/') ? path : null;
}
