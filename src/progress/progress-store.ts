import { Keys } from './keys.ts';
import { laterMark, type Mark, readMark, writeMark } from './mark.ts';

/**
 * The reader's progress: the one place that reads and writes it. Components ask and subscribe; they never touch the storage.
 *
 * - **Shape.** One value for each mark (`keys.ts`, `mark.ts`), versioned and checked when read.
 * - **Life cycle.** A plan's marks are read once, then kept up to date by `hear`, which takes the browser's `storage` events. A write
 *   reads its key again first, and the later mark wins, so no tab undoes what another one did.
 * - **When storage fails.** What cannot be written is kept in memory for this page, and `trouble` says why. What cannot be read is
 *   copied to a key of its own before anything may take its place; what a newer build wrote is not touched at all.
 */
export class ProgressStore {
  readonly keys: Keys;
  readonly #storage: Storage | null;
  readonly #now: () => number;
  readonly #plans = new Map<string, Map<string, Mark>>();
  readonly #listeners = new Set<Listener>();
  #trouble: Trouble | null;

  constructor({ base, storage, now = Date.now }: ProgressOptions) {
    this.keys = new Keys(base);
    this.#storage = storage;
    this.#now = now;
    this.#trouble = storage === null ? 'forbidden' : null;
  }

  /** Why progress is not kept beyond this page; `null` when it is. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** All marks of a plan by item id, also those whose items are gone. */
  marksOf(plan: string): ReadonlyMap<string, Mark> {
    const known = this.#plans.get(plan);
    if (known) return known;
    const marks = new Map<string, Mark>();
    for (const key of this.keysFrom(this.keys.marksOf(plan))) {
      const item = this.keys.parseMark(key)?.item;
      const mark = item === undefined ? null : this.#markAt(key);
      if (item !== undefined && mark) marks.set(item, mark);
    }
    this.#plans.set(plan, marks);
    return marks;
  }

  /** Keeps a mark, unless a later one is there. @returns the mark that counts now */
  set(plan: string, item: string, said: Omit<Mark, 'at'>): Mark {
    const key = this.keys.mark(plan, item);
    const marks = this.marksOf(plan) as Map<string, Mark>;
    const before = [marks.get(item), this.#markAt(key)].filter((mark) => mark != null);
    // A clock that was put back must not make a click without effect.
    const at = Math.max(this.#now(), ...before.map((mark) => mark.at + 1));
    const mark = { ...said, at };
    marks.set(item, mark);
    this.#keep(key, writeMark(mark));
    this.tell(plan, item);
    return mark;
  }

  /** Keeps a mark as it is, or removes it, without a word to the listeners: for `edit-marks.ts`. */
  put(plan: string, item: string, mark: Mark | null): void {
    const marks = this.marksOf(plan) as Map<string, Mark>;
    const key = this.keys.mark(plan, item);
    if (mark) {
      marks.set(item, mark);
      this.#keep(key, writeMark(mark));
    } else {
      marks.delete(item);
      this.remove(key);
    }
  }

  /** Takes over what another tab has written; `key` is `null` when it has cleared everything. */
  hear(key: string | null, value: string | null): void {
    if (key === null) {
      const plans = [...this.#plans.keys()];
      this.#plans.clear();
      for (const plan of plans) this.tell(plan, null);
      return;
    }
    const place = this.keys.parseMark(key);
    const marks = place && (this.#plans.get(place.plan) as Map<string, Mark> | undefined);
    if (!place || !marks) return;
    const read = value === null ? null : readMark(value);
    if (read && 'mark' in read) {
      const own = marks.get(place.item);
      const later = own ? laterMark(own, read.mark) : read.mark;
      marks.set(place.item, later);
      // The other tab wrote an older one over ours: ours goes back, and that tab will hear it.
      if (later !== read.mark && (later.at !== read.mark.at || later.done !== read.mark.done))
        this.#keep(key, writeMark(later));
    } else if (value === null) marks.delete(place.item);
    this.tell(place.plan, place.item);
  }

  /** Any other value of this site; `null` when there is none. */
  read(key: string): string | null {
    return this.#guard((storage) => storage.getItem(key)) ?? null;
  }

  /** Keeps any other value of this site. */
  write(key: string, value: string): void {
    this.#guard((storage) => storage.setItem(key, value));
  }

  /** Removes any other value of this site. */
  remove(key: string): void {
    this.#guard((storage) => storage.removeItem(key));
  }

  /** Copies an unreadable value to a key of its own, and removes it from where it was. @returns whether it is safe there */
  setAside(key: string, value: string): boolean {
    return (
      this.#guard((storage) => {
        let time = this.#now();
        while (storage.getItem(this.keys.aside(time)) !== null) time += 1;
        storage.setItem(this.keys.aside(time), JSON.stringify({ key, value }));
        storage.removeItem(key);
        return true;
      }) ?? false
    );
  }

  /** Ids of the plans whose marks were asked for. */
  get open(): string[] {
    return [...this.#plans.keys()];
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

  #markAt(key: string): Mark | null {
    const value = this.#guard((storage) => storage.getItem(key)) ?? null;
    if (value === null) return null;
    const read = readMark(value);
    if ('mark' in read) return read.mark;
    if (read.problem === 'newer') this.#trouble = 'newer';
    else this.setAside(key, value);
    return null;
  }

  #keep(key: string, value: string): void {
    const there = this.#guard((storage) => storage.getItem(key)) ?? null;
    const read = there === null ? null : readMark(there);
    if (read && 'problem' in read && (read.problem === 'newer' || !this.setAside(key, there as string))) return;
    this.#guard((storage) => storage.setItem(key, value));
  }

  /** Keys of all values that start with something. */
  keysFrom(prefix: string): string[] {
    const all = this.#guard((storage) =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''),
    );
    return all?.filter((key) => key.startsWith(prefix)) ?? [];
  }

  /** Runs what touches the storage; when the browser refuses, the page goes on in memory and says so. */
  #guard<T>(action: (storage: Storage) => T): T | undefined {
    if (!this.#storage) return undefined;
    try {
      return action(this.#storage);
    } catch (error) {
      this.#trouble = error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
      return undefined;
    }
  }
}

/** Gives the browser's storage, or `null` where it is switched off: asking for it can throw. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export interface ProgressOptions {
  /** Base path of the site. */
  base: string;
  /** Where marks are kept; `null` keeps them in memory. */
  storage: Storage | null;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** `full`: no room; `forbidden`: the browser refuses; `newer`: a newer build of the site has written here. */
export type Trouble = 'full' | 'forbidden' | 'newer';

export type Listener = (plan: string, item: string | null) => void;
