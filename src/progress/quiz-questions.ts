/** The questions of a quiz on the page: the items of that kind within an element. */
export class QuizQuestions {
  readonly #within: HTMLElement;

  constructor(within: HTMLElement) {
    this.#within = within;
  }

  /** Their item ids, in order. */
  get ids(): string[] {
    return [...this.#boxes().keys()];
  }

  get ticked(): Set<string> {
    return new Set([...this.#boxes()].filter(([, box]) => box.checked).map(([id]) => id));
  }

  /** Ticks exactly these, as the reader would: `reader.ts` keeps them. */
  tick(ids: ReadonlySet<string>): void {
    for (const [id, box] of this.#boxes()) {
      if (box.checked === ids.has(id)) continue;
      box.checked = ids.has(id);
      box.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  /** Shows these and hides the others. */
  show(ids: readonly string[]): void {
    for (const [index, [id, box]] of [...this.#boxes()].entries()) {
      const question = box.closest<HTMLElement>('[data-item]');
      if (!question) continue;
      question.hidden = !ids.includes(id);
      // Each keeps its number, also when those before it are not shown.
      question.style.setProperty('counter-set', `question ${index}`);
    }
  }

  /** Puts the keyboard on the first one that is shown. */
  focus(): void {
    [...this.#boxes().values()].find((box) => !box.closest('[hidden]'))?.focus();
  }

  #boxes(): Map<string, HTMLInputElement> {
    const items = [...this.#within.querySelectorAll<HTMLElement>('[data-kind="quiz"]')];
    return new Map(
      items.flatMap((item) => {
        const box = item.querySelector<HTMLInputElement>('.task-box');
        return box ? [[item.dataset['item'] ?? '', box] as const] : [];
      }),
    );
  }
}
