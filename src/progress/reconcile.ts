import { distance } from 'fastest-levenshtein';
import { textKey } from '../roadmap/identity.ts';

/**
 * Finds items again whose ids have changed, because an author has edited their plan since the reader was last here.
 *
 * An id comes from an item's words (`identity.ts`), so moving an item changes nothing, and rewording it makes another id. The
 * store therefore keeps, for each plan a reader follows, the items as they were: what is gone from that list and what is
 * new in today's are compared. An item that was there before is never taken for another one, whatever it says.
 *
 * Two are the same when they share two words of three and no other pair is nearly as good. Where that is not clear, nothing is
 * matched: rather no tick than a wrong one. Nor are two matched that differ in nothing but a number: "Read chapter 4" is
 * the next task, not the same one in other words.
 */

/** An item as the reader's store and the site's index both know it. */
export interface Indexed {
  id: string;
  text: string;
  /** Path of its unit inside the plan. */
  unit: string;
}

/** Share of words that two texts must have in common; a rewording of a third leaves two thirds. */
const ENOUGH = 0.6;
/** The same on another page, where a likeness means less. */
const ENOUGH_ELSEWHERE = 0.65;
/** How much better than every other the match must be. */
const MARGIN = 0.08;

interface Prepared extends Indexed {
  key: string;
  words: string[];
  /** The key without its numbers. */
  plain: string;
  slug: string;
}

/**
 * Matches the items of an earlier state of a plan with those of today.
 *
 * @param before all items of the plan as they were when the reader was last here
 * @param today all items of the plan now
 * @param exactly take only those for the same that say exactly the same: for when `before` is not the whole plan, and what is
 * not in it may have been there all the same
 * @returns new id by old id, for the items whose ids have changed
 */
export function reconcile(
  before: readonly Indexed[],
  today: readonly Indexed[],
  { exactly = false }: { exactly?: boolean } = {},
): Map<string, string> {
  const known = new Set(before.map(({ id }) => id));
  const current = new Set(today.map(({ id }) => id));
  const gone = before.filter(({ id }) => !current.has(id)).map(prepare);
  const fresh = today.filter(({ id }) => !known.has(id)).map(prepare);
  const pairs = gone
    .flatMap((from) => fresh.map((to) => ({ gone: from, fresh: to, score: likeness(from, to) })))
    .filter(({ gone, fresh, score }) =>
      exactly ? gone.key === fresh.key : score >= (near(gone, fresh) ? ENOUGH : ENOUGH_ELSEWHERE),
    )
    .sort((a, b) => b.score - a.score);
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const pair of pairs) {
    if (found.has(pair.gone.id) || taken.has(pair.fresh.id)) continue;
    const rival = pairs.some(
      (other) =>
        other !== pair &&
        (other.gone.id === pair.gone.id || other.fresh.id === pair.fresh.id) &&
        !(other.gone.id === pair.gone.id ? taken.has(other.fresh.id) : found.has(other.gone.id)) &&
        other.score > pair.score - MARGIN,
    );
    if (rival) continue;
    found.set(pair.gone.id, pair.fresh.id);
    taken.add(pair.fresh.id);
  }
  return found;
}

/** The items most like one that is gone, best first; none that share less than a third of their words. */
export function mostAlike<T extends Indexed>(gone: Indexed, items: readonly T[], limit: number): T[] {
  const from = prepare(gone);
  return items
    .map((item) => ({ item, score: likeness(from, prepare(item)) }))
    .filter(({ score }) => score >= 1 / 3)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}

/** How alike two items are, from 0 to 1, with a little more for those on the same page. */
function likeness(a: Prepared, b: Prepared): number {
  const place = a.unit === b.unit ? 0.1 : near(a, b) ? 0.09 : 0;
  if (a.key === b.key) return 1 + place;
  if (a.plain === b.plain) return 0;
  const rest = [...b.words];
  let shared = 0;
  for (const word of a.words) {
    const index = rest.findIndex((other) => sameWord(word, other));
    if (index === -1) continue;
    rest.splice(index, 1);
    shared += 1;
  }
  return (2 * shared) / (a.words.length + b.words.length) + place;
}

/** On the same page, also when it was renamed or renumbered. */
function near(a: Prepared, b: Prepared): boolean {
  return a.unit === b.unit || (a.slug !== '' && a.slug === b.slug);
}

/** Equal but for a letter or two, as after a correction. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  return longest > 4 && distance(a, b) <= (longest > 7 ? 2 : 1);
}

function prepare(item: Indexed): Prepared {
  const key = textKey(item.text);
  const words = key.split(' ');
  const slug =
    item.unit
      .split('/')
      .at(-1)
      ?.replace(/^[a-z]+(?:-\d+)+-?/, '') ?? '';
  return { ...item, key, words, plain: words.filter((word) => !/\d/.test(word)).join(' '), slug };
}
