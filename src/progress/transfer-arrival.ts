import { count } from '../roadmap/count.ts';
import type { IndexItem } from '../roadmap/plan-index.ts';
import { mergeMarks } from './edit-marks.ts';
import { isForgotten, type ProgressStore } from './progress-store.ts';
import { decodeTransfer, TRANSFER_PROBLEMS, type Transfer } from './transfer-code.ts';
import { previewTransfer } from './transfer-preview.ts';

export interface ArrivalOptions {
  dialog: HTMLDialogElement;
  store: ProgressStore;
  /** Title by plan id, of the plans that this site has. */
  titles: ReadonlyMap<string, string>;
  /** Items of a plan of this site. @throws when they cannot be loaded */
  loadItems: (plan: string) => Promise<IndexItem[]>;
}

/** Shows in a dialog what a transfer link brings, and merges it when the reader says so. */
export async function receiveTransfer(
  code: string,
  { dialog, store, titles, loadItems }: ArrivalOptions,
): Promise<void> {
  const part = <T extends HTMLElement>(name: string) => dialog.querySelector<T>(`[data-part="${name}"]`) as T;
  const [merge, leave] = [part<HTMLButtonElement>('merge'), part<HTMLButtonElement>('leave')];
  const say = (words: string, lines: string[], choice: boolean) => {
    part('says').textContent = words;
    part('lines').replaceChildren(...lines.map(toListItem));
    merge.hidden = !choice;
    leave.textContent = choice ? 'Leave it' : 'Close';
    // The keyboard may be on the button that is gone.
    if (!choice) leave.focus();
  };
  let items: IndexItem[] = [];
  const transfer = await decodeTransfer(code, async (plan) => {
    if (!titles.has(plan)) return null;
    items = await loadItems(plan);
    return items;
  }).catch(() => null);

  if (!transfer) say('The plan could not be loaded. Check the connection, then open the link again.', [], false);
  else if ('problem' in transfer) say(TRANSFER_PROBLEMS[transfer.problem], [], false);
  else {
    const title = titles.get(transfer.plan) ?? transfer.plan;
    const own = store.marksOf(transfer.plan);
    const preview = previewTransfer(own, transfer.marks);
    const changes = preview.fresh + preview.newer > 0;
    const nothing = changes ? '' : ' Nothing on this device would change.';
    say(`${title}: ${count(preview.done, 'tick')}.${nothing}`, linesOf(preview, transfer), changes);
    merge.onclick = () => {
      mergeMarks(store, transfer.plan, transfer.marks);
      const done = items.filter((item) => own.get(item.id)?.done ?? item.done).length;
      const kept = isForgotten(store.trouble)
        ? ' This browser does not keep it: it is forgotten when you leave this page.'
        : '';
      say(`Merged. ${title}: ${done} of ${items.length} done on this device now.${kept}`, [], false);
    };
  }
  leave.onclick = () => dialog.close();
  if (!dialog.open) dialog.showModal();
}

/** The preview in sentences; what is none is left out. */
function linesOf({ fresh, newer, older, same }: ReturnType<typeof previewTransfer>, { leftOut }: Transfer): string[] {
  const lines: [number, one: string, many: string][] = [
    [fresh, 'is new on this device.', 'are new on this device.'],
    [newer, 'is newer in the link and replaces what is here.', 'are newer in the link and replace what is here.'],
    [older, 'is newer on this device and stays as it is.', 'are newer on this device and stay as they are.'],
    [same, 'is the same in both.', 'are the same in both.'],
    [
      leftOut,
      'has no task in the plan as it is here and is left out.',
      'have no task in the plan as it is here and are left out.',
    ],
  ];
  return lines.flatMap(([number, one, many]) => (number === 0 ? [] : `${number} ${number === 1 ? one : many}`));
}

function toListItem(text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}
