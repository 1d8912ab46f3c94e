import type { Properties } from 'hast';
import type { Nodes, RootContent, Text } from 'mdast';

/** A node that becomes an HTML element of the given name: the way mdast-util-to-hast renders nodes it does not know. */
export function element(name: string, properties: Properties = {}, children: readonly Nodes[] = []): RootContent {
  return { type: 'daymarkElement', data: { hName: name, hProperties: properties }, children } as unknown as RootContent;
}

/** A piece of text. */
export function textNode(value: string): Text {
  return { type: 'text', value };
}
