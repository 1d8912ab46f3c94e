import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxjsEsm } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { COMPONENTS, type ContentComponent } from '../roadmap/components.ts';
import { jsxElement } from './mdx-element.ts';

/**
 * Gives the components of `components.ts` their meaning: disclosures become `<details>`, generated ones are imported, so that an
 * author needs no import line.
 */
export function remarkComponents() {
  return (tree: Root): void => {
    const generated = new Set<string>();
    visit(tree, 'mdxJsxFlowElement', (node: MdxJsxFlowElement) => {
      const name = node.name ?? '';
      const component = COMPONENTS.get(name);
      if (component?.kind === 'disclosure') disclose(node, name, component);
      else if (component?.kind === 'generated') generated.add(name);
    });
    for (const name of generated) tree.children.unshift(importNode(name, `/src/components/content/${name}.astro`));
  };
}

function disclose(node: MdxJsxFlowElement, name: string, component: ContentComponent): void {
  const title = node.attributes.find(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'title',
  )?.value;
  node.name = 'details';
  node.attributes = [{ type: 'mdxJsxAttribute', name: 'class', value: `disclosure ${name.toLowerCase()}` }];
  const label = jsxElement('span', { class: 'disclosure-label' }, [
    { type: 'text', value: component.summary ?? name } as never,
  ]);
  const heading =
    typeof title === 'string'
      ? [jsxElement('span', { class: 'disclosure-title' }, [{ type: 'text', value: title } as never])]
      : [];
  node.children.unshift(jsxElement('summary', {}, [label, ...heading]));
}

/** `import Name from 'path'` as the syntax tree MDX expects. */
function importNode(name: string, path: string): MdxjsEsm {
  return {
    type: 'mdxjsEsm',
    value: '',
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        body: [
          {
            type: 'ImportDeclaration',
            attributes: [],
            specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name } }],
            source: { type: 'Literal', value: path, raw: JSON.stringify(path) },
          },
        ],
      },
    },
  };
}
