import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { restoreColons } from '../roadmap/markdown.ts';
import { type ContentContext, contentPath } from './content-page.ts';

/** Turns inline directives, which Starlight's Markdown setup parses, back into text: the parser of the model does the same. */
export function remarkPlainColons({ root }: Pick<ContentContext, 'root'>) {
  return (tree: Root, file: VFile): void => {
    if (contentPath(file, root) !== null) restoreColons(tree, String(file.value));
  };
}
