/** A task list item as it stands in a Markdown file. */
export interface TaskLine {
  /** Number of its line, from 1. */
  line: number;
  done: boolean;
  /** Its first paragraph, on one line, still Markdown. */
  text: string;
  /** The line itself, for files in which the next line is not part of it. */
  first: string;
  /** The headings above it, outermost first. */
  headings: string[];
}

const TASK = /^(?:\s|>)*(?:[-*+•]|\d{1,9}[.)])\s+\[([ xX✓✔])\]\s+(\S.*)$/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;
const FENCE = /^(?:\s|>)*(`{3,}|~{3,})/;
/** What ends a paragraph without an empty line. */
const BLOCK = /^(?:\s|>)*(?:[-*+•]\s|\d{1,9}[.)]\s|#{1,6}\s|\||$)/;

/**
 * Reads the task list items of a Markdown file, from whatever tool: any bullet, any depth, quoted, wrapped. Code is not read.
 */
export function readTaskLines(markdown: string): TaskLine[] {
  const tasks: TaskLine[] = [];
  const headings: { depth: number; text: string }[] = [];
  let open: TaskLine | null = null;
  let fence = '';
  for (const [index, line] of markdown.split(/\r\n|\r|\n/).entries()) {
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (fence !== '' || mark !== '') {
      open = null;
      if (fence === '') fence = mark;
      else if (mark.startsWith(fence)) fence = '';
      continue;
    }
    const [, box, text] = TASK.exec(line) ?? [];
    const [, hashes, heading] = HEADING.exec(line) ?? [];
    if (box !== undefined && text !== undefined) {
      const trimmed = text.trimEnd();
      const above = headings.map((entry) => entry.text);
      open = { line: index + 1, done: box !== ' ', text: trimmed, first: trimmed, headings: above };
      tasks.push(open);
    } else if (hashes !== undefined && heading !== undefined) {
      open = null;
      while ((headings.at(-1)?.depth ?? 0) >= hashes.length) headings.pop();
      headings.push({ depth: hashes.length, text: heading });
    } else if (BLOCK.test(line)) open = null;
    else if (open) open.text += ` ${line.replace(/^(?:\s|>)+/, '').trimEnd()}`;
  }
  return tasks;
}
