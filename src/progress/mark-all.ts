/**
 * "Mark the day as done": ticks what is not ticked yet, and offers to take exactly that back.
 *
 * @param button says what it will do in `data-mark-done`; afterwards it is its own undo
 * @param tick keeps the state of a checkbox
 */
export function markAll(button: HTMLButtonElement, tick: (box: HTMLInputElement) => void): void {
  const undo = changed.get(button);
  const boxes = undo ?? [...document.querySelectorAll<HTMLInputElement>('.task-box:not(:checked)')];
  for (const box of boxes) {
    box.checked = undo === undefined;
    tick(box);
  }
  if (undo) changed.delete(button);
  else changed.set(button, boxes);
  button.toggleAttribute('data-undo', !undo);
  button.textContent = (undo ? button.dataset['markDone'] : 'Undo') ?? '';
  const status = button.parentElement?.querySelector('[role=status]');
  if (status) status.textContent = undo ? 'Taken back.' : `${boxes.length} ticked.`;
}

const changed = new WeakMap<HTMLButtonElement, HTMLInputElement[]>();
