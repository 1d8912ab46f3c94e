import { laterMark, type Mark } from './mark.ts';

/** What a merge would do, in items. */
export interface TransferPreview {
  /** Done in what comes. */
  done: number;
  /** Change, and this device has said nothing about them yet. */
  fresh: number;
  /** Change, because what comes is later than what this device says. */
  newer: number;
  /** Differ, and stay: what this device says is later. */
  older: number;
  /** Are alike here already. */
  same: number;
}

/** Compares marks from elsewhere with a plan's own, by what a reader sees: an item without a mark is as its author left it. */
export function previewTransfer(own: ReadonlyMap<string, Mark>, incoming: ReadonlyMap<string, Mark>): TransferPreview {
  const preview: TransferPreview = { done: 0, fresh: 0, newer: 0, older: 0, same: 0 };
  for (const [item, mark] of incoming) {
    const mine = own.get(item);
    if (mark.done) preview.done += 1;
    if (mark.done === (mine?.done ?? mark.byAuthor)) preview.same += 1;
    else if (!mine) preview.fresh += 1;
    else preview[laterMark(mine, mark) === mark ? 'newer' : 'older'] += 1;
  }
  return preview;
}
