import type { PlanIndex } from '../roadmap/plan-index.ts';
import type { Plan } from '../roadmap/types.ts';

/** What the progress page fetches of the site, each once and only when it is needed. All of it is static JSON of this site. */
export class PageData {
  readonly #base: string;
  readonly #kept = new Map<string, Promise<unknown>>();

  /** @param base base path of the site, with a slash at its end */
  constructor(base: string) {
    this.#base = base;
  }

  /** All plans with their units and items. @throws when they cannot be had, as without a connection */
  async plans(): Promise<Plan[]> {
    return ((await this.#get('api/plans.json')) as { plans: Plan[] }).plans;
  }

  /** The items of a plan. @throws when they cannot be had */
  async index(plan: string): Promise<PlanIndex> {
    return (await this.#get(`api/items/${plan}.json`)) as PlanIndex;
  }

  #get(path: string): Promise<unknown> {
    const kept = this.#kept.get(path);
    if (kept) return kept;
    const got = fetch(this.#base + path).then((response) => {
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    });
    this.#kept.set(path, got);
    got.catch(() => this.#kept.delete(path));
    return got;
  }
}
