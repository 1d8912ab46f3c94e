import { type Document, isMap, isNode, isPair, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Problem, ProblemCode } from './problems.ts';

export interface ParsedYaml<T> {
  /** `null` when the text has a problem. */
  data: T | null;
  problems: Problem[];
  /** Line and column of a value, for checks that come later. */
  positionOf: (path: readonly PropertyKey[]) => { line: number; column: number };
}

/**
 * Reads YAML and validates it against a strict schema, with every problem at its line and column.
 *
 * @param source the YAML text
 * @param schema what it must be
 * @param file path for the problems
 * @param firstLine line of the file on which `source` starts, from 1
 */
export function parseYaml<T extends z.ZodType>(
  source: string,
  schema: T,
  file: string,
  firstLine = 1,
): ParsedYaml<z.output<T>> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const positionOf = (path: readonly PropertyKey[]) => place(offsetOf(document, path));
  const fail = (problems: Problem[]) => ({ data: null, problems, positionOf });

  if (document.errors.length > 0) {
    return fail(
      // One mistake can make the rest of a file unreadable; the first few say enough.
      document.errors.slice(0, 3).map((error) => ({
        code: 'bad-yaml',
        file,
        ...place(error.pos[0]),
        found: `${source.split('\n')[lines.linePos(error.pos[0]).line - 1]?.trim().slice(0, 60)} (${firstSentence(error.message)})`,
        expected: 'YAML: one "key: value" a line; quote a value that contains ": " or " #"',
      })),
    );
  }
  let value: unknown;
  try {
    value = document.toJS() ?? {};
  } catch (error) {
    // An alias without its anchor, as a stray * in front of a word makes one.
    const found = firstSentence((error as Error).message);
    return fail([
      { code: 'bad-yaml', file, ...place(0), found, expected: 'no * or & in front of a value; put it in quotes' },
    ]);
  }
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data, problems: [], positionOf };
  return fail(result.error.issues.flatMap((issue) => problemsOf(issue, document, schema, file, positionOf)));
}

function problemsOf(
  issue: z.core.$ZodIssue,
  document: Document,
  schema: z.ZodType,
  file: string,
  positionOf: ParsedYaml<unknown>['positionOf'],
): Problem[] {
  const name = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const valid = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const close = nearest(key, valid);
      return {
        code: 'unknown-key' as const,
        file,
        ...positionOf([...issue.path, key]),
        found: [...issue.path.map(String), key].join('.'),
        expected: `one of ${valid.join(', ')}`,
        ...(close ? { nearest: close } : {}),
      };
    });
  }
  const value = document.getIn(issue.path.filter((part) => typeof part !== 'symbol'));
  const missing = issue.path.length > 0 && (value === undefined || value === null);
  const code: ProblemCode = missing
    ? 'missing-key'
    : issue.code === 'invalid_format' && issue.format === 'date'
      ? 'bad-date'
      : 'bad-value';
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const close = typeof value === 'string' ? nearest(value, options) : undefined;
  return [
    {
      code,
      file,
      ...positionOf(missing ? issue.path.slice(0, -1) : issue.path),
      found: missing
        ? `no "${name}"`
        : `${name ? `${name}: ` : ''}${display(issue.path.length > 0 ? value : document.toJS())}`,
      expected: missing ? `${name}: ${expectation(issue, options)}` : expectation(issue, options),
      ...(close ? { nearest: close } : {}),
    },
  ];
}

function expectation(issue: z.core.$ZodIssue, options: readonly string[]): string {
  if (options.length > 0) return `one of ${options.join(', ')}`;
  if (issue.code === 'invalid_type') {
    const words: Record<string, string> = {
      string: 'text',
      array: 'a list',
      object: 'keys and values',
      record: 'keys and values',
      number: 'a number',
      boolean: 'true or false',
    };
    return words[issue.expected] ?? issue.expected;
  }
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code === 'invalid_union') return issue.errors.flat().at(-1)?.message ?? issue.message;
  return issue.message.replace(/^Invalid input: expected /, '');
}

/** The valid keys of the object at a path of a schema. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const part of [...path, null]) {
    while (current instanceof z.ZodDefault || current instanceof z.ZodOptional) current = current.unwrap();
    if (part === null) break;
    if (current instanceof z.ZodArray) current = current.element;
    else if (current instanceof z.ZodObject) current = current.shape[String(part)];
    else return [];
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
}

/** Offset of the key (in a map) or the value (in a list) at a path; 0 for the document itself. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(part));
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    }
  }
  return offset;
}

function display(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function firstSentence(message: string): string {
  return (message.split(/ at line \d+|:?\n/)[0] ?? message).trim();
}
