import { DaymarkBackup } from './backup-element.ts';
import { DaymarkMarkdown } from './markdown-element.ts';
import { PageData } from './page-data.ts';
import { DaymarkPlans } from './plans-element.ts';
import { browserStorage, ProgressStore } from './progress-store.ts';
import { showTrouble } from './trouble-notice.ts';

/** The page `/progress/`: one store for all of its parts, which ask for it with `daymark:ask` (`ask-store.ts`). */
const page = document.querySelector<HTMLElement>('[data-all-progress]');
if (page) start(page);

function start({ dataset }: HTMLElement): void {
  const { base = '/' } = dataset;
  const storage = browserStorage();
  const store = new ProgressStore({ base, storage });
  const data = new PageData(base);
  window.addEventListener('storage', ({ key, newValue, storageArea }) => {
    if (storageArea !== storage) return;
    // The store hears of the plans it has been asked for; here every plan counts.
    const place = key === null ? null : store.keys.parseMark(key);
    if (place) store.marksOf(place.plan);
    store.hear(key, newValue);
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && !store.trouble) store.hear(null, null);
  });
  store.subscribe(() => showTrouble(store.trouble));
  showTrouble(store.trouble);
  document.addEventListener('daymark:ask', (event) =>
    (event as CustomEvent<(store: ProgressStore) => void>).detail(store),
  );
  DaymarkPlans.data = data;
  DaymarkBackup.data = data;
  DaymarkMarkdown.data = data;
  customElements.define('daymark-plans', DaymarkPlans);
  customElements.define('daymark-backup', DaymarkBackup);
  customElements.define('daymark-markdown', DaymarkMarkdown);
}
