import { JSDOM } from 'jsdom';
import { nearest } from '../roadmap/nearest.ts';
import type { FiledDiagram } from '../roadmap/parsed-page.ts';
import type { Problem } from '../roadmap/problems.ts';

/** What is used of an error of Mermaid's: its message, and for some kinds of diagram the place. */
interface MermaidError {
  message: string;
  hash?: { loc?: { first_line: number; first_column: number } };
}

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

/**
 * Checks the syntax of diagrams with Mermaid's own parser. No browser is needed: parsing wants no more than a document.
 *
 * @returns a problem for each that cannot be parsed
 */
export async function checkDiagrams(diagrams: readonly FiledDiagram[]): Promise<Map<FiledDiagram, Problem>> {
  const problems = new Map<FiledDiagram, Problem>();
  if (diagrams.length === 0) return problems;
  // Mermaid wants a document when it is loaded and when it cleans labels. The rest of the process must not see one: other
  // code takes it for a browser.
  const { window } = new JSDOM('<!doctype html><body></body>');
  Object.assign(globalThis, { window, document: window.document });
  try {
    const { default: mermaid } = await import('mermaid');
    mermaid.initialize({ startOnLoad: false });
    for (const diagram of diagrams) {
      await mermaid
        .parse(diagram.source)
        .catch((error: unknown) => problems.set(diagram, diagramProblem(error as Error, diagram)));
    }
    return problems;
  } finally {
    Reflect.deleteProperty(globalThis, 'window');
    Reflect.deleteProperty(globalThis, 'document');
    window.close();
  }
}

/**
 * What Mermaid says of a diagram that it cannot parse or draw, as a problem at its place in the file.
 *
 * @param error as Mermaid throws it
 */
export function diagramProblem(error: MermaidError, { file, line, column, source }: FiledDiagram): Problem {
  const { message, hash } = error;
  // The fence takes one line, so the first line of the source is the second of the block.
  const row = hash?.loc?.first_line ?? Number(/line:? (\d+)/i.exec(message)?.[1] ?? 0);
  const text = row > 0 ? source.split('\n')[row - 1]?.trim() : '';
  const kind = /^\s*(?:---[\s\S]*?---\s*)?([\w-]+)/.exec(source)?.[1] ?? '';
  const close = /No diagram type/.test(message) ? nearest(kind, KINDS) : undefined;
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
        : /No diagram type/.test(message)
          ? `Mermaid source whose first word is its kind: ${KINDS.join(', ')}`
          : 'a diagram that Mermaid can draw',
    ...(close ? { nearest: close } : {}),
  };
}
