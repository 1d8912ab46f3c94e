import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** Raise it with any change to how drawings are made: all are then drawn anew. A test compares stored drawings with what is drawn now. */
const STYLE = 2;

/** Name of a diagram's drawing: a hash of its source, with line ends and outer white space evened out. */
export function drawingKey(source: string): string {
  const even = source
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
  return createHash('sha256').update(`${STYLE}\n${even}`).digest('hex').slice(0, 16);
}

/** File of a diagram's drawing in a folder. */
export function drawingPath(folder: string, source: string): string {
  return `${folder}/${drawingKey(source)}.svg`;
}

/** The stored drawing of a diagram; `null` when it has not been drawn yet. */
export function storedDrawing(folder: string, source: string): string | null {
  const path = drawingPath(folder, source);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
