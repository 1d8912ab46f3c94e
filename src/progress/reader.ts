import type { ItemKind } from '../roadmap/types.ts';
import { noteActivity } from './activity.ts';
import { markAll } from './mark-all.ts';
import { openStore } from './open-store.ts';

/**
 * Progress on a page of a plan: ticks are kept, other tabs are heard, and what shows progress is shown anew. `paint.ts` has
 * shown the first state already; what is rarely needed is loaded when it is.
 */
const page = document.querySelector<HTMLElement>('[data-progress-page]');
if (page) follow(page);

function follow({ dataset }: HTMLElement): void {
  const { plan = '', unit = '', base = '/', index = '' } = dataset;
  const store = openStore(base);
  store.subscribe((changed) => {
    if (changed !== plan) return;
    document.dispatchEvent(new CustomEvent('daymark:progress', { detail: store.marksOf(plan) }));
  });
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches('.task-box')) tick(target);
  });
  document.addEventListener('click', ({ target, detail }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('[data-mark-done]') : null;
    // The second half of a double click would take back what the first has done.
    if (button && detail < 2) markAll(button, tick);
  });
  keepUp();
  say();

  function tick(box: HTMLInputElement): void {
    const item = box.closest<HTMLElement>('[data-item]');
    const { item: id, kind, minutes } = item?.dataset ?? {};
    if (!item || !id) return;
    const isFirst = store.marksOf(plan).size === 0;
    store.set(plan, id, {
      done: box.checked,
      text: wordsOf(item),
      unit,
      kind: kind as ItemKind,
      minutes: Number(minutes ?? 0),
      byAuthor: box.defaultChecked,
    });
    noteActivity(store, plan, id, box.checked);
    if (isFirst) keepUp();
    say();
  }

  /** Compares the plan with what it was when the reader was last here, if she follows it. What a new deployment has taken away is there on the next page. */
  function keepUp(): void {
    if (store.marksOf(plan).size === 0) return;
    import('./keep-up.ts').then(({ followPlan }) => followPlan(store, plan, index, base)).catch(() => {});
  }

  function say(): void {
    const { trouble } = store;
    if (trouble || document.querySelector('[data-trouble]'))
      import('./trouble-notice.ts').then(({ showTrouble }) => showTrouble(trouble)).catch(() => {});
  }
}

/** What an item says: its text without the facts that the site adds behind links. */
function wordsOf(item: HTMLElement): string {
  const text = item.querySelector('.task-text')?.cloneNode(true) as HTMLElement | undefined;
  for (const facts of text?.querySelectorAll('.resource-facts') ?? []) facts.remove();
  return (text?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
