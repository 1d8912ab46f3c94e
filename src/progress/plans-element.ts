import { count } from '../roadmap/count.ts';
import type { PlanIndex } from '../roadmap/plan-index.ts';
import { localDate } from './activity.ts';
import { askStore } from './ask-store.ts';
import { download } from './download.ts';
import { plansWithMarks } from './edit-marks.ts';
import { listOrphans } from './orphan-list.ts';
import type { PageData } from './page-data.ts';
import { fillPlanCard, partOf } from './plan-card.ts';
import type { ProgressStore } from './progress-store.ts';
import { ResetPlans } from './reset-plans.ts';

/**
 * `<daymark-plans>`: how much is done of each plan, with what can be done about it. The server has written a card for every plan
 * it knows, hidden; those with marks are shown, and one is made for each plan that only the marks know.
 */
export class DaymarkPlans extends HTMLElement {
  static data: PageData;
  readonly #indexes = new Map<string, PlanIndex>();
  #store!: ProgressStore;
  #resets!: ResetPlans;
  #frame = 0;

  connectedCallback(): void {
    askStore((store) => {
      this.#store = store;
      this.#resets = new ResetPlans(store);
      // Once for all that changes before the next frame: another tab may tick a whole day.
      store.subscribe(() => {
        cancelAnimationFrame(this.#frame);
        this.#frame = requestAnimationFrame(() => this.#show());
      });
      this.#show();
    });
  }

  #show(): void {
    for (const plan of plansWithMarks(this.#store)) if (!this.#card(plan)) this.#addCard(plan);
    let shown = 0;
    for (const card of this.querySelectorAll<HTMLElement>('[data-plan-card]')) {
      const { planCard: plan = '' } = card.dataset;
      const marks = this.#store.marksOf(plan);
      const appears = card.hidden;
      card.hidden = marks.size === 0 && !this.#resets.has(plan);
      if (card.hidden) continue;
      shown += 1;
      if (this.#resets.has(plan) && this.#resets.isBack(plan)) this.#endUndo(card, plan);
      this.#upgrade(card, plan);
      this.#fill(card, plan);
      if (appears) this.#keepUp(card, plan);
    }
    partOf(this, 'empty').hidden = shown > 0 || this.#store.trouble === 'forbidden';
  }

  #fill(card: HTMLElement, plan: string): void {
    const index = this.#indexes.get(plan);
    fillPlanCard(card, this.#store.marksOf(plan), index);
    const say = (text: string) => this.#say(card, text);
    if (index) listOrphans(partOf(card, 'orphans'), { store: this.#store, plan, index, say });
  }

  /** Once a card is shown: its buttons. */
  #upgrade(card: HTMLElement, plan: string): void {
    if (card.dataset['upgraded'] !== undefined) return;
    card.dataset['upgraded'] = '';
    partOf(card, 'reset').addEventListener('click', () => this.#reset(card, plan));
    partOf(card, 'undo').addEventListener('click', () => this.#undo(card, plan));
    if (card.dataset['total'] === undefined) return;
    partOf(card, 'export').addEventListener('click', () => this.#export(card, plan));
  }

  /** What changed in the plan since the reader was last here. Again whenever its marks come back: what was known of it may have gone with them. */
  async #keepUp({ dataset: { total } }: HTMLElement, plan: string): Promise<void> {
    if (total === undefined) return;
    await DaymarkPlans.data.follow(this.#store, plan);
    const index = await DaymarkPlans.data.index(plan).catch(() => null);
    if (!index) return;
    this.#indexes.set(plan, index);
    this.#show();
  }

  async #export(card: HTMLElement, plan: string): Promise<void> {
    try {
      const [plans, { items }, { writeMarkdown }] = await Promise.all([
        DaymarkPlans.data.plans(),
        DaymarkPlans.data.index(plan),
        import('./markdown.ts'),
      ]);
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
      this.#say(card, `${name} has ${count(ticked.size, 'ticked task')}.`);
    } catch {
      this.#say(card, 'The tasks of this plan could not be loaded. Check the connection and try again.');
    }
  }

  #reset(card: HTMLElement, plan: string): void {
    const { ticks, hasAttempts } = this.#resets.reset(plan);
    this.#show();
    const attempts = hasAttempts ? ', with its quiz attempts' : '';
    this.#say(
      card,
      `${count(ticks, 'tick')} of this plan forgotten${attempts}. You can undo this until you leave the page.`,
    );
    partOf(card, 'undo').hidden = false;
    partOf(card, 'undo').focus();
  }

  #undo(card: HTMLElement, plan: string): void {
    this.#endUndo(card, plan);
    this.#show();
    this.#say(card, 'Everything is back.');
    partOf(card, 'reset').focus();
  }

  #endUndo(card: HTMLElement, plan: string): void {
    this.#resets.undo(plan);
    partOf(card, 'undo').hidden = true;
    this.#say(card, '');
  }

  #say(card: HTMLElement, text: string): void {
    partOf(card, 'said').textContent = text;
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
    partOf(element, 'title').textContent = plan;
    partOf(this, 'list').append(card);
  }
}
