import GithubSlugger from 'github-slugger';
import type { Definition, Link, LinkReference, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import type { z } from 'zod';
import { collectItems } from './collect-items.ts';
import { COMPONENTS } from './components.ts';
import { parseMdx } from './markdown.ts';
import { nearest } from './nearest.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Problem, ProblemCode } from './problems.ts';
import type { ItemKind } from './types.ts';

export interface Place {
  line: number;
  column: number;
}

export interface PageItem extends Place {
  kind: ItemKind;
  text: string;
  /** `HH:MM`, or `null` without a time range. */
  from: string | null;
  to: string | null;
  minutes: number | null;
  /** Ticked by the author. */
  done: boolean;
  headings: string[];
}

export interface PageLink extends Place {
  url: string;
  text: string;
  image: boolean;
}

export interface PageDiagram extends Place {
  source: string;
}

/** All that one file says. */
export interface ParsedPage<T> {
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** Frontmatter; `null` when it has problems. */
  data: T | null;
  /** Line and column of a frontmatter value. */
  positionOf: (path: readonly PropertyKey[]) => Place;
  items: PageItem[];
  links: PageLink[];
  diagrams: PageDiagram[];
  /** Names of the components the page uses. */
  components: string[];
  /** Ids of the headings, as they stand in the page's HTML. */
  anchors: string[];
  problems: Problem[];
}

const FRONTMATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/;

/**
 * Parses one content file. Never throws: whatever is wrong is in `problems`.
 *
 * @param source text of the file
 * @param file path for the problems
 * @param schema of the frontmatter
 */
export function parsePage<T extends z.ZodType>(source: string, file: string, schema: T): ParsedPage<z.output<T>> {
  const page: ParsedPage<z.output<T>> = {
    file,
    data: null,
    positionOf: () => ({ line: 1, column: 1 }),
    items: [],
    links: [],
    diagrams: [],
    components: [],
    anchors: [],
    problems: [],
  };
  const frontmatter = FRONTMATTER.exec(source);
  if (frontmatter) {
    const yaml = parseYaml(frontmatter[1] ?? '', schema, file, 2);
    page.data = yaml.data;
    page.positionOf = yaml.positionOf;
    page.problems.push(...yaml.problems);
  } else {
    page.problems.push({
      code: 'no-frontmatter',
      file,
      line: 1,
      column: 1,
      found: source.trim() === '' ? 'an empty file' : `"${source.split('\n', 1)[0]?.slice(0, 60)}"`,
      expected: 'a first line "---", then "title: …" and "summary: …", then "---"',
    });
  }
  try {
    readBody(parseMdx(source), page);
  } catch (error) {
    page.problems.push(mdxProblem(error as VFileMessage, file));
  }
  return page;
}

function readBody(tree: Root, page: ParsedPage<unknown>): void {
  const problem = (code: ProblemCode, node: Nodes, found: string, expected: string, close?: string) => {
    page.problems.push({
      code,
      file: page.file,
      ...placeOf(node),
      found,
      expected,
      ...(close ? { nearest: close } : {}),
    });
  };
  const definitions = new Map<string, Definition>();
  const slugger = new GithubSlugger();
  visit(tree, 'definition', (node) => void definitions.set(node.identifier, node));

  for (const item of collectItems(tree)) {
    const { kind, text, range, minutes, done, headings } = item;
    if (range === 'impossible')
      problem(
        'bad-time',
        item.node,
        item.written,
        'a start before its end, both from 00:00 to 24:00, on one day: 08:00–10:00',
      );
    if (text === '')
      problem('empty-item', item.node, 'a checkbox with nothing to do', 'what to do: - [ ] Read chapter 2');
    const times = range && range !== 'impossible' ? range : { from: null, to: null };
    page.items.push({ ...placeOf(item.node), kind, text, from: times.from, to: times.to, minutes, done, headings });
  }

  visit(tree, (node: Nodes) => {
    switch (node.type) {
      case 'heading':
        page.anchors.push(slugger.slug(textOf(node)));
        break;
      case 'link':
      case 'linkReference':
      case 'image':
      case 'imageReference': {
        const target = 'url' in node ? node : definitions.get(node.identifier);
        const image = node.type === 'image' || node.type === 'imageReference';
        if (target)
          page.links.push({
            ...placeOf(node),
            url: target.url,
            text: image ? '' : linkText(node as Link | LinkReference),
            image,
          });
        break;
      }
      case 'code':
        if (node.lang === 'mermaid') page.diagrams.push({ ...placeOf(node), source: node.value });
        break;
      case 'listItem': {
        const text = node.checked === null || node.checked === undefined ? textOf(node.children[0] ?? node) : '';
        if (/^\[[ xX]?\]\s*$/.test(text))
          problem('empty-item', node, 'a checkbox with nothing to do', 'what to do: - [ ] Read chapter 2');
        else if (/^\[[ xX]?\]/.test(text))
          problem(
            'bad-checkbox',
            node,
            `"${text.slice(0, 40)}"`,
            '- [ ] and a space before the text, or - [x] for done',
          );
        break;
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        if (node.name) page.components.push(node.name);
        checkComponent(node, problem);
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) {
          problem(
            'mdx-syntax',
            node,
            `{${node.value.slice(0, 40)}}`,
            'braces as text: put them in backticks, or write \\{ and \\}',
          );
        }
        break;
      case 'mdxjsEsm':
        problem(
          'mdx-syntax',
          node,
          `"${node.value.split('\n', 1)[0]?.slice(0, 60)}"`,
          'no import or export: a page is Markdown, and its components need no import',
        );
        break;
    }
  });
}

function checkComponent(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  problem: (code: ProblemCode, node: Nodes, found: string, expected: string, close?: string) => void,
): void {
  const names = Object.keys(COMPONENTS);
  const name = node.name ?? '';
  const component = COMPONENTS[name];
  if (!component) {
    problem(
      'unknown-component',
      node,
      `<${name}>`,
      `Markdown, or one of ${names.map((known) => `<${known}>`).join(', ')}`,
      nearest(name, names),
    );
    return;
  }
  if (node.type === 'mdxJsxTextElement' && component.kind === 'disclosure') {
    problem(
      'mdx-syntax',
      node,
      `<${name}> in the middle of a line`,
      `<${name}> and </${name}> each on a line of its own`,
    );
  }
  for (const attribute of node.attributes) {
    const attributeName = attribute.type === 'mdxJsxAttribute' ? attribute.name : '…';
    if (
      !component.attributes.includes(attributeName) ||
      (attribute.type === 'mdxJsxAttribute' && typeof attribute.value !== 'string')
    ) {
      const valid = component.attributes.map((known) => `${known}="…"`).join(', ') || 'no attributes';
      problem(
        'unknown-component',
        node,
        `<${name} ${attributeName}>`,
        `<${name}> takes ${valid}`,
        nearest(attributeName, component.attributes),
      );
    }
  }
}

function linkText(node: Link | LinkReference): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

function placeOf(node: Nodes): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

function mdxProblem(error: VFileMessage, file: string): Problem {
  return {
    code: 'mdx-syntax',
    file,
    line: error.line ?? 1,
    column: error.column ?? 1,
    found: (error.reason ?? String(error)).split('\n', 1)[0] ?? '',
    expected: 'in running text, < and { in backticks; every <Component> closed by </Component> on a line of its own',
  };
}
