import fc from 'fast-check';
import type { Root, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { ContentLibrary } from '../integration/content-library.ts';
import { identify } from '../roadmap/identity.ts';
import { plansJson } from '../roadmap/to-json.ts';
import { type MarkdownPlan, readTicked, writeMarkdown } from './markdown.ts';
import { readTaskLines } from './task-lines.ts';

const { plans } = plansJson(new ContentLibrary({ root: process.cwd(), base: '/' }).roadmap);

/** What an editor may do to a file besides ticking: none of it changes what the file says. */
const EDITORS: Readonly<Record<string, (markdown: string) => string>> = {
  'nothing more': (markdown) => markdown,
  'Windows line ends': (markdown) => markdown.replaceAll('\n', '\r\n'),
  'a byte order mark': (markdown) => `\uFEFF${markdown}`,
  'capital crosses': (markdown) => markdown.replaceAll(/^- \[x\]/gm, '- [X]'),
  'its own style': format({ bullet: '*', listItemIndent: 'tab', setext: true }),
  'its own signs': format({ bullet: '+', closeAtx: true, emphasis: '_', fences: false }),
  'narrow lines': format({}, ({ value }) => value.replaceAll(/(\S \S+) /g, '$1\n')),
};
const editors = fc.constantFrom(...Object.keys(EDITORS));

function format(options: Options, wrap = ({ value }: Text) => value): (markdown: string) => string {
  const wrapper = () => (tree: Root) =>
    visit(tree, 'text', (node) => {
      node.value = wrap(node);
    });
  const formatter = unified().use(remarkParse).use(remarkGfm).use(wrapper).use(remarkStringify, options).freeze();
  return (markdown) => String(formatter.processSync(markdown));
}

/** Asserts that what an editor makes of the exported file says what the plan says, and has these items ticked and no others. */
function expectBack(plan: MarkdownPlan, ticked: ReadonlySet<string>, editor: string): void {
  const written = writeMarkdown(plan, (id) => ticked.has(id));
  const edited = EDITORS[editor]?.(written) ?? '';
  const texts = plan.units.flatMap(({ items }) => items.map(({ text }) => text));
  expect(readTaskLines(edited).map(({ text }) => text)).toEqual(texts);
  expect(readTicked(edited, plan)).toEqual({ found: ticked, ambiguous: [], unknown: [] });
}

test.each(plans.map((plan) => [plan.id, plan] as const))('every tick of %s comes back from every editor', (_, plan) => {
  const ids = plan.units.flatMap(({ items }) => items.map(({ id }) => id));
  for (const editor of Object.keys(EDITORS)) expectBack(plan, new Set(ids), editor);
  fc.assert(
    fc.property(fc.infiniteStream(fc.boolean()), editors, (coins, editor) => {
      expectBack(plan, new Set(ids.filter(() => coins.next().value)), editor);
    }),
    { numRuns: 5 },
  );
});

test("remark's formatting has nothing to change about an exported plan", () => {
  for (const plan of plans) {
    const written = writeMarkdown(plan, () => true);
    expect(format({ bullet: '-' })(written)).toBe(written);
  }
});

const CHARACTERS = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index));
const WORDS = ['Read', 'a', 'b', 'ü', '🙂', '…', '1. ', '- [ ] ', '- [x] ', '# ', '(2 h)', '05:00–06:00 · '];
const SYNTAX = '](f) [^1] ]: <!-- &amp; &#35; ``` ** __ ~~ | :- \\ {a} <e>'.split(' ');
// Apart from other characters: remark makes `<a@b.org__c>` of an address that goes on strangely, and that is no link.
const ADDRESSES = [' https://b.org/ ', ' www.b.org ', ' a@b.org '];
const piece = fc.oneof(...[CHARACTERS, WORDS, SYNTAX, ADDRESSES, [' ']].map((some) => fc.constantFrom(...some)));
/** As the parser gives it: on one line, not empty. */
const text = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const week = fc.record({ title: text, items: fc.array(fc.tuple(text, fc.boolean()), { maxLength: 4 }) });
const weeks = fc.array(week, { minLength: 1, maxLength: 4 });

test('every tick comes back of plans with any texts, also where pages say the same', () => {
  fc.assert(
    fc.property(text, weeks, weeks, editors, (title, [first, ...rest], inner, editor) => {
      const number = (from: number, parent: string | null) => (page: typeof first, index: number) => ({
        id: `${parent ? `${parent}/` : ''}week-${from + index}`,
        kind: 'week' as const,
        number: String(from + index),
        parent,
        title: page?.title ?? '',
        texts: page?.items ?? [],
      });
      // In reading order, as plans have them: what stands in a unit comes right after it.
      const pages = [...[first].map(number(1, null)), ...inner.map(number(1, 'week-1')), ...rest.map(number(2, null))];
      const ids = identify(pages.flatMap(({ id, texts }) => texts.map(([text]) => ({ text, unit: id, slug: id }))));
      const left = ids.values();
      const ticked = new Set<string>();
      const units = pages.map(({ texts, ...unit }) => ({
        ...unit,
        items: texts.map(([text, done]) => {
          const id = left.next().value ?? '';
          if (done) ticked.add(id);
          return { id, text, kind: 'task' as const, minutes: null };
        }),
      }));
      expectBack({ title, units }, ticked, editor);
    }),
    { numRuns: 100 },
  );
});
