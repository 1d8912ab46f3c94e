import type { MdxJsxFlowElement } from 'mdast-util-mdx';

/** A block-level JSX element with text attributes. `set:html` makes Astro use its value as the element's inner HTML. */
export function jsxElement(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: MdxJsxFlowElement['children'] = [],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children,
  };
}
