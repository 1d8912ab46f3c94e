/**
 * How a value other than a mark is kept: `ProgressStore` gives every such record the care it gives to marks. A record only ever
 * grows by merging, so that two tabs, or a backup and this device, end with the same one whoever writes last.
 */
export interface RecordForm<T> {
  /** Reads and checks a stored value. `newer`: a later build of the site wrote it. */
  read(value: string): { value: T } | { problem: 'unreadable' | 'newer' };
  /** What is stored; equal records give equal text. */
  write(value: T): string;
  /** All that either says: commutative, associative, and nothing new when both are the same. */
  merge(a: T, b: T): T;
}
