import { DaymarkBackup } from './backup-element.ts';
import { DaymarkMarkdown } from './markdown-element.ts';
import { openStore } from './open-store.ts';
import { PageData } from './page-data.ts';
import { DaymarkPlans } from './plans-element.ts';
import { DaymarkTransfer } from './transfer-element.ts';
import { showTrouble } from './trouble-notice.ts';

/** The page `/progress/`: one store for all of its parts, and one place that fetches. */
const page = document.querySelector<HTMLElement>('[data-all-progress]');
if (page) start(page);

function start({ dataset }: HTMLElement): void {
  const { base = '/' } = dataset;
  const store = openStore(base);
  store.subscribe(() => showTrouble(store.trouble));
  showTrouble(store.trouble);
  const cards = [...document.querySelectorAll<HTMLElement>('[data-plan-card]')];
  const versions = new Map(cards.map(({ dataset: { planCard = '', index = '' } }) => [planCard, index]));
  const data = new PageData(base, versions);
  // What an earlier action came to is no news beside the next one.
  const clear = () => {
    for (const status of document.querySelectorAll('[data-all-progress] [role=status]')) status.textContent = '';
  };
  document.addEventListener(
    'click',
    ({ target }) => target instanceof Element && target.closest('button') && clear(),
    true,
  );
  // Enter held down too long would press the button that has taken the place of the one it was meant for: an undo.
  document.addEventListener('keydown', (event) => {
    if (event.repeat && event.target instanceof HTMLButtonElement) event.preventDefault();
  });
  for (const Part of [DaymarkPlans, DaymarkBackup, DaymarkMarkdown, DaymarkTransfer]) Part.data = data;
  customElements.define('daymark-plans', DaymarkPlans);
  customElements.define('daymark-backup', DaymarkBackup);
  customElements.define('daymark-markdown', DaymarkMarkdown);
  customElements.define('daymark-transfer', DaymarkTransfer);
}
