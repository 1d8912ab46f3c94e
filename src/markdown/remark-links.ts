import type { Definition, Image, Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { resolveLink } from '../roadmap/check-links.ts';
import { pathOfFile, withBase } from '../roadmap/paths.ts';
import { type ContentContext, contentPath } from './content-page.ts';

/**
 * Points internal links to the site's addresses: a relative path to a content file, or a site path, under the base path.
 * Images beside the page are left to Astro, which copies them.
 */
export function remarkLinks({ root, base, library }: Pick<ContentContext, 'root' | 'base' | 'library'>) {
  return (tree: Root, file: VFile): void => {
    const path = contentPath(file, root);
    if (path === null) return;
    visit(tree, ['link', 'image', 'definition'], (node) => {
      const link = node as Link | Image | Definition;
      if (/^[a-z][a-z0-9+.-]*:|^#/i.test(link.url)) return;
      const target = resolveLink(link.url, path, library.site);
      if (target === null || 'file' in target) return;
      const to = 'page' in target ? pathOfFile(target.page) + (target.anchor && `#${target.anchor}`) : target.path;
      link.url = withBase(base, to);
    });
  };
}
