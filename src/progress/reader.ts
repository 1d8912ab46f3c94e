import type { ItemKind } from '../roadmap/types.ts';
import { noteActivity } from './activity.ts';
import { browserStorage, ProgressStore } from './progress-store.ts';

/**
 * Progress on a page of a plan: ticks are kept, other tabs are heard, and what shows progress is shown anew. `paint.ts` has
 * shown the first state already; what is rarely needed is loaded when it is.
 */
const page = document.querySelector<HTMLElement>('[data-progress-page]');
if (page) follow(page);

function follow({ dataset }: HTMLElement): void {
  const { plan = '', unit = '', base = '/', index = '' } = dataset;
  const storage = browserStorage();
  const store = new ProgressStore({ base, storage });
  window.addEventListener('storage', ({ key, newValue, storageArea }) => {
    if (storageArea === storage) store.hear(key, newValue);
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    // What is only in memory would be gone.
    if (persisted && !store.trouble) store.hear(null, null);
  });
  store.subscribe((changed) => {
    if (changed === plan) show();
  });
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches('.task-box')) tick(target);
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-mark-done]') : null;
    if (button) import('./mark-all.ts').then(({ markAll }) => markAll(button as HTMLButtonElement, tick));
  });
  // Other parts of the page work on the same store: two of them would each believe to know it all.
  document.addEventListener('daymark:ask', (event) =>
    (event as CustomEvent<(store: ProgressStore) => void>).detail(store),
  );
  keepUp();
  if (store.trouble) say();

  function tick(box: HTMLInputElement): void {
    const item = box.closest<HTMLElement>('[data-item]');
    const { item: id, kind, minutes } = item?.dataset ?? {};
    if (!item || !id) return;
    const first = store.marksOf(plan).size === 0;
    const mark = store.set(plan, id, {
      done: box.checked,
      text: wordsOf(item),
      unit,
      kind: kind as ItemKind,
      minutes: Number(minutes ?? 0),
      byAuthor: box.defaultChecked,
    });
    noteActivity(store, plan, id, mark);
    if (first) keepUp();
    if (store.trouble) say();
  }

  /** Compares the plan with what it was when the reader was last here, if she follows it and it has changed. */
  function keepUp(): void {
    if (store.marksOf(plan).size === 0) return;
    import('./keep-up.ts').then(({ keepUp }) => keepUp(store, plan, index, base));
  }

  function show(): void {
    document.dispatchEvent(new CustomEvent('daymark:progress', { detail: store.marksOf(plan) }));
  }

  function say(): void {
    import('./trouble-notice.ts').then(({ showTrouble }) => showTrouble(store.trouble));
  }
}

/** What an item says: its text without the facts that the site adds behind links. */
function wordsOf(item: HTMLElement): string {
  const text = item.querySelector('.task-text')?.cloneNode(true) as HTMLElement | undefined;
  for (const facts of text?.querySelectorAll('.resource-facts') ?? []) facts.remove();
  return (text?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
