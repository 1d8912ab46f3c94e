import type { RemarkPlugins } from '@astrojs/markdown-remark';
import type { ContentContext } from './content-page.ts';
import { remarkComponents } from './remark-components.ts';
import { remarkDiagrams } from './remark-diagrams.ts';
import { remarkLinks } from './remark-links.ts';
import { remarkPlainColons } from './remark-plain-colons.ts';
import { remarkResources } from './remark-resources.ts';
import { remarkTasks } from './remark-tasks.ts';

/** The Markdown plugins in the order in which they must run. */
export function remarkPlugins(context: ContentContext): RemarkPlugins {
  return [
    // Before anything reads text.
    () => remarkPlainColons(context),
    // It pairs items with the parser's by their order, so no other plugin may have moved anything yet.
    () => remarkTasks(context),
    // Before links are rewritten: it looks resources up by the address the author wrote.
    () => remarkResources(context),
    () => remarkLinks(context),
    () => remarkDiagrams(context),
    // Last: until here, what stands inside a component is still ordinary Markdown.
    () => remarkComponents(),
  ];
}
