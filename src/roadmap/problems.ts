import { count } from './count.ts';

/** What can be wrong with content, how it is told, and where each kind is explained. */

/**
 * One row for each kind of problem: a short title. The format guide (`content/guide/format.mdx`) has a section for every code,
 * and a test holds the two together.
 */
export const PROBLEM_TITLES = {
  'not-utf8': 'The file is not UTF-8 text',
  'too-large': 'The file is too large for a page',
  'wrong-extension': 'A page must be an .mdx file',
  'bad-name': 'The name does not say what the file is',
  'empty-plan': 'The plan folder has no pages',
  'missing-index': 'The folder has no index.mdx',
  'no-frontmatter': 'The file does not start with frontmatter',
  'bad-yaml': 'The YAML cannot be read',
  'unknown-key': 'The key is not part of the format',
  'missing-key': 'A required key is missing',
  'bad-value': 'The value has the wrong form',
  'bad-date': 'The date does not exist or is not written YYYY-MM-DD',
  'duplicate-unit': 'Two units of the same kind have the same number',
  'number-gap': 'A number in the sequence is missing',
  'day-outside-week': 'A day must stand in a week, a section or a month',
  'empty-item': 'The item says nothing',
  'bad-checkbox': 'The checkbox is not written as "- [ ] "',
  'identical-items': 'Two items say the same',
  'item-outside-unit': 'Only the pages of a plan’s units can hold items',
  'bad-time': 'The time range is not possible',
  'overlapping-times': 'Two items claim the same time',
  'time-outside-slot': 'The time lies outside the part of the day it stands under',
  'bad-gate': 'The gate cannot be passed, or stands nowhere',
  'unknown-topic': 'The topic is not in content/topics',
  'unknown-area': 'The area is not in content/topics/areas.yaml',
  'broken-link': 'The link leads nowhere',
  'broken-anchor': 'The page has no such heading',
  'unsafe-link': 'The link’s scheme is not allowed',
  'duplicate-resource': 'The resource is listed twice',
  'bad-image': 'The image cannot be shown',
  'same-address': 'The address belongs to something else',
  'alias-taken': 'The old address is in use',
  'mdx-syntax': 'The MDX cannot be read',
  'unknown-component': 'The component does not exist',
  'mermaid-syntax': 'The diagram cannot be drawn',
} as const;

export type ProblemCode = keyof typeof PROBLEM_TITLES;

export interface Problem {
  code: ProblemCode;
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  /** What stands there. */
  found: string;
  /** What would be right; lists the valid values where there are few. */
  expected: string;
  /** The nearest valid value, if one is near. */
  nearest?: string;
}

/** Where the format guide explains a code, as a path from the project's root that also works on GitHub. */
function guideFor(code: ProblemCode): string {
  return `content/guide/format.mdx#${code}`;
}

/** A report of problems for a terminal, grouped by file, ending with a line that counts them. */
export function formatProblems(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const blocks = [...problems].sort(byPlace).map(formatProblem);
  const files = new Set(problems.map((problem) => problem.file)).size;
  return `${blocks.join('\n\n')}\n\n${count(problems.length, 'problem')} in ${count(files, 'file')}`;
}

/** One problem as a terminal block: where, what, found, expected, nearest, and where to read more. */
function formatProblem(problem: Problem): string {
  return [
    `${problem.file}:${problem.line}:${problem.column}  ${PROBLEM_TITLES[problem.code]}`,
    `  found     ${problem.found}`,
    `  expected  ${problem.expected}`,
    ...(problem.nearest ? [`  nearest   ${problem.nearest}`] : []),
    `  see       ${guideFor(problem.code)}`,
  ].join('\n');
}

function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file, 'en', { numeric: true }) || a.line - b.line || a.column - b.column;
}
