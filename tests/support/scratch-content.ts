import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folder of the fixtures. */
export const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

/**
 * A project folder with sound content, and over it the files of the fixture folders that are named.
 *
 * @returns its path, and a way to remove it
 */
export function scratchContent(...overlays: string[]): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'daymark-'));
  for (const folder of ['sound', ...overlays]) cpSync(join(FIXTURES, folder), root, { recursive: true });
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
