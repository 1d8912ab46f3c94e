import type { Nodes, Parent, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkMdx)
  // For Starlight's asides (`:::note`), as the pages have them.
  .use(remarkDirective)
  .freeze();

/**
 * Parses MDX to the same syntax tree that the pages are rendered from, with positions.
 *
 * @throws {VFileMessage} on an MDX syntax error, with its place
 */
export function parseMdx(source: string): Root {
  const tree = processor.parse(source);
  restoreColons(tree, source);
  return tree;
}

/**
 * Turns inline directives back into the text they were written as: `07:30` and `localhost:8080` are no directives here.
 *
 * @param source the text that the tree was parsed from
 */
export function restoreColons(tree: Root, source: string): void {
  visit(tree, (node: Nodes, index, parent) => {
    if ((node.type !== 'textDirective' && node.type !== 'leafDirective') || !parent || index === undefined) return;
    const text = { type: 'text' as const, value: source.slice(node.position?.start.offset, node.position?.end.offset) };
    const { position } = node;
    const written = position ? { ...text, position } : text;
    (parent as Parent).children[index] =
      node.type === 'leafDirective' ? { type: 'paragraph', children: [written] } : written;
  });
  visit(tree, (node: Nodes) => {
    if ('children' in node) joinTexts(node as Parent);
  });
}

function joinTexts(parent: Parent): void {
  for (let i = parent.children.length - 1; i > 0; i--) {
    const [before, node] = [parent.children[i - 1], parent.children[i]];
    if (before?.type !== 'text' || node?.type !== 'text') continue;
    before.value += node.value;
    parent.children.splice(i, 1);
  }
}
