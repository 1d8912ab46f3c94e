import { BACKUP_VERSION, type Backup } from './backup.ts';
import { isEntry } from './entries.ts';
import { parseJson } from './parse-json.ts';

/** Ten years of progress take a fiftieth of this. */
const MOST_MEGABYTES = 20;
const MEGABYTE = 1024 * 1024;

export type ReadBackup = { backup: Backup } | { problem: string };

/**
 * Reads a backup file and checks all of it. Nothing is changed. What is not sound in it is named, and left out: one damaged entry shall
 * not cost a reader all others.
 *
 * @param source what the file says, or the file; one that is too large is not read
 * @returns the backup, or what is wrong with it, in a sentence for the reader
 */
export async function readBackup(source: string | Blob): Promise<ReadBackup> {
  const size = typeof source === 'string' ? source.length : source.size;
  if (size > MOST_MEGABYTES * MEGABYTE)
    return {
      problem: `This file has ${Math.ceil(size / MEGABYTE)} MB. A backup has at most ${MOST_MEGABYTES} MB, so this is another file.`,
    };
  try {
    return parse((typeof source === 'string' ? source : await source.text()).replace(/^\uFEFF/, '').trim());
  } catch {
    return { problem: 'The browser could not read this file. It may have been moved or deleted.' };
  }
}

function parse(text: string): ReadBackup {
  if (text === '') return { problem: 'This file is empty.' };
  const file = parseJson(text);
  if (file === undefined) return { problem: whyNoJson(text) };
  if (!isRecord(file) || !Object.hasOwn(file, 'daymark'))
    return { problem: 'This is not a Daymark backup: it has no "daymark" in it.' };
  const { daymark: version, exported, site, entries } = file;
  if (version !== BACKUP_VERSION) return { problem: whyNotThisVersion(version) };
  if (!isRecord(entries)) return { problem: 'This backup has no entries in it: it is damaged.' };
  const all = Object.entries(entries);
  const sound = all.filter((entry): entry is [string, string] => isEntry(...entry));
  if (sound.length === 0 && all.length > 0)
    return { problem: 'Nothing in this backup can be read: the file is damaged or was changed.' };
  return {
    backup: {
      exported: typeof exported === 'string' && !Number.isNaN(Date.parse(exported)) ? exported : '',
      site: typeof site === 'string' ? site : '',
      entries: new Map(sound),
      unreadable: all.filter((entry) => !isEntry(...entry)).map(([key]) => key),
    },
  };
}

function whyNoJson(text: string): string {
  if (text.startsWith('<')) return 'This looks like a web page, not a backup. A backup is a file named daymark-….json.';
  if (text.startsWith('{') && !text.endsWith('}'))
    return 'This file is cut off: its end is missing. Download or copy it again.';
  if (/^\{\s*"daymark"/.test(text))
    return 'This backup is damaged: a part of it is missing. Download or copy it again.';
  return 'This file is not JSON, so it is not a backup. A backup is a file named daymark-….json.';
}

function whyNotThisVersion(version: unknown): string {
  if (typeof version !== 'number') return 'This is not a Daymark backup: its version is not a number.';
  return version > BACKUP_VERSION
    ? `This backup was made by a newer Daymark (version ${version} of the file, and this site reads ${BACKUP_VERSION}). Reload the page and try again.`
    : `This site cannot read version ${version} of the backup file, only ${BACKUP_VERSION}.`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
