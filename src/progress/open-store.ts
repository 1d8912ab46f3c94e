import { browserStorage } from './guarded-storage.ts';
import { ProgressStore } from './progress-store.ts';

/**
 * Opens the one store of a page: it hears other tabs, and its parts get it with `askStore`. Two stores on a page would each believe to know it all.
 *
 * @param base base path of the site
 */
export function openStore(base: string): ProgressStore {
  const storage = browserStorage();
  const store = new ProgressStore({ base, storage });
  window.addEventListener('storage', ({ key, storageArea }) => {
    if (storageArea === storage) store.hear(key);
  });
  // A page that comes back from the browser's memory has not heard what happened meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) store.hear(null);
  });
  document.addEventListener('daymark:ask', (event) =>
    (event as CustomEvent<(store: ProgressStore) => void>).detail(store),
  );
  return store;
}
