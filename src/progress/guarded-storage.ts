/**
 * The browser's storage, which may be full, forbidden or missing. What it does not take is kept in memory, for as long as the page lives, and
 * written as soon as there is room again.
 */
export class GuardedStorage {
  readonly #storage: Storage | null;
  readonly #prefer: Prefer;
  readonly #memory = new Map<string, string>();
  /** Keys in memory that wait for room; the others are to stay there. */
  readonly #waiting = new Set<string>();
  #failure: StorageFailure | null = null;

  /** @param prefer decides between a value that waited and what has come to lie in its place meanwhile */
  constructor(storage: Storage | null, prefer: Prefer = (waiting) => waiting) {
    this.#storage = storage;
    this.#prefer = prefer;
    if (!storage) this.#failure = 'forbidden';
  }

  /** Why not everything is kept beyond this page; `null` when it is. */
  get failure(): StorageFailure | null {
    return this.#failure;
  }

  get(key: string): string | null {
    return this.#memory.get(key) ?? this.stored(key);
  }

  /** What lies in the storage itself, whatever this page would rather have there. */
  stored(key: string): string | null {
    return this.#guard((storage) => storage.getItem(key)) ?? null;
  }

  /** @returns whether nothing else lies in the storage now: it is kept, or there is no storage */
  set(key: string, value: string): boolean {
    this.#memory.set(key, value);
    this.#waiting.delete(key);
    if (this.#write(key, value)) {
      this.drop(key);
      this.#flush();
    } else this.#waiting.add(key);
    return this.#storage === null || !this.#memory.has(key);
  }

  /** Whether only this page has the value. */
  isHeld(key: string): boolean {
    return this.#memory.has(key);
  }

  /** Keeps a value for this page alone: what lies in the storage must stay as it is. */
  hold(key: string, value: string): void {
    this.#memory.set(key, value);
  }

  /** Forgets what only this page has: the storage has something better. */
  drop(key: string): void {
    this.#memory.delete(key);
    this.#waiting.delete(key);
  }

  remove(key: string): void {
    this.drop(key);
    this.#guard((storage) => storage.removeItem(key));
    this.#flush();
  }

  /** All keys that start with something. */
  keysFrom(prefix: string): string[] {
    const stored = this.#guard((storage) =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''),
    );
    return [...new Set([...(stored ?? []), ...this.#memory.keys()])].filter((key) => key.startsWith(prefix));
  }

  /** Writes what waits, as far as there is room. */
  #flush(): void {
    for (const key of this.#waiting) {
      const own = this.#memory.get(key) as string;
      const stored = this.stored(key);
      if (this.#write(key, stored === null ? own : this.#prefer(own, stored))) this.drop(key);
    }
    if (this.#storage && this.#memory.size === 0) this.#failure = null;
  }

  #write(key: string, value: string): boolean {
    const isKept = this.#guard((storage) => {
      storage.setItem(key, value);
      return true;
    });
    return isKept ?? false;
  }

  #guard<T>(action: (storage: Storage) => T): T | undefined {
    if (!this.#storage) return undefined;
    try {
      return action(this.#storage);
    } catch (error) {
      this.#failure = error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
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

/** Of a value that waited for room and the one that is stored now, the one to keep. */
export type Prefer = (waiting: string, stored: string) => string;

/** `full`: no room; `forbidden`: the browser refuses. */
export type StorageFailure = 'full' | 'forbidden';
