import type { Mark } from './mark.ts';
import { openStore } from './open-store.ts';

/** Progress on the home page: `paint.ts` has shown each plan's; here it is kept up to date with other tabs, and with plans that have changed. */
const list = document.querySelector<HTMLElement>('[data-plans]');
if (list) follow(list);

function follow({ dataset: { base = '/' } }: HTMLElement): void {
  const store = openStore(base);
  const plans = [...document.querySelectorAll<HTMLElement>('[data-plans] [data-index]')].map(({ dataset }) => dataset);
  const marksOfAll = () => {
    const all = plans.flatMap(({ plan = '' }) => [...store.marksOf(plan)].map(([id, mark]) => [`${plan}:${id}`, mark]));
    return new Map(all as [string, Mark][]);
  };
  store.subscribe(() => document.dispatchEvent(new CustomEvent('daymark:progress', { detail: marksOfAll() })));
  const { trouble } = store;
  if (trouble) import('./trouble-notice.ts').then(({ showTrouble }) => showTrouble(trouble)).catch(() => {});
  for (const { plan = '', index = '' } of plans) {
    if (store.marksOf(plan).size === 0) continue;
    import('./keep-up.ts').then(({ followPlan }) => followPlan(store, plan, index, base)).catch(() => {});
  }
}
