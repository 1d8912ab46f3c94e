import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { collectItems } from '../roadmap/collect-items.ts';

/** A task list item as it stands in a Markdown file. */
export interface TaskLine {
  /** Number of its line, from 1. */
  line: number;
  done: boolean;
  /** Plain text of its first paragraph, on one line. */
  text: string;
  /** Plain text of the line itself, for files in which the next line is not part of it. */
  first: string;
  /** Text of the headings above it, outermost first. */
  headings: string[];
}

/** GitHub's Markdown, not the MDX of the pages: in a file from elsewhere, `<` and `{` are nothing special. */
const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Reads the task list items of a Markdown file, in its order: all that GitHub would show as one, and nothing else. */
export function readTaskLines(markdown: string): TaskLine[] {
  const tree = parser.parse(markdown);
  // The text of a tree has nothing for a break, and the words on both its sides would be one.
  visit(tree, 'break', (_, index, parent) => {
    if (parent && index !== undefined) parent.children[index] = { type: 'text', value: '\n' };
  });
  return collectItems(tree).map(({ node, paragraph, done, headings }) => {
    const text = textOf(paragraph);
    const [first = ''] = text.split(/[\r\n]/, 1);
    return {
      line: node.position?.start.line ?? 1,
      done,
      text: text.replace(/\s+/g, ' ').trim(),
      first: first.trim(),
      headings: headings.toReversed(),
    };
  });
}
