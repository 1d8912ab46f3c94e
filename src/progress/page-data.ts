import type { PlanIndex } from '../roadmap/plan-index.ts';
import type { Plan } from '../roadmap/types.ts';
import { fetchIndex, followPlan } from './keep-up.ts';
import type { ProgressStore } from './progress-store.ts';

/** What the progress page fetches of the site, each once and only when it is needed. All of it is static JSON of this site. */
export class PageData {
  readonly #base: string;
  readonly #versions: ReadonlyMap<string, string>;
  readonly #kept = new Map<string, Promise<unknown>>();

  /**
   * @param base base path of the site, with a slash at its end
   * @param versions of the items of each plan, by plan id, as the page was built with
   */
  constructor(base: string, versions: ReadonlyMap<string, string>) {
    this.#base = base;
    this.#versions = versions;
  }

  /** All plans with their units and items. @throws when they cannot be had, as without a connection */
  plans(): Promise<Plan[]> {
    return this.#once('plans', async () => {
      const response = await fetch(`${this.#base}api/plans.json`);
      if (!response.ok) throw new Error(`The plans cannot be loaded: ${response.status}`);
      return ((await response.json()) as { plans: Plan[] }).plans;
    });
  }

  /** The items of a plan. @throws when they cannot be had */
  index(plan: string): Promise<PlanIndex> {
    return this.#once(`items ${plan}`, async () => {
      const index = await fetchIndex(this.#base, plan, this.#versions.get(plan) ?? '');
      if (!index) throw new Error(`The items of ${plan} cannot be loaded.`);
      return index;
    });
  }

  /** Brings the marks of a plan up to date with it, if this site has it. */
  async follow(store: ProgressStore, plan: string): Promise<void> {
    const version = this.#versions.get(plan);
    if (version !== undefined) await followPlan(store, plan, version, this.#base);
  }

  #once<T>(name: string, load: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(name) as Promise<T> | undefined;
    if (kept) return kept;
    const got = load();
    this.#kept.set(name, got);
    got.catch(() => this.#kept.delete(name));
    return got;
  }
}
