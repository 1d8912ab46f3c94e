import { count } from '../roadmap/count.ts';
import { askStore } from './ask-store.ts';
import type { TickedItems } from './markdown.ts';
import { askToMerge, saidAfterMerge } from './merge-dialog.ts';
import { changes, previewMerge } from './merge-preview.ts';
import type { PageData } from './page-data.ts';
import type { ProgressStore } from './progress-store.ts';
import { tickedEntries } from './ticked-entries.ts';
import { restoreInto, snapshotOf } from './whole-store.ts';

/** More would not be a file that somebody ticked. */
const MOST_CHARACTERS = 200_000;

/** `<daymark-markdown>`: takes the ticks of a Markdown file over into a plan. */
export class DaymarkMarkdown extends HTMLElement {
  static data: PageData;
  #store!: ProgressStore;

  connectedCallback(): void {
    askStore((store) => {
      this.#store = store;
      this.#part('form').addEventListener('submit', (event) => {
        event.preventDefault();
        this.#read().catch(() =>
          this.#say('The tasks of the plan could not be loaded. Check the connection and try again.'),
        );
      });
      this.#part('file').addEventListener('change', ({ target }) => this.#open(target as HTMLInputElement));
    });
  }

  async #open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    this.#list(null);
    const text = file.size > MOST_CHARACTERS ? null : await file.text().catch(() => null);
    input.value = '';
    if (text === null) return this.#say('This file is too large or could not be read.');
    this.#part<HTMLTextAreaElement>('text').value = text;
    this.#choosePlan(text);
    this.#say(`${file.name} is in the field. Check the plan, then look at what would change.`);
  }

  /** A file that was exported here begins with the plan's title. */
  #choosePlan(text: string): void {
    const select = this.#part<HTMLSelectElement>('plan');
    const title = /^#\s+(.*)$/m.exec(text)?.[1]?.replace(/\\/g, '').trim();
    const option = [...select.options].find((option) => option.text === title);
    if (option) select.value = option.value;
  }

  async #read(): Promise<void> {
    this.#list(null);
    const text = this.#part<HTMLTextAreaElement>('text').value;
    if (text.length > MOST_CHARACTERS) return this.#say('This text is too long.');
    const id = this.#part<HTMLSelectElement>('plan').value;
    const [plans, index, { readTicked }] = await Promise.all([
      DaymarkMarkdown.data.plans(),
      DaymarkMarkdown.data.index(id),
      import('./markdown.ts'),
    ]);
    const plan = plans.find((candidate) => candidate.id === id);
    if (!plan) throw new Error(`no plan ${id}`);
    const ticked = readTicked(text, plan);
    this.#list(ticked);
    if (ticked.found.size === 0)
      return this.#say('No ticked line of this text is a task of the plan. A ticked line starts with "- [x]".');
    const own = this.#store.marksOf(id);
    const entries = tickedEntries(id, index, ticked.found, { own, now: Date.now() });
    const preview = previewMerge(snapshotOf(this.#store), entries);
    this.#say('');
    askToMerge(this.#part('preview'), {
      preview,
      titleOf: () => plan.title,
      notes: [`${count(ticked.found.size, 'ticked line')} found in the plan.`],
      merge: () => {
        restoreInto(this.#store, entries);
        this.#say(saidAfterMerge(count(changes(preview), 'tick'), this.#store.trouble));
        this.#part('text').focus();
      },
      cancel: () => {
        this.#list(null);
        this.#say('Nothing was changed.');
        this.#part('text').focus();
      },
    });
  }

  /** The lines that were not taken, with why: the reader can tick them herself. What was asked before is asked no more. */
  #list(ticked: TickedItems | null): void {
    const list = this.#part('left');
    const lines = [
      ...(ticked?.unknown ?? []).map((line) => ({ ...line, why: 'no task of the plan says this' })),
      ...(ticked?.ambiguous ?? []).map((line) => ({ ...line, why: 'several tasks say this' })),
    ].sort((a, b) => a.line - b.line);
    list.querySelector('ul')?.replaceChildren(
      ...lines.map(({ line, text, why }) => {
        const entry = document.createElement('li');
        entry.textContent = `Line ${line}: ${text} (${why})`;
        return entry;
      }),
    );
    list.hidden = lines.length === 0;
    this.#part('preview').hidden = true;
  }

  #say(text: string): void {
    this.#part('said').textContent = text;
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.querySelector(`[data-part="${name}"]`) as T;
  }
}
