import type { Nodes, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type ContentContext, contentPath } from './content-page.ts';

/**
 * Turns inline directives back into the text they were written as.
 *
 * Starlight parses directives for its `:::note` asides, and so takes `07:30` and `localhost:8080` apart as well. Here a colon in running text is a colon.
 */
export function remarkPlainColons({ root }: Pick<ContentContext, 'root'>) {
  return (tree: Root, file: VFile): void => {
    if (contentPath(file, root) === null) return;
    const source = String(file.value);
    visit(tree, (node: Nodes, index, parent) => {
      const type: string = node.type;
      if ((type !== 'textDirective' && type !== 'leafDirective') || !parent || index === undefined) return undefined;
      const text = source.slice(node.position?.start.offset, node.position?.end.offset);
      const replacement = { type: 'text' as const, value: text };
      (parent as Parent).children[index] =
        type === 'leafDirective' ? { type: 'paragraph', children: [replacement] } : replacement;
      return undefined;
    });
    visit(tree, (node: Nodes) => {
      if ('children' in node) joinTexts(node as Parent);
    });
  };
}

function joinTexts(parent: Parent): void {
  for (let i = parent.children.length - 1; i > 0; i--) {
    const [before, node] = [parent.children[i - 1], parent.children[i]];
    if (before?.type !== 'text' || node?.type !== 'text') continue;
    before.value += node.value;
    parent.children.splice(i, 1);
  }
}
