import type { Code, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { diagramHtml } from '../diagrams/diagram-html.ts';
import { type ContentContext, contentPath } from './content-page.ts';
import { jsxElement } from './mdx-element.ts';

/** Replaces Mermaid fences by their drawings; one that cannot be drawn here is left to the reader's browser. */
export function remarkDiagrams({ root, drawings }: Pick<ContentContext, 'root' | 'drawings'>) {
  return async (tree: Root, file: VFile): Promise<void> => {
    if (contentPath(file, root) === null) return;
    const fences: { node: Code; parent: Parent; index: number }[] = [];
    visit(tree, 'code', (node, index, parent) => {
      if (node.lang === 'mermaid' && parent && index !== undefined) fences.push({ node, parent, index });
    });
    const seen = new Map<string, number>();
    for (const { node, parent, index } of fences) {
      const times = (seen.get(node.value) ?? 0) + 1;
      seen.set(node.value, times);
      const drawing = await drawings.draw(node.value);
      const svg = 'svg' in drawing ? drawing.svg : null;
      const html = diagramHtml(node.value, svg, times > 1 ? String(times) : undefined);
      parent.children[index] = jsxElement('daymark-diagram', { class: 'not-content', 'set:html': html });
    }
  };
}
