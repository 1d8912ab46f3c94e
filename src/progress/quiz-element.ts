import { askStore } from './ask-store.ts';
import { ATTEMPTS, type Attempt, type Missed, missedOf, outcomesOf, resultsOf } from './quiz-attempts.ts';
import { QuizQuestions } from './quiz-questions.ts';
import { isSameDay, sayEarlier, sayMissed, sayResult, sayScore } from './quiz-words.ts';
import { StoredRecord } from './record.ts';

/**
 * `<daymark-quiz>`: makes attempts out of the ticks of its questions. An attempt is on until it is finished; it is settled
 * as long as the ticks stand as the attempts have left them. Only what was finished is kept; the ticks are the reader's marks.
 */
class DaymarkQuiz extends HTMLElement {
  readonly #questions = new QuizQuestions(this);
  #record: StoredRecord<readonly Attempt[]> | null = null;
  /** An attempt that was begun by a button: what it asks, and the ticks to go back to. */
  #begun: { asked: string[]; before: ReadonlySet<string> } | null = null;

  connectedCallback(): void {
    const { plan = '', unit = '' } = this.dataset;
    askStore((store) => {
      const record = new StoredRecord(store, store.keys.quiz(plan, unit), ATTEMPTS);
      this.#record = record;
      window.addEventListener('storage', ({ key }) => {
        if (record.hear(key)) this.#show();
      });
      window.addEventListener('pageshow', ({ persisted }) => {
        if (persisted && record.hear(null)) this.#show();
      });
      // Afterwards, when a button changes many ticks at once: the score is read out, and says only what it came to.
      document.addEventListener('daymark:progress', () => queueMicrotask(() => this.#show()));
      this.#on('finish', () => this.#finish());
      this.#on('again', () => this.#begin(this.#questions.ids));
      for (const name of ['missed', 'offer']) this.#on(name, () => this.#begin(this.#missed()?.ids ?? []));
      this.#on('leave', () => this.#leave());
      this.#show();
    });
  }

  #on(name: string, action: () => void): void {
    this.#part(name)?.addEventListener('click', () => {
      action();
      this.#show();
      // The button may be gone now: whoever uses the keyboard goes on where the quiz does.
      if (this.#begun) this.#questions.focus();
      else this.querySelector<HTMLElement>('.attempt button:not([hidden])')?.focus();
    });
  }

  /** Unticks what is asked; the rest stands as it is. */
  #begin(asked: string[]): void {
    const before = this.#questions.ticked;
    this.#begun = { asked, before };
    this.#questions.tick(new Set([...before].filter((id) => !asked.includes(id))));
  }

  /** Gives back the ticks there were before. After a reload only the attempts know them. */
  #leave(): void {
    const { ids, ticked } = this.#questions;
    const outcomes = outcomesOf(this.#attempts, ids);
    const settled = new Set(ids.filter((id) => outcomes.get(id)?.right ?? ticked.has(id)));
    this.#questions.tick(this.#begun?.before ?? settled);
    this.#begun = null;
  }

  #finish(): void {
    const { ids, ticked } = this.#questions;
    const asked = this.#begun?.asked ?? ids;
    // A clock that was put back must not put this attempt before the others.
    const at = Math.max(Date.now(), (this.#attempts.at(-1)?.at ?? 0) + 1);
    this.#record?.add([{ at, asked, right: asked.filter((id) => ticked.has(id)) }]);
    this.#begun = null;
    const trouble = this.#record?.trouble ?? null;
    if (trouble) import('./trouble-notice.ts').then(({ showTrouble }) => showTrouble(trouble)).catch(() => {});
  }

  #show(): void {
    const { ids, ticked } = this.#questions;
    const pass = Number(this.dataset['pass']) || null;
    const outcomes = outcomesOf(this.#attempts, ids);
    const results = resultsOf(this.#attempts, ids);
    const last = results.at(-1);
    const missed = this.#missed();
    const asked = this.#begun?.asked ?? ids;
    const settled = !this.#begun && last && ids.every((id) => ticked.has(id) === (outcomes.get(id)?.right ?? false));
    const lost = ids.some((id) => outcomes.get(id)?.right && !ticked.has(id));
    const right = asked.filter((id) => ticked.has(id)).length;
    const score =
      asked.length < ids.length ? `${right} of ${asked.length} asked again` : sayScore(right, ids.length, pass);

    this.#questions.show(asked);
    this.#say('score', settled ? sayResult(last, ids.length, pass) : `${score}.`);
    this.dataset['passed'] = String(Boolean(settled && pass !== null && last.standing >= pass));
    this.#reveal('finish', !settled);
    this.#reveal('again', !this.#begun && results.length > 0);
    this.#reveal('missed', Boolean(settled && missed && missed.ids.length < ids.length));
    for (const name of ['leave', 'kept']) this.#reveal(name, this.#begun !== null || lost);
    this.#showHistory(results.map((result) => [result.at, sayEarlier(result, ids.length, pass)]));
    this.#offer(this.#begun ? null : missed);
    // Only now: nothing wrong must flash up.
    this.dataset['shown'] = '';
  }

  /** On a later day, what was missed is offered in the place of the words on how a quiz works. */
  #offer(missed: Missed | null): void {
    const due = missed !== null && !isSameDay(missed.at, Date.now());
    this.#say('due', due ? sayMissed(missed, Date.now()) : '');
    this.#reveal('offer', due);
    this.#reveal('how', !due);
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

  #missed(): Missed | null {
    const { ids, ticked } = this.#questions;
    return missedOf(outcomesOf(this.#attempts, ids), ticked);
  }

  get #attempts(): readonly Attempt[] {
    return this.#record?.value ?? [];
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /** Changes only what says something else: the score is a live region. */
  #say(name: string, words: string): void {
    const part = this.#part(name);
    if (part && part.textContent !== words) part.textContent = words;
  }

  #reveal(name: string, shown: boolean): void {
    const part = this.#part(name);
    if (part) part.hidden = !shown;
  }
}

customElements.define('daymark-quiz', DaymarkQuiz);
