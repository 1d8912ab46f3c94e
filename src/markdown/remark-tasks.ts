import type { BlockContent, List, ListItem, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { collectItems, type TaskNode } from '../roadmap/collect-items.ts';
import { formatMinutes } from '../roadmap/parse-time.ts';
import type { ItemNode } from '../roadmap/roadmap.ts';
import { type ContentContext, contentPath } from './content-page.ts';
import { element, textNode } from './mdast-element.ts';

/**
 * Turns task list items into labelled checkboxes that carry the item's id, its times as `<time>`, and its details apart from
 * the label.
 *
 * The checkboxes are disabled in the HTML: without a script that keeps a tick, nothing pretends to take one.
 */
export function remarkTasks({ root, library }: Pick<ContentContext, 'root' | 'library'>) {
  return (tree: Root, file: VFile): void => {
    const path = contentPath(file, root);
    if (path === null) return;
    const items = library.itemsOf(path);
    for (const [index, task] of collectItems(tree).entries()) layOut(task, items[index]);
    visit(tree, 'list', (list: List) => {
      const tasks = list.children.filter(
        (child) => (child.data as { hProperties?: object } | undefined)?.hProperties !== undefined,
      );
      if (tasks.length > 0) list.data = { ...list.data, hProperties: { className: ['tasks'] } };
    });
  };
}

function layOut(task: TaskNode, item: ItemNode | undefined): void {
  const { node, range, content, minutes } = task;
  if (!task.paragraph || !item) return;
  const details = node.children.slice(1) as BlockContent[];
  const time = range && range !== 'impossible' ? range : null;
  const label = element('label', { className: ['task-label'] }, [
    element('input', { type: 'checkbox', disabled: true, checked: task.done || undefined, className: ['task-box'] }),
    element('span', { className: ['task-head'] }, [
      ...(time
        ? [
            element('span', { className: ['task-time'] }, [
              element('time', { dateTime: time.from }, [textNode(time.from)]),
              textNode('–'),
              element('time', { dateTime: time.to }, [textNode(time.to)]),
            ]),
          ]
        : []),
      ...(minutes !== null
        ? [element('span', { className: ['task-minutes'] }, [textNode(` ${formatMinutes(minutes)} `)])]
        : []),
    ]),
    element('span', { className: ['task-text'] }, content),
  ]);
  // Without `checked`, the default renderer adds no checkbox of its own.
  node.checked = null;
  node.spread = true;
  node.data = {
    hProperties: {
      id: `item-${item.id}`,
      className: ['task'],
      'data-item': item.id,
      'data-kind': item.kind,
      // The time of an item inside another one is part of that one's.
      ...(minutes === null || item.nested ? {} : { 'data-minutes': minutes }),
    },
  };
  node.children = [
    label,
    ...(details.length > 0 ? [element('div', { className: ['task-details'] }, details)] : []),
  ] as ListItem['children'];
}
