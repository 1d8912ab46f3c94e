/**
 * Where progress lies in `localStorage`. Every key starts with `daymark:` and the site's base path, so that two forks on one
 * origin do not share; what follows says what the value is.
 *
 * - `mark:<plan>:<item>`: one tick (`mark.ts`). One key each: two tabs that tick at once never write the same value.
 * - `active:<date>:<plan>:<item>`: something done on that day (`activity.ts`).
 * - `plan:<plan>`: the items of a plan as they were when the reader was last here (`reconcile.ts`).
 * - `quiz:<plan>:<unit>`: the attempts at the quiz of a unit (`quiz-attempts.ts`).
 * - `aside:<time>`: a value that could not be read, with the key it had. Nothing is ever thrown away.
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
    const match = key.startsWith(this.prefix) ? MARK.exec(key.slice(this.prefix.length)) : null;
    return match ? { plan: match[1] as string, item: match[2] as string } : null;
  }
}

/** Ids as `identity.ts` makes them; nothing else is a mark, whatever somebody has put into the storage. */
const MARK = /^mark:([a-z0-9][a-z0-9-]*):([0-9a-hjkmnp-tv-z]{10})$/;
