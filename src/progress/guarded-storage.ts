/**
 * The browser's storage, which may be full, forbidden or missing. What it does not take is kept in memory, for as long as the page lives, and
 * written as soon as there is room again.
 */
export class GuardedStorage {
  readonly #storage: Storage | null;
  readonly #memory = new Map<string, string>();
  /** Keys in memory that wait for room; the others are to stay there. */
  readonly #waiting = new Set<string>();
  #failure: StorageFailure | null = null;

  constructor(storage: Storage | null) {
    this.#storage = storage;
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
    for (const next of [key, ...this.#waiting]) {
      this.#waiting.add(next);
      if (!this.#write(next)) break;
      this.drop(next);
    }
    if (this.#storage && this.#waiting.size === 0) this.#failure = null;
    return this.#storage === null || !this.#memory.has(key);
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
  }

  /** All keys that start with something. */
  keysFrom(prefix: string): string[] {
    const stored = this.#guard((storage) =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''),
    );
    return [...new Set([...(stored ?? []), ...this.#memory.keys()])].filter((key) => key.startsWith(prefix));
  }

  #write(key: string): boolean {
    const isKept = this.#guard((storage) => {
      storage.setItem(key, this.#memory.get(key) as string);
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

/** `full`: no room; `forbidden`: the browser refuses. */
export type StorageFailure = 'full' | 'forbidden';
