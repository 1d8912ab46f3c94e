import type { z } from 'zod';
import { parsePage } from './parse-page.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import type { ParsedPage } from './parsed-page.ts';
import type { Problem } from './problems.ts';
import {
  areasSchema,
  type PageData,
  type PlanData,
  pageSchema,
  planSchema,
  type ResourceData,
  resourceFileSchema,
  type TopicData,
  topicSchema,
  type UnitData,
  unitSchema,
} from './schemas.ts';

/** One file of `content/`. */
export interface ContentFile {
  /** Path from the project's root, with forward slashes: `content/plans/…/index.mdx`. */
  path: string;
  bytes: Uint8Array;
}

/** A file, read for what its place says it is. */
export type ParsedFile =
  | { type: 'plan'; plan: string; page: ParsedPage<PlanData> }
  | { type: 'unit'; plan: string; page: ParsedPage<UnitData> }
  | { type: 'topic'; topic: string; page: ParsedPage<TopicData> }
  | { type: 'page'; page: ParsedPage<PageData> }
  | { type: 'resources'; file: string; yaml: ParsedYaml<ResourceData[]> }
  | { type: 'areas'; file: string; yaml: ParsedYaml<Record<string, string>> }
  | { type: 'image'; file: string }
  | { type: 'unreadable'; file: string; plan: string | null; problem: Problem };

/** Bytes a page may have. The longest page that comes with Daymark has 14 KB; past this limit it is a file that strayed in. */
const MAX_BYTES = 512 * 1024;

/** Images by their extension, and how such a file begins. */
const IMAGES: ReadonlyMap<string, (start: string) => boolean> = new Map([
  ['svg', (start) => /<svg[\s>]/i.test(start)],
  ['png', (start) => start.startsWith('\x89PNG')],
  ['jpg', (start) => start.startsWith('\xff\xd8')],
  ['jpeg', (start) => start.startsWith('\xff\xd8')],
  ['gif', (start) => start.startsWith('GIF8')],
  ['webp', (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP'],
  ['avif', (start) => start.slice(4, 8) === 'ftyp'],
]);

/** Parses one file. Pure and without memory, so that a caller may keep the result for as long as the bytes are the same. */
export function parseFile({ path, bytes }: ContentFile): ParsedFile {
  const [, area = '', name = '', ...rest] = path.split('/');
  const plan = area === 'plans' && rest.length > 0 ? name : null;
  const unreadable = (problem: Omit<Problem, 'file'>): ParsedFile => ({
    type: 'unreadable',
    file: path,
    plan,
    problem: { file: path, ...problem },
  });

  const begins = IMAGES.get(path.split('.').at(-1)?.toLowerCase() ?? '');
  if (begins) {
    if (begins(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))) return { type: 'image', file: path };
    const expected = 'an image of the kind its name says; export it again';
    return unreadable({
      code: 'bad-image',
      line: 1,
      column: 1,
      found: `${bytes.byteLength} bytes of something else`,
      expected,
    });
  }
  const isYaml = (area === 'resources' || area === 'topics') && /\.ya?ml$/.test(path);
  if (!path.endsWith('.mdx') && !isYaml) {
    return unreadable({
      code: 'wrong-extension',
      line: 1,
      column: 1,
      found: path.split('/').at(-1) ?? path,
      expected: 'a page that ends in .mdx, a data file .yaml in content/resources or content/topics, or an image',
      ...(/\.(?:mdx?|markdown|mdown)$/i.test(path)
        ? {
            nearest:
              path
                .replace(/\.\w+$/, '.mdx')
                .split('/')
                .at(-1) ?? '',
          }
        : {}),
    });
  }
  if (bytes.byteLength > MAX_BYTES) {
    return unreadable({
      code: 'too-large',
      line: 1,
      column: 1,
      found: `${Math.round(bytes.byteLength / 1024)} KB`,
      expected: `at most ${MAX_BYTES / 1024} KB; split the page, or move images to files of their own`,
    });
  }
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') {
    return unreadable({
      code: 'not-utf8',
      ...text,
      expected: 'text saved as UTF-8 (in an editor: Save with encoding, UTF-8)',
    });
  }
  if (isYaml) {
    const isAreas = area === 'topics';
    const read = <T extends z.ZodType>(schema: T) => parseYaml(text, schema, path);
    return isAreas
      ? { type: 'areas', file: path, yaml: read(areasSchema) }
      : { type: 'resources', file: path, yaml: read(resourceFileSchema) };
  }
  if (plan !== null) {
    if (rest.join('/') === 'index.mdx') return { type: 'plan', plan, page: parsePage(text, path, planSchema) };
    return { type: 'unit', plan, page: parsePage(text, path, unitSchema) };
  }
  if (area === 'topics' && rest.length > 0) {
    const found = path.slice('content/topics/'.length);
    return unreadable({
      code: 'bad-name',
      line: 1,
      column: 1,
      found,
      expected: 'a topic directly in the folder: content/topics/<id>.mdx',
    });
  }
  if (area === 'topics')
    return { type: 'topic', topic: name.replace(/\.mdx$/, ''), page: parsePage(text, path, topicSchema) };
  return { type: 'page', page: parsePage(text, path, pageSchema) };
}

/** Decodes UTF-8; for other bytes, says which byte is wrong and where. */
function decodeUtf8(bytes: Uint8Array): string | { line: number; column: number; found: string } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const zero = text.indexOf('\0');
    if (zero === -1) return text;
    const before = text.slice(0, zero).split('\n');
    return {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      found: 'a zero byte, as in UTF-16 or a program',
    };
  } catch {
    // The replacement character marks the first wrong byte: what precedes it is valid and gives line and column.
    const loose = new TextDecoder('utf-8').decode(bytes);
    const valid = loose.slice(0, loose.indexOf('\uFFFD'));
    const byte = bytes[new TextEncoder().encode(valid).length] ?? 0;
    const lines = valid.split('\n');
    return {
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
      found: `the byte 0x${byte.toString(16).padStart(2, '0').toUpperCase()}, which UTF-8 does not allow here`,
    };
  }
}
