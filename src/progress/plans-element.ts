import { count } from '../roadmap/count.ts';
import { formatMinutes } from '../roadmap/parse-time.ts';
import type { PlanIndex } from '../roadmap/plan-index.ts';
import { localDate } from './activity.ts';
import { askStore } from './ask-store.ts';
import { download } from './download.ts';
import { plansWithMarks } from './edit-marks.ts';
import type { Entries } from './entries.ts';
import { keepUp } from './keep-up.ts';
import { writeMarkdown } from './markdown.ts';
import { listOrphans } from './orphan-list.ts';
import type { PageData } from './page-data.ts';
import type { ProgressStore } from './progress-store.ts';
import { summarize } from './summary.ts';
import { resetPlan, restoreInto } from './whole-store.ts';

/**
 * `<daymark-plans>`: how much is done of each plan, with what can be done about it. The server has written a card for every plan
 * it knows, hidden; those with marks are shown, and one is made for each plan that only the marks know.
 */
export class DaymarkPlans extends HTMLElement {
  static data: PageData;
  readonly #indexes = new Map<string, PlanIndex>();
  readonly #forgotten = new Map<string, Entries>();
  #store!: ProgressStore;

  connectedCallback(): void {
    askStore((store) => {
      this.#store = store;
      store.subscribe(() => this.#show());
      this.#show();
    });
  }

  #show(): void {
    for (const plan of plansWithMarks(this.#store)) if (!this.#card(plan)) this.#addCard(plan);
    let shown = 0;
    for (const card of this.querySelectorAll<HTMLElement>('[data-plan-card]')) {
      const { planCard: plan = '' } = card.dataset;
      const marks = this.#store.marksOf(plan);
      card.hidden = marks.size === 0 && !this.#forgotten.has(plan);
      if (card.hidden) continue;
      shown += 1;
      this.#upgrade(card, plan);
      this.#fill(card, plan);
    }
    part(this, 'empty').hidden = shown > 0;
  }

  #fill(card: HTMLElement, plan: string): void {
    const { total, ticked = '{}', tickedMinutes = '0', minutes: all = '0' } = card.dataset;
    const index = this.#indexes.get(plan);
    const marks = this.#store.marksOf(plan);
    const known = index ? new Set(index.items.map(({ id }) => id)) : null;
    const author = { ticked: JSON.parse(ticked) as Record<string, number>, minutes: Number(tickedMinutes) };
    const { done, byKind, minutes } = summarize(marks, author, known);
    part(card, 'reset').hidden = marks.size === 0;
    if (total === undefined) {
      part(card, 'words').textContent = count(done, 'tick');
      return;
    }
    const bar = part(card, 'bar');
    bar.style.setProperty('--share', String(Math.min(1, done / Math.max(1, Number(total)))));
    bar.dataset['state'] = done >= Number(total) ? 'all' : 'some';
    part(card, 'words').textContent = `${done} of ${total} done`;
    for (const kind of card.querySelectorAll<HTMLElement>('[data-kind]'))
      kind.textContent = String(byKind.get(kind.dataset['kind'] as never) ?? 0);
    const hours = part(card, 'hours');
    hours.hidden = Number(all) === 0;
    hours.textContent = `${formatMinutes(minutes)} of ${formatMinutes(Number(all))}`;
    if (index) listOrphans(part(card, 'orphans'), this.#store, plan, index);
  }

  /** Once a card is shown: its buttons, and what changed in the plan since the reader was last here. */
  #upgrade(card: HTMLElement, plan: string): void {
    if (card.dataset['upgraded'] !== undefined) return;
    card.dataset['upgraded'] = '';
    part(card, 'reset').addEventListener('click', () => this.#reset(card, plan));
    part(card, 'undo').addEventListener('click', () => this.#undo(card, plan));
    if (card.dataset['total'] === undefined) return;
    part(card, 'export').addEventListener('click', () => this.#export(card, plan));
    this.#keepUp(card, plan);
  }

  async #keepUp({ dataset: { index: version = '', base = '/' } }: HTMLElement, plan: string): Promise<void> {
    await keepUp(this.#store, plan, version, base);
    const index = await DaymarkPlans.data.index(plan).catch(() => null);
    if (!index) return;
    this.#indexes.set(plan, index);
    this.#show();
  }

  async #export(card: HTMLElement, plan: string): Promise<void> {
    try {
      const [plans, { items }] = await Promise.all([DaymarkPlans.data.plans(), DaymarkPlans.data.index(plan)]);
      const whole = plans.find(({ id }) => id === plan);
      if (!whole) throw new Error(`no plan ${plan}`);
      const marks = this.#store.marksOf(plan);
      const ticked = new Set(items.filter(({ id, done }) => marks.get(id)?.done ?? done).map(({ id }) => id));
      const name = `${plan}-${localDate(Date.now())}.md`;
      download(
        name,
        writeMarkdown(whole, (id) => ticked.has(id)),
        'text/markdown',
      );
      part(card, 'said').textContent = `${name} has ${count(ticked.size, 'ticked task')}.`;
    } catch {
      part(card, 'said').textContent =
        'The tasks of this plan could not be loaded. Check the connection and try again.';
    }
  }

  #reset(card: HTMLElement, plan: string): void {
    const before = this.#forgotten.get(plan) ?? new Map();
    const { size } = this.#store.marksOf(plan);
    const gone = resetPlan(this.#store, plan);
    const attempts = gone.size > size ? ', with its quiz attempts' : '';
    this.#forgotten.set(plan, new Map([...before, ...gone]));
    this.#show();
    part(card, 'said').textContent =
      `${count(size, 'tick')} of this plan forgotten${attempts}. You can undo this until you leave the page.`;
    part(card, 'undo').hidden = false;
    part(card, 'undo').focus();
  }

  #undo(card: HTMLElement, plan: string): void {
    const entries = this.#forgotten.get(plan);
    this.#forgotten.delete(plan);
    if (entries) restoreInto(this.#store, entries);
    part(card, 'said').textContent = 'Everything is back.';
    part(card, 'undo').hidden = true;
    part(card, 'reset').focus();
  }

  #card(plan: string): HTMLElement | null {
    return this.querySelector(`[data-plan-card="${plan}"]`);
  }

  /** A plan that this site does not have, or has no longer: its marks are shown as what they are. */
  #addCard(plan: string): void {
    const card = this.querySelector('template')?.content.cloneNode(true) as DocumentFragment | undefined;
    const element = card?.querySelector<HTMLElement>('[data-plan-card]');
    if (!card || !element) return;
    element.dataset['planCard'] = plan;
    part(element, 'title').textContent = plan;
    part(this, 'list').append(card);
  }
}

function part(root: ParentNode, name: string): HTMLElement {
  return root.querySelector(`[data-part="${name}"]`) as HTMLElement;
}
