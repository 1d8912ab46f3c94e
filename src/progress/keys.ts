/**
 * Where progress lies in `localStorage`. Every key starts with `daymark:` and the site's base path, so that two forks on one
 * origin do not share; what follows says what the value is.
 *
 * - `mark:<plan>:<item>`: one tick (`mark.ts`). One key each: two tabs that tick at once never write the same value.
 * - `active:<date>:<plan>:<item>`: something done on that day (`activity.ts`).
 * - `plan:<plan>`: the items of a plan as they were when the reader was last here (`seen-plan.ts`).
 * - `quiz:<plan>:<unit>`: the attempts at the quiz of a unit (`quiz-attempts.ts`).
 * - `aside:<time>`: a value that could not be read, with the key it had. It stays until the reader clears the storage.
 */
export class Keys {
  readonly prefix: string;

  /** @param base base path of the site, as Astro gives it: `/`, or `/any/base` */
  constructor(base: string) {
    this.prefix = `daymark:${base.replace(/\/*$/, '/')}:`;
  }

  mark(plan: string, item: string): string {
    return `${this.prefix}mark:${plan}:${item}`;
  }

  /** Start of the keys of all marks. */
  get marks(): string {
    return `${this.prefix}mark:`;
  }

  /** Start of the keys of a plan's marks. */
  marksOf(plan: string): string {
    return `${this.prefix}mark:${plan}:`;
  }

  active(date: string, plan: string, item: string): string {
    return `${this.prefix}active:${date}:${plan}:${item}`;
  }

  plan(plan: string): string {
    return `${this.prefix}plan:${plan}`;
  }

  quiz(plan: string, unit: string): string {
    return `${this.prefix}quiz:${plan}:${unit}`;
  }

  aside(time: number): string {
    return `${this.prefix}aside:${time}`;
  }

  /** Which plan and item a key is the mark of; `null` for any other key. */
  parseMark(key: string): { plan: string; item: string } | null {
    return key.startsWith(this.prefix) ? parseMarkName(key.slice(this.prefix.length)) : null;
  }
}

/** The plan and the item that a key without its prefix is the mark of; `null` for any other, whatever somebody has put into the storage. */
export function parseMarkName(name: string): { plan: string; item: string } | null {
  const match = /^mark:([a-z0-9][a-z0-9-]*):(.{10})$/.exec(name);
  return match && ITEM_ID.test(match[2] as string) ? { plan: match[1] as string, item: match[2] as string } : null;
}

/** Ids as `identity.ts` makes them. */
export const ITEM_ID = /^[0-9a-hjkmnp-tv-z]{10}$/;
