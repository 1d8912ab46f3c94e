import type { VFileMessage } from 'vfile-message';
import type { z } from 'zod';
import { parseMdx } from './markdown.ts';
import { parseYaml } from './parse-yaml.ts';
import type { ParsedPage } from './parsed-page.ts';
import type { Problem } from './problems.ts';
import { readBody } from './read-body.ts';

const FRONTMATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;

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
