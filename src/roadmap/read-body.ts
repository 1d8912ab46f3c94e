import GithubSlugger from 'github-slugger';
import type { Definition, ListItem, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { collectItems } from './collect-items.ts';
import { COMPONENTS } from './components.ts';
import { nearest } from './nearest.ts';
import type { ParsedPage, Place } from './parsed-page.ts';
import type { ProblemCode } from './problems.ts';

type Report = (code: ProblemCode, node: Nodes, found: string, expected: string, close?: string) => void;

const WHAT_TO_DO = 'what to do: - [ ] Read chapter 2';

/** Reads items, links, diagrams, headings and components of a body into the page, with what is wrong about them. */
export function readBody(tree: Root, page: ParsedPage<unknown>): void {
  const report: Report = (code, node, found, expected, close) => {
    page.problems.push({
      code,
      file: page.file,
      ...placeOf(node),
      found,
      expected,
      ...(close ? { nearest: close } : {}),
    });
  };
  readItems(tree, page, report);
  const definitions = new Map<string, Definition>();
  const slugger = new GithubSlugger();
  visit(tree, 'definition', (node) => void definitions.set(node.identifier, node));
  visit(tree, (node: Nodes) => {
    switch (node.type) {
      case 'heading':
        page.anchors.push(slugger.slug(typographic(textOf(node))));
        break;
      case 'link':
      case 'linkReference':
      case 'image':
      case 'imageReference': {
        const target = 'url' in node ? node : definitions.get(node.identifier);
        const image = node.type === 'image' || node.type === 'imageReference';
        const text = image ? '' : textOf(node).replace(/\s+/g, ' ').trim();
        if (target) page.links.push({ ...placeOf(node), url: target.url, text, image });
        break;
      }
      case 'code':
        if (node.lang === 'mermaid') page.diagrams.push({ ...placeOf(node), source: node.value });
        break;
      case 'listItem':
        checkCheckbox(node, report);
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        if (node.name) page.components.push(node.name);
        checkComponent(node, report);
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!/^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)+$/.test(node.value)) {
          report(
            'mdx-syntax',
            node,
            `{${node.value.slice(0, 40)}}`,
            'braces as text: put them in backticks, or write \\{ and \\}',
          );
        }
        break;
      case 'mdxjsEsm': {
        const line = node.value.split('\n', 1)[0]?.slice(0, 60);
        report(
          'mdx-syntax',
          node,
          `"${line}"`,
          'no import or export: a page is Markdown, and its components need no import',
        );
        break;
      }
    }
  });
}

function readItems(tree: Root, page: ParsedPage<unknown>, report: Report): void {
  for (const { node, kind, text, range, written, minutes, done, headings, nested } of collectItems(tree)) {
    if (range === 'impossible') {
      report('bad-time', node, written, 'a start before its end, both from 00:00 to 24:00, on one day: 08:00–10:00');
    }
    if (text === '') report('empty-item', node, 'a checkbox with nothing to do', WHAT_TO_DO);
    const times = range && range !== 'impossible' ? { from: range.from, to: range.to } : { from: null, to: null };
    page.items.push({ ...placeOf(node), kind, text, ...times, minutes, done, headings, nested });
  }
}

/** Brackets that were meant as a checkbox and are none for GitHub. Code that starts with brackets (`[]byte`) is not meant. */
function checkCheckbox(node: ListItem, report: Report): void {
  const paragraph = node.children[0];
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (typeof node.checked === 'boolean' || first?.type !== 'text') return;
  const text = textOf(paragraph);
  if (/^\[[ xX]?\]\s*$/.test(text)) report('empty-item', node, 'a checkbox with nothing to do', WHAT_TO_DO);
  else if (/^\[[ xX]?\]/.test(first.value)) {
    report('bad-checkbox', node, `"${text.slice(0, 40)}"`, '- [ ] and a space before the text, or - [x] for done');
  }
}

function checkComponent(node: MdxJsxFlowElement | MdxJsxTextElement, report: Report): void {
  const names = [...COMPONENTS.keys()];
  const name = node.name ?? '';
  const component = COMPONENTS.get(name);
  if (!component) {
    const known = names.map((known) => `<${known}>`).join(', ');
    report('unknown-component', node, `<${name}>`, `Markdown, or one of ${known}`, nearest(name, names));
    return;
  }
  if (node.type === 'mdxJsxTextElement') {
    report('mdx-syntax', node, `<${name}> in the middle of a line`, `<${name}> on a line of its own`);
  }
  for (const attribute of node.attributes) {
    const given = attribute.type === 'mdxJsxAttribute' ? attribute.name : '…';
    const plain = attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string';
    if (plain && component.attributes.includes(given)) continue;
    const valid = component.attributes.map((known) => `${known}="…"`).join(', ') || 'no attributes';
    report(
      'unknown-component',
      node,
      `<${name} ${given}>`,
      `<${name}> takes ${valid}`,
      nearest(given, component.attributes),
    );
  }
}

/** Dashes and dots as the page will show them: its heading ids are made from that. */
function typographic(text: string): string {
  return text.replace(/---?/g, '—').replace(/\.{3}/g, '…');
}

function placeOf(node: Nodes): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
