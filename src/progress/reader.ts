import type { ItemKind } from '../roadmap/types.ts';
import { browserStorage, ProgressStore } from './progress-store.ts';

/**
 * Progress on a page of a plan: ticks are kept, other tabs are heard, and everything that shows progress is shown anew. `paint.ts` has
 * shown the first state already.
 */
const page = document.querySelector<HTMLElement>('[data-progress-page]');
if (page) follow(page);

function follow(page: HTMLElement): void {
  const { plan = '', unit = '', base = '/' } = page.dataset;
  const store = new ProgressStore({ base, storage: browserStorage() });
  window.addEventListener('storage', ({ key, newValue, storageArea }) => {
    if (storageArea === null || storageArea === browserStorage()) store.hear(key, newValue);
  });
  store.subscribe((changed) => {
    if (changed === plan) show();
  });
  document.addEventListener('change', ({ target }) => {
    const item =
      target instanceof HTMLInputElement && target.matches('.task-box')
        ? target.closest<HTMLElement>('[data-item]')
        : null;
    if (!item) return;
    const { item: id = '', kind, minutes } = item.dataset;
    const box = target as HTMLInputElement;
    store.set(plan, id, {
      done: box.checked,
      text: wordsOf(item),
      unit,
      kind: kind as ItemKind,
      minutes: Number(minutes ?? 0),
      byAuthor: box.defaultChecked,
    });
  });

  function show(): void {
    const detail = Object.fromEntries(store.marksOf(plan));
    document.dispatchEvent(new CustomEvent('daymark:progress', { detail }));
  }
}

/** What an item says: its text without the facts that the site adds behind links. */
function wordsOf(item: HTMLElement): string {
  const text = item.querySelector('.task-text')?.cloneNode(true) as HTMLElement | undefined;
  for (const facts of text?.querySelectorAll('.resource-facts') ?? []) facts.remove();
  return (text?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
