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
 * - Items that say the same on several pages are told apart by the readable part of the page's name (`day-03-caching` is
 *   `caching`, whatever its number). Where that does not tell them apart they are an error: their place would have to,
 *   and a day inserted before them would then hand the tick of one to the other.
 */

const ARTICLES = new Set(['a', 'an', 'the']);
/** 50 bits in base 32: two of 5,000 different texts meet once in 90 million plans. */
const LENGTH = 10;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** A number with its decimals, a word of any script with its marks, or a comparison. */
const WORD = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}+#]+|[<>=]+/gu;

/** The words of a text, lower case, in order: without punctuation and apostrophes. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().replace(/['’]/g, '').match(WORD) ?? [];
}

/** The key under which texts count as the same: their significant words, lower case, in order. */
export function textKey(text: string): string {
  const words = wordsOf(text);
  const significant = words.filter((word) => !ARTICLES.has(word));
  return (significant.length > 0 ? significant : words).join(' ');
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
 * @returns ids in the order of `items`. Equal ids are items that nothing but their place tells apart, which the
 * checker reports.
 */
export function identify(items: readonly Identifiable[]): string[] {
  const keyed = items.map((item) => ({ ...item, key: textKey(item.text) }));
  const groups = Map.groupBy(keyed, ({ key }) => key);
  return keyed.map(({ key, slug }) => {
    const units = new Set(groups.get(key)?.map(({ unit }) => unit));
    return hash(units.size === 1 ? key : `${key}\n${slug}`);
  });
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
