import type { PlanIndex } from '../roadmap/plan-index.ts';
import { forgetMark, moveMark } from './edit-marks.ts';
import { orphansOf } from './orphans.ts';
import type { ProgressStore } from './progress-store.ts';

/**
 * Lists the ticks of a plan whose tasks are gone, each to be given to another task or let go. Shows nothing when there are none.
 *
 * @param container is emptied and filled again after each decision
 */
export function listOrphans(container: HTMLElement, store: ProgressStore, plan: string, index: PlanIndex): void {
  const orphans = orphansOf(store.marksOf(plan), index);
  container.replaceChildren();
  container.hidden = orphans.length === 0;
  if (orphans.length === 0) return;
  const heading = element('h4', `Ticks whose task is gone (${orphans.length})`);
  const note = element(
    'p',
    'The plan no longer has these tasks, or has them in other words. Give each tick to the task it belongs to, or let it go.',
  );
  const list = element('ul');
  for (const { id, mark, candidates } of orphans) {
    const entry = element('li');
    const words = element('p', mark.text);
    const day = element('small', `ticked ${new Date(mark.at).toLocaleDateString()}, on ${mark.unit}`);
    const choice = element('select');
    choice.ariaLabel = `Task for the tick "${mark.text}"`;
    choice.append(new Option('Choose a task', ''), ...candidates.map(({ id, text }) => new Option(text, id)));
    const attach = button('Give it the tick', () => {
      const target = index.items.find((item) => item.id === choice.value);
      if (!target) return choice.focus();
      moveMark(store, plan, id, target.id, { text: target.text, unit: target.unit, byAuthor: target.done });
      again();
    });
    const letGo = button('Let go', () => {
      forgetMark(store, plan, id);
      again();
    });
    entry.append(words, day, ...(candidates.length > 0 ? [choice, attach] : []), letGo);
    list.append(entry);
  }
  container.append(heading, note, list);

  /** After a decision the list is another one, and the keyboard goes on where it was. */
  function again(): void {
    listOrphans(container, store, plan, index);
    container.querySelector<HTMLElement>('select, button')?.focus();
  }
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), { textContent: text });
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = Object.assign(element('button', text), { type: 'button' as const });
  made.addEventListener('click', onClick);
  return made;
}
