import type { Heading, Link, ListItem, Paragraph, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { describeResource } from '../roadmap/describe-resource.ts';
import { type ContentContext, contentPath } from './content-page.ts';
import { element, textNode } from './mdast-element.ts';

/** Adds to each entry under a heading "Resources" what is known about the first link in it: kind, author, cost. */
export function remarkResources({ root, library }: Pick<ContentContext, 'root' | 'library'>) {
  return (tree: Root, file: VFile): void => {
    if (contentPath(file, root) === null) return;
    const start = tree.children.findIndex(
      (node) => node.type === 'heading' && textOf(node).toLowerCase() === 'resources',
    );
    if (start === -1) return;
    const { depth } = tree.children[start] as Heading;
    const rest = tree.children.slice(start + 1);
    const length = rest.findIndex((node) => node.type === 'heading' && node.depth <= depth);
    const section = { type: 'root' as const, children: length === -1 ? rest : rest.slice(0, length) };
    visit(section, 'listItem', (item: ListItem) => {
      const paragraph = item.children[0];
      const link =
        paragraph?.type === 'paragraph' ? paragraph.children.find((child) => child.type === 'link') : undefined;
      if (link) annotate(paragraph as Paragraph, link);
    });
  };

  function annotate(paragraph: Paragraph, link: Link): void {
    const resource = library.resourceAt(link.url);
    if (!resource) return;
    const note = element('span', { className: ['resource-facts'] }, [textNode(describeResource(resource))]);
    paragraph.children.push(note as Paragraph['children'][number]);
  }
}
