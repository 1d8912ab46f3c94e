import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { ContentLibrary } from '../integration/content-library.ts';
import { drawingKey, drawingPath } from './drawing-store.ts';
import { Drawings } from './drawings.ts';

const folder = mkdtempSync(join(tmpdir(), 'daymark-drawings-'));
const drawings = new Drawings(folder);
afterAll(async () => {
  await drawings.close();
  rmSync(folder, { recursive: true });
});

const FLOW = 'flowchart LR\n  accTitle: Two boxes\n  accDescr: One leads to the other.\n  a([Reader]) --> b[(Store)]\n';

test('a diagram is drawn once, for both color schemes, with its title and description', async () => {
  const drawing = await drawings.draw(FLOW);
  if (!('svg' in drawing)) throw new Error(JSON.stringify(drawing));
  expect(drawing.svg).toMatch(/^<svg /);
  expect(drawing.svg).toContain('light-dark(');
  expect(drawing.svg).toMatch(/<title id="[^"]+">Two boxes<\/title>/);
  expect(drawing.svg).toMatch(/<desc id="[^"]+">One leads to the other\.<\/desc>/);
  expect(drawing.svg).not.toMatch(/<script|<foreignObject|@import|https?:\/\/(?!www\.w3\.org)/);
  expect(readdirSync(folder)).toEqual([`${drawingKey(FLOW)}.svg`]);
  expect(drawings.stored(FLOW)).toBe(`${drawing.svg}\n`);
});

test('a drawing depends on nothing but its source', async () => {
  const again = mkdtempSync(join(tmpdir(), 'daymark-drawings-'));
  const other = new Drawings(again);
  await other.draw('sequenceDiagram\n  A->>B: Hello\n');
  const drawing = await other.draw(FLOW);
  await other.close();
  rmSync(again, { recursive: true });
  expect('svg' in drawing && `${drawing.svg}\n`).toBe(drawings.stored(FLOW));
});

test('the drawings in the repository are those that today’s code makes', async () => {
  const stored = new Drawings(join(process.cwd(), 'drawings'));
  const { diagrams } = new ContentLibrary({ root: process.cwd(), base: '/' });
  // Rules without numbers: geometry may differ by a tenth of a pixel between browsers, looks may not.
  const looks = (svg: string | null) => /<style>(.*?)<\/style>/s.exec(svg ?? '')?.[1]?.replaceAll(/[\d.]+/g, '0');
  for (const kind of ['flowchart', 'sequenceDiagram', 'stateDiagram-v2', 'erDiagram', 'classDiagram']) {
    const source = diagrams.find((diagram) => diagram.source.startsWith(kind))?.source ?? '';
    const drawing = await drawings.draw(source);
    expect(looks('svg' in drawing ? drawing.svg : null), kind).toBe(looks(stored.stored(source)));
  }
  drawings.prune([FLOW]);
});

test('no drawing has a color that is not one', () => {
  const folder = join(process.cwd(), 'drawings');
  const broken = readdirSync(folder).filter((name) =>
    /light-dark\((?:light-dark|,|[^()]*,\s*\))|font-family/.test(readFileSync(join(folder, name), 'utf8')),
  );
  expect(broken).toEqual([]);
});

test('a stored drawing needs no browser', async () => {
  vi.stubEnv('DAYMARK_NO_BROWSER', '1');
  const offline = new Drawings(folder);
  expect(await offline.draw(FLOW)).toHaveProperty('svg');
  expect(await offline.draw('flowchart LR\n  new --> one')).toEqual({ missing: 'no browser' });
  vi.unstubAllEnvs();
});

test('a diagram that cannot be drawn says why', async () => {
  expect(await drawings.draw('flowchart LR\n  a -> [b')).toMatchObject({
    missing: 'error',
    message: expect.stringContaining('Parse error on line 2'),
  });
});

test('line ends and white space at the ends do not make another diagram', () => {
  expect(drawingKey('a\r\nb  \n\n')).toBe(drawingKey('a\nb'));
  expect(drawingKey('a\n b')).not.toBe(drawingKey('a\nb'));
});

test('drawings of diagrams that are gone are removed', () => {
  writeFileSync(drawingPath(folder, 'gone'), '<svg/>');
  expect(drawings.prune([FLOW])).toBe(1);
  expect(readdirSync(folder)).toEqual([`${drawingKey(FLOW)}.svg`]);
});
