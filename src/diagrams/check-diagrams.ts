import { JSDOM } from 'jsdom';
import type { LibraryDiagram } from '../integration/content-library.ts';
import { nearest } from '../roadmap/nearest.ts';
import type { Problem } from '../roadmap/problems.ts';

type Parse = (source: string) => Promise<unknown>;

/** Kinds of diagram, for suggestions: the ones plans have use for. */
const KINDS = [
  'flowchart',
  'sequenceDiagram',
  'stateDiagram-v2',
  'erDiagram',
  'classDiagram',
  'gantt',
  'timeline',
  'mindmap',
];

let parser: Promise<Parse> | null = null;

/**
 * Checks the syntax of diagrams with Mermaid's own parser. No browser is needed: parsing wants no more than a document.
 *
 * @returns a problem for each that cannot be parsed, at its line in the file
 */
export async function checkDiagrams(diagrams: readonly LibraryDiagram[]): Promise<Problem[]> {
  if (diagrams.length === 0) return [];
  parser ??= loadParser();
  const parse = await parser;
  const problems: Problem[] = [];
  for (const diagram of diagrams) {
    try {
      await parse(diagram.source);
    } catch (error) {
      problems.push(toProblem(error, diagram));
    }
  }
  return problems;
}

async function loadParser(): Promise<Parse> {
  // Mermaid looks for a document when it is loaded, and cleans labels through it.
  const { window } = new JSDOM('<!doctype html><body></body>');
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ startOnLoad: false });
  return (source) => mermaid.parse(source);
}

function toProblem(error: unknown, { file, line, column, source }: LibraryDiagram): Problem {
  const { message, hash } = error as { message: string; hash?: { loc?: { first_line: number; first_column: number } } };
  // The fence takes one line, so the first line of the source is the second of the block.
  const row = hash?.loc?.first_line ?? Number(/line:? (\d+)/i.exec(message)?.[1] ?? 0);
  const text = row > 0 ? source.split('\n')[row - 1]?.trim() : '';
  const kind = /^\s*(?:---[\s\S]*?---\s*)?([\w-]+)/.exec(source)?.[1] ?? '';
  const close = row === 0 ? nearest(kind, KINDS) : undefined;
  const wanted = /Expecting (.*?), got/s.exec(message)?.[1];
  return {
    code: 'mermaid-syntax',
    file,
    line: line + row,
    column: row > 0 ? (hash?.loc?.first_column ?? 0) + 1 : column,
    found: text ? `"${text.slice(0, 80)}"` : (message.split('\n', 1)[0] ?? '').slice(0, 120),
    expected: wanted
      ? `Mermaid here: ${wanted.replaceAll("'", '').slice(0, 120)}`
      : row > 0
        ? 'words that Mermaid knows; labels with brackets or punctuation in quotes: a["read(key)"]'
        : `Mermaid source whose first word is its kind: ${KINDS.join(', ')}`,
    ...(close ? { nearest: close } : {}),
  };
}
