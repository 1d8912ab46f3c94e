import { GuardedStorage, type StorageFailure } from './guarded-storage.ts';
import { Keys } from './keys.ts';
import { LATEST, laterMark, type Mark, readMark, writeMark } from './mark.ts';

/**
 * The reader's progress: the one place that reads and writes it. Components ask and subscribe; they never touch the storage.
 *
 * - **Shape.** One value for each mark (`keys.ts`, `mark.ts`), versioned and checked when read.
 * - **Life cycle.** A plan's marks are read once, then kept up to date by `hear`, when another tab has written. A write reads its key again
 *   first, and the later mark wins, so no tab undoes what another one did.
 * - **When storage fails.** What cannot be written is kept in memory for this page (`guarded-storage.ts`), and `trouble` says why. What
 *   cannot be read is copied to a key of its own before anything may take its place; what a newer build wrote is not touched at all.
 */
export class ProgressStore {
  readonly keys: Keys;
  readonly now: () => number;
  /** For what else is kept, by `keys`; marks are read and written here alone. */
  readonly values: GuardedStorage;
  readonly #plans = new Map<string, Map<string, Mark>>();
  readonly #listeners = new Set<Listener>();
  #isNewerThere = false;

  constructor({ base, storage, now = Date.now }: ProgressOptions) {
    this.keys = new Keys(base);
    this.values = new GuardedStorage(storage, laterValue);
    this.now = now;
  }

  /** Why not all progress is kept beyond this page; `null` when it is. */
  get trouble(): Trouble | null {
    return this.values.failure ?? (this.#isNewerThere ? 'newer' : null);
  }

  /** All marks of a plan by item id, also those whose items are gone. */
  marksOf(plan: string): ReadonlyMap<string, Mark> {
    return this.#marksOf(plan);
  }

  /** Keeps what the reader says now: it is later than whatever is there. @returns the mark */
  set(plan: string, item: string, said: Omit<Mark, 'at'>): Mark {
    const before = [this.#marksOf(plan).get(item), this.#markAt(this.keys.mark(plan, item))];
    // A clock that was put back must not make a click without effect.
    const at = Math.min(LATEST, Math.max(this.now(), ...before.map((mark) => (mark ? mark.at + 1 : 0))));
    const mark = { ...said, at };
    this.put(plan, item, mark);
    this.tell(plan, item);
    return mark;
  }

  /**
   * Keeps a mark as it is, or removes it, without a word to the listeners: `tell` says it when all is done.
   *
   * @returns whether nothing else lies in the storage now
   */
  put(plan: string, item: string, mark: Mark | null): boolean {
    const key = this.keys.mark(plan, item);
    if (mark) {
      this.#marksOf(plan).set(item, mark);
      return this.#keep(key, mark);
    }
    this.#marksOf(plan).delete(item);
    if (isNewer(this.values.stored(key))) this.values.drop(key);
    else this.values.remove(key);
    return true;
  }

  /**
   * Takes over what another tab has written under a key; `null` when it has cleared everything. Looks it up in the storage: what an event says may be
   * older than what was written since, by this tab too.
   */
  hear(key: string | null): void {
    if (key === null) {
      const plans = [...this.#plans.keys()];
      this.#plans.clear();
      for (const plan of plans) this.tell(plan, null);
      return;
    }
    const place = this.keys.parseMark(key);
    if (!place) return;
    const marks = this.#plans.get(place.plan);
    if (marks) this.#take(key, place.item, marks);
    this.tell(place.plan, place.item);
  }

  /** Copies an unreadable value to a key of its own, and removes it from where it was. @returns whether it is safe there */
  setAside(key: string, value: string): boolean {
    let time = this.now();
    while (this.values.get(this.keys.aside(time)) !== null) time += 1;
    const aside = this.keys.aside(time);
    const isSafe = this.values.set(aside, JSON.stringify({ key, value }));
    // It has not left its place: there is nothing to keep of it in memory.
    if (isSafe) this.values.remove(key);
    else this.values.drop(aside);
    return isSafe;
  }

  /** Calls back after every change, with the plan and the item, or `null` for many. @returns what ends it */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls the listeners: the item has another mark, or, with `null`, many have. */
  tell(plan: string, item: string | null): void {
    for (const listener of this.#listeners) listener(plan, item);
  }

  #marksOf(plan: string): Map<string, Mark> {
    const known = this.#plans.get(plan);
    if (known) return known;
    const marks = new Map<string, Mark>();
    for (const key of this.values.keysFrom(this.keys.marksOf(plan))) {
      const item = this.keys.parseMark(key)?.item;
      const mark = item === undefined ? null : this.#markAt(key);
      if (item !== undefined && mark) marks.set(item, mark);
    }
    this.#plans.set(plan, marks);
    return marks;
  }

  #markAt(key: string): Mark | null {
    const own = this.values.get(key);
    const stored = this.values.isHeld(key) ? this.values.stored(key) : null;
    const value = own !== null && stored !== null ? laterValue(own, stored) : own;
    const read = value === null ? null : readMark(value);
    if (!read || 'mark' in read) return read?.mark ?? null;
    if (read.problem === 'newer') this.#isNewerThere = true;
    else this.setAside(key, value as string);
    return null;
  }

  #keep(key: string, mark: Mark): boolean {
    const there = this.values.stored(key);
    const read = there === null ? null : readMark(there);
    const mustStay = read && 'problem' in read && (read.problem === 'newer' || !this.setAside(key, there as string));
    if (!mustStay) return this.values.set(key, writeMark(mark));
    this.values.hold(key, writeMark(mark));
    return false;
  }

  /** Of a mark that is here and one that another tab has written, the later stays. */
  #take(key: string, item: string, marks: Map<string, Mark>): void {
    const own = marks.get(item);
    const value = this.values.stored(key);
    const read = value === null ? null : readMark(value);
    const other = read && 'mark' in read ? read.mark : null;
    if (!other) {
      // Removed there; what could only be kept here is not.
      if (value === null && this.values.get(key) === null) marks.delete(item);
    } else if (own && laterMark(own, other) === own && (own.at !== other.at || own.done !== other.done)) {
      // The other tab wrote an older one over ours: ours goes back, and that tab will hear it.
      this.#keep(key, own);
    } else {
      marks.set(item, other);
      this.values.drop(key);
    }
  }
}

/** Of two stored marks the later; of other values, and where one cannot be read, the first. */
function laterValue(own: string, stored: string): string {
  const [a, b] = [readMark(own), readMark(stored)];
  return 'mark' in a && 'mark' in b && laterMark(a.mark, b.mark) === b.mark ? stored : own;
}

function isNewer(value: string | null): boolean {
  const read = value === null ? null : readMark(value);
  return read !== null && 'problem' in read && read.problem === 'newer';
}

export interface ProgressOptions {
  /** Base path of the site. */
  base: string;
  /** Where marks are kept; `null` keeps them in memory. */
  storage: Storage | null;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** Whether what a reader does is forgotten when she leaves the page. */
export function isForgotten(trouble: Trouble | null): boolean {
  return trouble === 'full' || trouble === 'forbidden';
}

/** Why not all is kept; `newer`: a newer build of the site has written here. */
export type Trouble = StorageFailure | 'newer';

export type Listener = (plan: string, item: string | null) => void;
