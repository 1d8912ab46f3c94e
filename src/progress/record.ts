import type { ProgressStore, Trouble } from './progress-store.ts';

/**
 * A value other than a mark, kept with the same care: checked when read, set aside when it cannot be read, left alone when a newer
 * build wrote it, in memory when the storage fails. It only ever grows by merging, so that two tabs, or a
 * backup and this device, end with the same one whoever writes last.
 */
export class StoredRecord<T> {
  readonly #store: ProgressStore;
  readonly #key: string;
  readonly #form: RecordForm<T>;
  #own: T | null = null;
  #newer = false;

  constructor(store: ProgressStore, key: string, form: RecordForm<T>) {
    this.#store = store;
    this.#key = key;
    this.#form = form;
  }

  /** All that is known here and in the storage; `null` when there is nothing. */
  get value(): T | null {
    const stored = this.#read();
    if (stored !== null) this.#own = this.#own === null ? stored : this.#form.merge(this.#own, stored);
    return this.#own;
  }

  /** Why additions are not kept beyond this page; `null` when they are. */
  get trouble(): Trouble | null {
    return this.#newer ? 'newer' : this.#store.trouble;
  }

  /** Merges something in and keeps it. @returns the record as it is now */
  add(said: T): T {
    const before = this.value;
    const now = before === null ? said : this.#form.merge(before, said);
    this.#own = now;
    if (!this.#newer && this.#isFree()) this.#store.values.set(this.#key, this.#form.write(now));
    return now;
  }

  /** Takes over what another tab has done to a key; `null` when it has cleared everything, or when this page was away. @returns whether it concerns this record */
  hear(key: string | null): boolean {
    if (key !== null && key !== this.#key) return false;
    const isGone = this.#store.values.get(this.#key) === null;
    if (key === null || isGone) {
      this.#own = null;
      return true;
    }
    const now = this.value;
    // Both wrote at once, and the other tab did not know of ours: what is missing goes back, and that tab will hear it.
    if (now !== null && this.#form.write(now) !== this.#store.values.stored(this.#key)) this.add(now);
    return true;
  }

  /** What lies in the storage, and what only this page could keep. */
  #read(): T | null {
    const texts = [...new Set([this.#store.values.stored(this.#key), this.#store.values.get(this.#key)])];
    this.#newer = false;
    const values = texts.flatMap((text) => {
      const read = text === null ? null : this.#form.read(text);
      if (!read || 'value' in read) return read ? [read.value] : [];
      if (read.problem === 'newer') this.#newer = true;
      else this.#store.setAside(this.#key, text as string);
      return [];
    });
    return values.length > 0 ? values.reduce((a, b) => this.#form.merge(a, b)) : null;
  }

  /** Nothing unreadable lies where the record goes: with no room to set it aside, it stays. */
  #isFree(): boolean {
    const text = this.#store.values.stored(this.#key);
    return text === null || 'value' in this.#form.read(text);
  }
}

/** What a kind of record is. */
export interface RecordForm<T> {
  /** Reads and checks a stored value. `newer`: a later build of the site wrote it. */
  read(text: string): { value: T } | { problem: 'unreadable' | 'newer' };
  /** What is stored; equal records give equal text. */
  write(value: T): string;
  /** All that either says: commutative, associative, and nothing new when both are the same. */
  merge(a: T, b: T): T;
}
