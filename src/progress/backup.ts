import { localDate } from './activity.ts';
import type { Entries } from './entries.ts';

/** Version of the file. It changes only when an older build could misread it. */
export const BACKUP_VERSION = 1;

export interface Backup {
  /** When it was made, as the file says it. */
  exported: string;
  /** Base path of the site it was made on. */
  site: string;
  entries: Entries;
  /** Keys of what is in the file and cannot be read: it is left out, and said. */
  unreadable: readonly string[];
}

/** The text of a backup file: JSON that a person can read, in the same order each time. */
export function writeBackup(entries: Entries, { site, now }: { site: string; now: number }): string {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const file = {
    daymark: BACKUP_VERSION,
    exported: new Date(now).toISOString(),
    site,
    entries: Object.fromEntries(sorted),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Name of a backup file, with the reader's own date. */
export function backupName(now: number): string {
  return `daymark-${localDate(now)}.json`;
}
