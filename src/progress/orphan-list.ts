import type { PlanIndex } from '../roadmap/plan-index.ts';
import { moveMark } from './edit-marks.ts';
import { button, element } from './elements.ts';
import { type Orphan, orphansOf } from './orphans.ts';
import type { ProgressStore } from './progress-store.ts';

export interface OrphanListOptions {
  store: ProgressStore;
  plan: string;
  index: PlanIndex;
  /** Tells the reader what a decision did, in a sentence. */
  say: (text: string) => void;
}

/**
 * Lists the ticks of a plan whose tasks are gone, each to be given to another task or let go. Shows nothing when there are none.
 * To be called after every change of the store, also one that a decision makes.
 *
 * @param container is filled anew when there is something else to list; the keyboard and choices half made stay where they are
 */
export function listOrphans(container: HTMLElement, { store, plan, index, say }: OrphanListOptions): void {
  const orphans = orphansOf(store.marksOf(plan), index);
  const listed = JSON.stringify(orphans.map(({ id, candidates }) => [id, candidates.map((candidate) => candidate.id)]));
  if (container.dataset['listed'] === listed) return;
  container.dataset['listed'] = listed;
  const choices = new Map([...container.querySelectorAll('select')].map(({ name, value }) => [name, value]));
  const returnFocus = holdFocus(container);
  container.hidden = orphans.length === 0;
  const heading = element('h4', `Ticks whose task is gone (${orphans.length})`);
  const note = element(
    'p',
    'The plan no longer has these tasks, or has them in other words. Give each tick to the task it belongs to, or let it go.',
  );
  const list = element('ul');
  list.append(...orphans.map(entryOf));
  container.replaceChildren(...(orphans.length > 0 ? [heading, note, list] : []));
  returnFocus();

  function entryOf({ id, mark, candidates }: Orphan): HTMLLIElement {
    const entry = element('li');
    entry.dataset['orphan'] = id;
    entry.tabIndex = -1;
    const words = element('p', mark.text);
    const day = element('small', `ticked ${DAY.format(mark.at)}, on ${mark.unit}`);
    const choice = element('select');
    choice.name = `task-for-${id}`;
    choice.className = 'control';
    choice.ariaLabel = `Task for the tick "${mark.text}"`;
    const chosen = choices.get(choice.name);
    choice.append(
      new Option('Choose a task', ''),
      ...candidates.map((task) => new Option(task.text, task.id, false, task.id === chosen)),
    );
    const attach = button('Give it the tick', () => {
      const task = candidates.find((candidate) => candidate.id === choice.value);
      if (!task) return choice.focus();
      const { text, unit, kind, minutes, done: byAuthor } = task;
      // What the reader says now is later than a tick of that task that she had taken back.
      const own = store.marksOf(plan).get(task.id);
      if (own) store.put(plan, id, { ...mark, at: Math.max(store.now(), own.at + 1) });
      moveMark(store, plan, id, task.id, { text, unit, kind, minutes: minutes ?? 0, byAuthor });
      store.tell(plan, null);
      say(`The tick is now on "${text}".`);
    });
    const letGo = button('Let go', () => {
      store.put(plan, id, null);
      store.tell(plan, id);
      say(`Let go: "${mark.text}".`);
    });
    // By which the keyboard finds its way back when the list is made anew.
    attach.name = `attach-${id}`;
    letGo.name = `let-go-${id}`;
    entry.append(words, day, ...(candidates.length > 0 ? [choice, attach] : []), letGo);
    return entry;
  }
}

/**
 * Remembers where the keyboard is in the list. @returns what puts it there again: on the same control, or on the entry that has taken the place of
 * one that is gone. Not on that entry's buttons: Enter held down too long would decide about it too.
 */
function holdFocus(container: HTMLElement): () => void {
  const focused = document.activeElement as HTMLButtonElement | null;
  if (!focused || !container.contains(focused)) return () => {};
  const before = [...container.querySelectorAll('li')].findIndex((entry) => entry.contains(focused));
  return () => {
    const entries = [...container.querySelectorAll('li')];
    const same =
      container.querySelector<HTMLElement>(`[name="${focused.name}"]`) ??
      entries.find((entry) => entry.dataset['orphan'] === focused.dataset['orphan']);
    const rest = entries[Math.min(before, entries.length - 1)] ?? container.parentElement?.querySelector('a');
    (same ?? rest)?.focus();
  };
}

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
