import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { State } from 'mdast-util-to-hast';
import rehypeStringify from 'rehype-stringify';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import { expect, onTestFinished, test, vi } from 'vitest';
import { scratchContent } from '../../tests/support/scratch-content.ts';
import { drawingPath } from '../diagrams/drawing-store.ts';
import { Drawings } from '../diagrams/drawings.ts';
import { ContentLibrary } from '../integration/content-library.ts';
import { remarkPlugins } from './index.ts';

const DAY = 'content/plans/tiny/week-1/day-02-brokers.mdx';

/** Renders the body of a day page to HTML, the way the site does, without MDX's compilation to JavaScript. */
async function render(body: string, prepare: (root: string) => void = () => {}): Promise<string> {
  const { root, remove } = scratchContent();
  onTestFinished(remove);
  const source = `---\ntitle: Brokers\nsummary: Use one.\n---\n\n${body}\n`;
  writeFileSync(join(root, DAY), source);
  prepare(root);
  const library = new ContentLibrary({ root, base: '/base/' });
  const plugins = remarkPlugins({ root, base: '/base/', library, drawings: new Drawings(join(root, 'drawings')) });
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkMdx)
    .use(remarkDirective);
  for (const plugin of plugins) processor.use(plugin as Plugin);
  const jsx = (state: State, node: MdxJsxFlowElement) => ({
    type: 'element' as const,
    tagName: node.name ?? '',
    properties: Object.fromEntries(
      node.attributes.flatMap((attribute) =>
        attribute.type === 'mdxJsxAttribute' ? [[attribute.name, String(attribute.value)]] : [],
      ),
    ),
    children: state.all(node),
  });
  processor.use(remarkRehype, { handlers: { mdxJsxFlowElement: jsx } } as never).use(rehypeStringify);
  return String(await processor.process(new VFile({ value: source, path: join(root, DAY) }))).trim();
}

test('an item is a labelled checkbox with its hours apart from its words, and its details outside the label', async () => {
  expect(
    await render('- [ ] 19:00–21:30 · Run **a** broker at localhost:5672\n\n  On port 5672.'),
  ).toMatchInlineSnapshot(`
    "<ul class="tasks">
    <li id="item-g1cxywfztm" class="task" data-item="g1cxywfztm" data-kind="task" data-minutes="150">
    <label class="task-label"><input type="checkbox" disabled class="task-box"><span class="task-head"><span class="task-time"><time datetime="19:00">19:00</time>–<time datetime="21:30">21:30</time></span><span class="task-minutes"> 2 h 30 min </span></span><span class="task-text">Run <strong>a</strong> broker at localhost:5672</span></label>
    <div class="task-details"><p>On port 5672.</p></div>
    </li>
    </ul>"
  `);
});

test('an item ticked by its author is checked, one with a duration shows it', async () => {
  expect(await render('- [x] Stop the broker\n- [ ] Start it again (1 h 30 min)')).toMatchInlineSnapshot(`
    "<ul class="tasks">
    <li id="item-55btsb8qwg" class="task" data-item="55btsb8qwg" data-kind="task">
    <label class="task-label"><input type="checkbox" disabled checked class="task-box"><span class="task-head"></span><span class="task-text">Stop the broker</span></label>
    </li>
    <li id="item-pggpht2sdw" class="task" data-item="pggpht2sdw" data-kind="task" data-minutes="90">
    <label class="task-label"><input type="checkbox" disabled class="task-box"><span class="task-head"><span class="task-minutes"> 1 h 30 min </span></span><span class="task-text">Start it again</span></label>
    </li>
    </ul>"
  `);
});

test('a list without checkboxes is left alone', async () => {
  expect(await render('- One\n- Two')).toBe('<ul>\n<li>One</li>\n<li>Two</li>\n</ul>');
});

test('links to files and to site paths become addresses under the base path; others stay', async () => {
  const html = await render(
    '[a](day-01-first-steps.mdx) [b](/topics/queues/#limits) [c](https://example.org/x) [d](#here) [e][ref]\n\n[ref]: ../week-2/index.mdx',
  );
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '/base/plans/tiny/week-1/day-01-first-steps/',
    '/base/topics/queues/#limits',
    'https://example.org/x',
    '#here',
    '/base/plans/tiny/week-2/',
  ]);
});

test('resources say what is known about them, and only under their heading', async () => {
  const html = await render(
    '- [The book](https://example.org/book)\n\n## Resources\n\n- [The book](https://example.org/book): all of it.\n- [Elsewhere](https://example.net/x)',
  );
  expect([...html.matchAll(/<span class="resource-facts">(.*?)<\/span>/g)].map(([, text]) => text)).toEqual([
    'Book · A. Writer · paid',
    'Article',
  ]);
});

test('times and ports in running text are not taken for directives', async () => {
  expect(await render('At 07:30 call localhost:8080 or :name.')).toBe('<p>At 07:30 call localhost:8080 or :name.</p>');
});

test('disclosures become details with a summary', async () => {
  expect(
    await render('<Compare title="A queue">\n\nText.\n\n</Compare>\n\n<Answer>\n\nYes.\n\n</Answer>'),
  ).toMatchInlineSnapshot(`
    "<details class="disclosure compare"><summary><span class="disclosure-label">Compare with mine</span><span class="disclosure-title">A queue</span></summary><p>Text.</p></details>
    <details class="disclosure answer"><summary><span class="disclosure-label">Answer</span></summary><p>Yes.</p></details>"
  `);
});

test('a stored drawing takes the place of its source', async () => {
  const source = 'flowchart LR\n  a --> b';
  const html = await render(`\`\`\`mermaid\n${source}\n\`\`\``, (root) => {
    mkdirSync(join(root, 'drawings'));
    writeFileSync(drawingPath(join(root, 'drawings'), source), '<svg id="d1"><title>T</title></svg>\n');
  });
  expect(html).toContain('set:html="<figure');
  expect(html).toContain('<svg id=');
  expect(html).not.toContain('a --> b');
});

test('without a browser and without a drawing, the source is there for the reader’s browser', async () => {
  vi.stubEnv('DAYMARK_NO_BROWSER', '1');
  onTestFinished(() => void vi.unstubAllEnvs());
  const html = await render('```mermaid\nflowchart LR\n  accTitle: Two letters\n  a --> b\n```');
  expect(html).toContain('data-undrawn');
  expect(html).toContain('Two letters');
});
