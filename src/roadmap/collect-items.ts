import type { Heading, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { leadingRange, type TimeRange, trailingDuration } from './parse-time.ts';
import type { ItemKind } from './types.ts';

/** A task list item as it stands in the tree. Both the parser and the page renderer work on these. */
export interface TaskNode {
  node: ListItem;
  /** First paragraph of the item, which is what the item says; `null` when it has none. */
  paragraph: Paragraph | null;
  /** Content of the first paragraph without its time block. */
  content: PhrasingContent[];
  /** Plain text of `content`, white space folded. */
  text: string;
  range: TimeRange | 'impossible' | null;
  /** The range as the author wrote it. */
  written: string;
  /** Minutes from the range or from a duration behind the text. */
  minutes: number | null;
  /** Ticked by the author. */
  done: boolean;
  kind: ItemKind;
  /** Text of the headings the item stands under, innermost first. */
  headings: string[];
  /** Stands inside another item: its time is part of that one's. */
  nested: boolean;
}

/** Headings that say what kind of item stands under them; under any other heading an item is a task. Inside `<Quiz>` it is a question. */
const KIND_OF_HEADING: ReadonlyMap<string, ItemKind> = new Map([
  ['topics', 'topic'],
  ['key topics', 'topic'],
  ['first principles', 'topic'],
  ['videos', 'watch'],
  ['watch', 'watch'],
  ['watch and read', 'watch'],
  ['project', 'project'],
  ['projects', 'project'],
  ['quiz', 'quiz'],
  ['criteria', 'criterion'],
  ['completion criteria', 'criterion'],
  ['habits', 'habit'],
]);

/** Collects the task list items of a tree in document order. */
export function collectItems(tree: Root): TaskNode[] {
  const items: TaskNode[] = [];
  const headings: Heading[] = [];
  const visit = (node: RootContent, nested: boolean, inQuiz: boolean) => {
    if (node.type === 'heading') {
      while ((headings.at(-1)?.depth ?? 0) >= node.depth) headings.pop();
      headings.push(node);
      return;
    }
    const isItem = node.type === 'listItem' && typeof node.checked === 'boolean';
    if (isItem) items.push({ ...taskNode(node, headings, nested), ...(inQuiz ? { kind: 'quiz' as const } : {}) });
    const quiz = inQuiz || (node.type === 'mdxJsxFlowElement' && node.name === 'Quiz');
    if ('children' in node) for (const child of node.children) visit(child as RootContent, nested || isItem, quiz);
  };
  for (const child of tree.children) visit(child, false, false);
  return items;
}

function taskNode(node: ListItem, openHeadings: readonly Heading[], nested: boolean): TaskNode {
  const first = node.children[0];
  const paragraph = first?.type === 'paragraph' ? first : null;
  const { content: untimed, found } = splitRange(paragraph?.children ?? []);
  const { content, minutes } = splitDuration(untimed);
  const headings = openHeadings.map((heading) => textOf(heading)).reverse();
  const range = found?.range ?? null;
  return {
    node,
    paragraph,
    content,
    text: textOf(content).replace(/\s+/g, ' ').trim(),
    range,
    written: found?.written ?? '',
    minutes: range && range !== 'impossible' ? range.minutes : minutes,
    done: node.checked === true,
    kind: headings.map((heading) => KIND_OF_HEADING.get(heading.toLowerCase())).find(Boolean) ?? 'task',
    headings,
    nested,
  };
}

/** Takes a leading time range off phrasing content, also when it is set in bold or italics. */
function splitRange(children: readonly PhrasingContent[]): {
  content: PhrasingContent[];
  found: ReturnType<typeof leadingRange>;
} {
  const [first, ...rest] = children;
  if (first?.type === 'text') {
    const found = leadingRange(first.value);
    if (found) return { content: [{ ...first, value: first.value.slice(found.length) }, ...rest], found };
  } else if (first?.type === 'strong' || first?.type === 'emphasis') {
    const label = textOf(first);
    const found = leadingRange(label);
    if (found && found.length === label.length) return { content: withoutSeparator(rest), found };
  }
  return { content: [...children], found: null };
}

/** Takes a trailing duration off phrasing content. */
function splitDuration(content: PhrasingContent[]): { content: PhrasingContent[]; minutes: number | null } {
  const last = content.at(-1);
  const found = last?.type === 'text' ? trailingDuration(last.value) : null;
  if (last?.type !== 'text' || !found) return { content, minutes: null };
  return { content: [...content.slice(0, -1), { ...last, value: found.text }], minutes: found.minutes };
}

function withoutSeparator(content: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = content;
  return first?.type === 'text'
    ? [{ ...first, value: first.value.replace(/^\s*[·|:,—–-]?\s*/, '') }, ...rest]
    : [...content];
}
