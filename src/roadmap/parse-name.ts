import { capitalize } from './capitalize.ts';
import { UNIT_KINDS, type UnitKind } from './types.ts';

/** What a unit's file or folder name says: `day-01-system-design` is day 1, `weeks-7-8` the pair of weeks 7 and 8. */
export interface UnitName {
  kind: UnitKind;
  /** First number of the range. */
  first: number;
  /** Last number; the same as `first` for a single unit. */
  last: number;
  /** The readable rest of the name, empty when there is none. */
  slug: string;
}

const PATTERN = new RegExp(`^(${UNIT_KINDS.join('|')})s?-(\\d{1,4})(?:-(\\d{1,4}))?(?:-([a-z][a-z0-9-]*))?$`);

/** How a unit's name is written, for messages. */
export const NAME_FORM = `<kind>-<number>[-<last number>][-<slug>] in lower case, with kind one of ${UNIT_KINDS.join(', ')}: day-04-concurrency, weeks-7-8-messaging`;

/** Parses a file name without its extension, or a folder name; `null` when it does not name a unit. */
export function parseUnitName(name: string): UnitName | null {
  const match = PATTERN.exec(name);
  if (!match) return null;
  const [, kind, from, to, slug] = match;
  const first = Number(from);
  const last = to === undefined ? first : Number(to);
  if (last < first) return null;
  return { kind: kind as UnitKind, first, last, slug: slug ?? '' };
}

/** The number as the JSON gives it: `"4"`, or `"15-17"`. */
export function unitNumber({ first, last }: Pick<UnitName, 'first' | 'last'>): string {
  return first === last ? String(first) : `${first}-${last}`;
}

/** How a reader sees it: `Day 4`, `Weeks 7–8`. */
export function unitLabel({ kind, first, last }: Omit<UnitName, 'slug'>): string {
  const word = capitalize(kind);
  return first === last ? `${word} ${first}` : `${word}s ${first}–${last}`;
}

/** Splits the path of a unit's file into the names of the units it stands in, and its own. */
export function unitPath(file: string): { path: string; names: UnitName[]; badPart: string | null } {
  const parts = file
    .replace(/\/index\.mdx$/, '')
    .replace(/\.mdx$/, '')
    .split('/');
  const names = parts.map(parseUnitName);
  const bad = names.indexOf(null);
  return { path: parts.join('/'), names: bad === -1 ? (names as UnitName[]) : [], badPart: parts[bad] ?? null };
}

/** Reading order: by number at every level, a unit before what it holds. */
export function compareNames(a: readonly UnitName[], b: readonly UnitName[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i] as UnitName, b[i] as UnitName];
    const order =
      x.first - y.first ||
      x.last - y.last ||
      UNIT_KINDS.indexOf(x.kind) - UNIT_KINDS.indexOf(y.kind) ||
      x.slug.localeCompare(y.slug, 'en');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
