import type { ProgressStore } from './progress-store.ts';

/** Gives the page's store to a part of the page, as soon as `reader.ts` has opened it: its script may come later in the page. */
export function askStore(take: (store: ProgressStore) => void): void {
  let taken = false;
  const ask = () => {
    const detail = (store: ProgressStore) => {
      taken = true;
      take(store);
    };
    document.dispatchEvent(new CustomEvent('daymark:ask', { detail }));
  };
  ask();
  // By then all scripts of the page have run.
  if (!taken) document.addEventListener('DOMContentLoaded', ask, { once: true });
}
