import { type Entries, mergeEntries, mergeValues } from './entries.ts';
import type { ProgressStore } from './progress-store.ts';
import { countTicks } from './summary.ts';
import { resetPlan, restoreInto } from './whole-store.ts';

/** The plans that were reset on this page, with what that has forgotten: as long as the page lives, it can be undone. */
export class ResetPlans {
  readonly #store: ProgressStore;
  readonly #forgotten = new Map<string, Entries>();

  constructor(store: ProgressStore) {
    this.#store = store;
  }

  has(plan: string): boolean {
    return this.#forgotten.has(plan);
  }

  /** @returns how many ticks were forgotten, and whether attempts at quizzes were */
  reset(plan: string): { ticks: number; hasAttempts: boolean } {
    const marks = this.#store.marksOf(plan);
    const [ticks, { size }] = [countTicks(marks), marks];
    const gone = resetPlan(this.#store, plan);
    this.#forgotten.set(plan, mergeEntries(this.#forgotten.get(plan) ?? new Map(), gone));
    return { ticks, hasAttempts: gone.size > size };
  }

  undo(plan: string): void {
    const entries = this.#forgotten.get(plan);
    this.#forgotten.delete(plan);
    if (entries) restoreInto(this.#store, entries);
  }

  /** Whether undo would change nothing, because all is here again, as after a backup was restored. */
  isBack(plan: string): boolean {
    const { values, keys } = this.#store;
    return [...(this.#forgotten.get(plan) ?? [])].every(([name, value]) => {
      const own = values.get(keys.prefix + name);
      return own !== null && mergeValues(name, own, value) === own;
    });
  }
}
