import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Who an item is. Progress is kept under these ids, so the rule is a promise:
 *
 * - The id comes from the words of the item, not from its place. Moving it in the list, to another day, renumbering or
 *   renaming its file changes nothing; nor does its time block, its kind, its details (everything after the first
 *   paragraph), emphasis, letter case, punctuation, typographic quotes, articles, or where its links point.
 * - Other words are another id. Whether a reworded task is still the same task is a judgement for the store that
 *   holds the ticks, which knows the old text; an id that guessed could show a tick on a task nobody did.
 * - Two items of one plan that say the same are told apart by the slug of their page (`day-03-caching` is `caching`,
 *   whatever its number), and by their path where even that is equal. On one page they are an error.
 */

const ARTICLES = new Set(['a', 'an', 'the']);
/** 50 bits in base 32: two of 5,000 different texts meet once in 90 million plans. */
const LENGTH = 10;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The words that make an item what it is, in order, lower case. */
export function significantWords(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}+#]+/gu) ?? [];
  const significant = words.filter((word) => !ARTICLES.has(word));
  return significant.length > 0 ? significant : words;
}

/** The key under which texts count as the same. */
export function textKey(text: string): string {
  return significantWords(text).join(' ');
}

/** What the ids of a plan's items are made from. */
export interface Identifiable {
  text: string;
  /** Path of the item's page inside the plan: `week-1/day-03-caching`. */
  unit: string;
  /** Readable part of the page's name: `caching`; empty when it has none. */
  slug: string;
}

/**
 * Gives each item of a plan its id.
 *
 * @returns ids in the order of `items`; all different, unless one page says the same thing twice (which the checker reports).
 */
export function identify(items: readonly Identifiable[]): string[] {
  const groups = Map.groupBy(items, (item) => textKey(item.text));
  return items.map((item) => {
    const key = textKey(item.text);
    const group = groups.get(key) ?? [];
    return hash(`${key}${distinction(item, group)}`);
  });
}

function distinction(item: Identifiable, group: readonly Identifiable[]): string {
  const units = new Set(group.map((other) => other.unit));
  if (units.size === 1) return '';
  const slugs = new Set(group.map((other) => other.slug));
  return slugs.size === units.size ? `\n${item.slug}` : `\n${item.unit}`;
}

function hash(text: string): string {
  let bits = BigInt(`0x${bytesToHex(sha256(utf8ToBytes(text)).slice(0, 7))}`);
  let id = '';
  for (let i = 0; i < LENGTH; i++) {
    id += ALPHABET[Number(bits & 31n)];
    bits >>= 5n;
  }
  return id;
}
