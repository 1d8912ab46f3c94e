import { askStore } from './ask-store.ts';
import { ATTEMPTS, type Attempt, type Missed, missedOf, outcomesOf, resultsOf } from './quiz-attempts.ts';
import { isSameDay, sayEarlier, sayMissed, sayResult, sayScore } from './quiz-words.ts';
import { StoredRecord } from './record.ts';

/**
 * `<daymark-quiz>`: makes attempts out of the ticks of its questions. An attempt is on until it is finished; it is settled
 * as long as the ticks stand as the attempts have left them. Only what was finished is kept; the ticks are the reader's marks.
 */
class DaymarkQuiz extends HTMLElement {
  #record: StoredRecord<readonly Attempt[]> | null = null;
  /** An attempt that was begun by a button: what it asks, and the ticks to go back to. */
  #begun: { asked: string[]; before: ReadonlySet<string> } | null = null;

  connectedCallback(): void {
    const { plan = '', unit = '' } = this.dataset;
    askStore((store) => {
      const record = new StoredRecord(store, store.keys.quiz(plan, unit), ATTEMPTS);
      this.#record = record;
      window.addEventListener('storage', ({ key, newValue }) => {
        if (record.hear(key, newValue)) this.#show();
      });
      document.addEventListener('daymark:progress', () => this.#show());
      this.#listen();
      this.#show();
    });
  }

  #listen(): void {
    const on = (name: string, action: () => void) =>
      this.#part(name)?.addEventListener('click', () => {
        action();
        this.#show();
        // The button may be gone now: whoever uses the keyboard goes on where the quiz does.
        const next = this.#begun ? this.querySelector('li:not([hidden]) > * > .task-box') : null;
        const button = this.querySelector('.attempt button:not([hidden])');
        ((next ?? button) as HTMLElement | null)?.focus();
      });
    on('finish', () => this.#finish());
    on('again', () => this.#begin([...this.#boxes().keys()]));
    for (const name of ['missed', 'offer']) on(name, () => this.#begin(this.#missed()?.ids ?? []));
    on('leave', () => {
      this.#tick(this.#begun?.before ?? new Set());
      this.#begun = null;
    });
  }

  /** Unticks what is asked; the rest stands as it is. */
  #begin(asked: string[]): void {
    const before = this.#ticked();
    this.#begun = { asked, before };
    this.#tick(new Set([...before].filter((id) => !asked.includes(id))));
  }

  #finish(): void {
    const ticked = this.#ticked();
    const asked = this.#begun?.asked ?? [...this.#boxes().keys()];
    const last = this.#attempts().at(-1)?.at ?? 0;
    // A clock that was put back must not put this attempt before the others.
    const at = Math.max(Date.now(), last + 1);
    this.#record?.add([{ at, asked, right: asked.filter((id) => ticked.has(id)) }]);
    this.#begun = null;
    const trouble = this.#record?.trouble ?? null;
    if (trouble) import('./trouble-notice.ts').then(({ showTrouble }) => showTrouble(trouble));
  }

  #show(): void {
    const ids = [...this.#boxes().keys()];
    const ticked = this.#ticked();
    const outcomes = outcomesOf(this.#attempts(), ids);
    const results = resultsOf(this.#attempts(), ids);
    const last = results.at(-1);
    const pass = Number(this.dataset['pass']) || null;
    const asked = this.#begun && this.#begun.asked.length < ids.length ? this.#begun.asked : null;
    const settled = !this.#begun && last && ids.every((id) => ticked.has(id) === (outcomes.get(id)?.right ?? false));
    const missed = this.#missed();

    for (const [id, box] of this.#boxes()) {
      const question = box.closest<HTMLElement>('[data-item]');
      if (question) question.hidden = asked !== null && !asked.includes(id);
    }
    const score = asked
      ? `${asked.filter((id) => ticked.has(id)).length} of ${asked.length} asked again.`
      : settled
        ? sayResult(last, ids.length, pass)
        : `${sayScore(ticked.size, ids.length, pass)}.`;
    const status = this.#part('score');
    if (status && status.textContent !== score) status.textContent = score;
    this.dataset['passed'] = String(Boolean(settled && pass !== null && last.standing >= pass));
    this.#reveal('finish', !settled);
    this.#reveal('again', !this.#begun && results.length > 0);
    this.#reveal('missed', Boolean(settled && missed && missed.ids.length < ids.length));
    this.#reveal('leave', this.#begun !== null);
    this.#showHistory(results.map((result) => [result.at, sayEarlier(result, ids.length, pass)]));
    this.#offer(this.#begun ? null : missed);
    // Only now: nothing wrong must flash up.
    this.dataset['shown'] = '';
  }

  #showHistory(lines: [at: number, words: string][]): void {
    const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });
    const items = lines.reverse().map(([at, words]) => {
      const time = document.createElement('time');
      time.dateTime = new Date(at).toISOString();
      time.textContent = format.format(at);
      const item = document.createElement('li');
      item.append(time, ` ${words}`);
      return item;
    });
    this.querySelector('.history ol')?.replaceChildren(...items);
    this.#reveal('history', items.length > 0);
  }

  /** On a later day, what was missed is offered in the place of the words on how a quiz works. */
  #offer(missed: Missed | null): void {
    const due = missed !== null && !isSameDay(missed.at, Date.now());
    const words = this.#part('due');
    if (words) words.textContent = due ? sayMissed(missed, Date.now()) : '';
    this.#reveal('offer', due);
    this.#reveal('how', !due);
  }

  #missed(): Missed | null {
    return missedOf(outcomesOf(this.#attempts(), [...this.#boxes().keys()]), this.#ticked());
  }

  #attempts(): readonly Attempt[] {
    return this.#record?.value ?? [];
  }

  /** The boxes of the questions by item id, in order. */
  #boxes(): Map<string, HTMLInputElement> {
    const items = [...this.querySelectorAll<HTMLElement>('[data-kind="quiz"]')];
    return new Map(
      items.flatMap((item) => {
        const box = item.querySelector<HTMLInputElement>('.task-box');
        return box ? [[item.dataset['item'] ?? '', box] as const] : [];
      }),
    );
  }

  #ticked(): Set<string> {
    return new Set([...this.#boxes()].filter(([, box]) => box.checked).map(([id]) => id));
  }

  /** Ticks exactly these, as the reader would: `reader.ts` keeps them. */
  #tick(ids: ReadonlySet<string>): void {
    for (const [id, box] of this.#boxes()) {
      if (box.checked === ids.has(id)) continue;
      box.checked = ids.has(id);
      box.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector(`[data-part="${name}"]`);
  }

  #reveal(name: string, shown: boolean): void {
    const part = this.#part(name);
    if (part) part.hidden = !shown;
  }
}

customElements.define('daymark-quiz', DaymarkQuiz);
