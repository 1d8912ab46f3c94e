import { count } from '../roadmap/count.ts';
import { button, element } from './elements.ts';
import { changes, type MergePreview, type PlanPreview } from './merge-preview.ts';
import { isForgotten, type Trouble } from './progress-store.ts';

/** What the reader is asked before anything is merged. */
export interface MergeQuestion {
  preview: MergePreview;
  /** Title of a plan; `undefined` for one that this site does not have. */
  titleOf: (plan: string) => string | undefined;
  /** More to know about what comes, a sentence each. */
  notes: string[];
  merge: () => void;
  cancel: () => void;
}

/** Shows what merging would do, and asks. The answer takes the question away. */
export function askToMerge(container: HTMLElement, { preview, titleOf, notes, merge, cancel }: MergeQuestion): void {
  const heading = element('h3', 'What would change');
  const list = element('ul');
  for (const plan of preview.plans) {
    const title = titleOf(plan.plan);
    const entry = element('li');
    entry.append(element('strong', title ?? plan.plan), element('span', inWords(plan)));
    if (title === undefined)
      entry.append(element('span', 'This site does not have this plan. Its ticks are kept as they are.'));
    list.append(entry);
  }
  if (preview.others > 0)
    list.append(
      element(
        'li',
        `${count(preview.others, 'other entry', 'other entries')}, such as quiz attempts and days of work.`,
      ),
    );
  const change = changes(preview) > 0;
  const summary = element(
    'p',
    change ? 'Of two ticks, the later one counts.' : 'Nothing would change: it is all here already.',
  );
  const actions = element('p');
  actions.className = 'actions';
  const answer = (text: string, act: () => void) =>
    button(text, () => {
      withdrawQuestion(container);
      act();
    });
  const yes = answer('Merge', merge);
  yes.classList.add('primary');
  actions.append(...(change ? [yes] : []), answer(change ? 'Cancel' : 'Close', cancel));
  container.replaceChildren(heading, ...notes.map((note) => element('p', note)), list, summary, actions);
  container.hidden = false;
  heading.tabIndex = -1;
  heading.focus();
}

/** Takes the question away without an answer: when another one is coming. */
export function withdrawQuestion(container: HTMLElement): void {
  container.replaceChildren();
  container.hidden = true;
}

/** What is said after a merge. @param taken what was taken over, `3 ticks` @param trouble of the store, after it */
export function saidAfterMerge(taken: string, trouble: Trouble | null): string {
  return !isForgotten(trouble)
    ? `Merged: ${taken} added or updated.`
    : `Merged: ${taken} added or updated, but the browser did not keep all of them. They are gone when you leave this page.`;
}

/** `3 new, 1 newer than here, 2 older than here (these stay), 12 unchanged`. */
function inWords({ new: fresh, newer, older, unchanged }: PlanPreview): string {
  return [
    fresh > 0 && `${fresh} new`,
    newer > 0 && `${newer} newer than here`,
    older > 0 && `${older} older than here (yours stay)`,
    unchanged > 0 && `${unchanged} unchanged`,
  ]
    .filter(Boolean)
    .join(', ');
}
