import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DrawingBoard } from './drawing-board.ts';
import { drawingKey, drawingPath, storedDrawing } from './drawing-store.ts';

/** Result of asking for a drawing. */
export type Drawing = { svg: string } | { missing: 'no browser' } | { missing: 'error'; message: string };

/**
 * The drawings of all diagrams, stored by content: `drawings/<key>.svg`. The folder is part of the repository, so that a build with unchanged diagrams
 * starts no browser, and a machine without one still shows them.
 */
export class Drawings {
  readonly #folder: string;
  #board: Promise<DrawingBoard | null> | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param folder absolute path of the stored drawings */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The stored drawing of a source; `null` when it has not been drawn yet. */
  stored(source: string): string | null {
    return storedDrawing(this.#folder, source);
  }

  /** The drawing of a source, drawn now and stored if need be. */
  async draw(source: string): Promise<Drawing> {
    const svg = this.stored(source);
    if (svg !== null) return { svg };
    const next = this.#queue.then(() => this.#drawNow(source));
    this.#queue = next.catch(() => undefined);
    return next;
  }

  /** Deletes the drawings of sources that are no longer in use. @returns how many */
  prune(sources: Iterable<string>): number {
    const kept = new Set([...sources].map((source) => `${drawingKey(source)}.svg`));
    const stale = (existsSync(this.#folder) ? readdirSync(this.#folder) : []).filter(
      (name) => name.endsWith('.svg') && !kept.has(name),
    );
    for (const name of stale) rmSync(join(this.#folder, name));
    return stale.length;
  }

  /** Ends the browser if one was started. */
  async close(): Promise<void> {
    const board = await this.#board;
    this.#board = null;
    await board?.close();
  }

  async #drawNow(source: string): Promise<Drawing> {
    const already = this.stored(source);
    if (already !== null) return { svg: already };
    this.#board ??= DrawingBoard.open();
    const board = await this.#board;
    if (!board) return { missing: 'no browser' };
    try {
      const svg = await board.draw(source, `d${drawingKey(source).slice(0, 8)}`);
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(drawingPath(this.#folder, source), `${svg}\n`);
      return { svg };
    } catch (error) {
      return {
        missing: 'error',
        message:
          String(error)
            .replace(/^(?:\w*Error: |page\.evaluate: )+/, '')
            .split('\n', 1)[0] ?? '',
      };
    }
  }
}
