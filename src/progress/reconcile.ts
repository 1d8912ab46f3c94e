import { likeness, sharedWords, stemOf, type Wording, wordingOf } from './wording.ts';

/**
 * Finds items again whose ids have changed, because an author has edited their plan since the reader was last here.
 *
 * An id comes from an item's words (`identity.ts`), so moving an item changes nothing, and rewording it makes another id. The
 * store therefore keeps, for each plan a reader follows, the items as they were: what is gone from that list and what is
 * new in today's are compared (`wording.ts`). An item that was there before is never taken for another one, whatever it says.
 *
 * Two are the same when they are alike and no other pair is nearly as good. Where that is not clear, nothing is matched: rather no tick than a
 * wrong one. The reader can still decide herself (`orphans.ts`).
 */

/** An item as the reader's store and the site's index both know it. */
export interface Indexed {
  id: string;
  text: string;
  /** Path of its unit inside the plan. */
  unit: string;
}

/** Share of words that two texts must have in common: a rewording of a third leaves two thirds. */
const ENOUGH = 2 / 3;
/** The same on another page, where a likeness means less. */
const ENOUGH_ELSEWHERE = 3 / 4;
/** How much better than every other the match must be. */
const MARGIN = 0.08;

interface Prepared {
  id: string;
  unit: string;
  wording: Wording;
}

interface Pair {
  gone: Prepared;
  fresh: Prepared;
  score: number;
}

/**
 * Matches the items of an earlier state of a plan with those of today.
 *
 * @param before all items of the plan as they were when the reader was last here
 * @param today all items of the plan now
 * @param exactly take only those for the same that say exactly the same on the same page: for when `before` is not the whole plan, and what is
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
  if (gone.length === 0 || fresh.length === 0) return new Map();
  const vocabulary = { before: stemsOf(before), today: stemsOf(today) };
  const pairs = alikeWords(gone, fresh).flatMap((pair) => {
    const { wording } = pair.gone;
    const isNear = near(pair.gone, pair.fresh);
    const alike = likeness(wording, pair.fresh.wording, vocabulary);
    const same = wording.key === pair.fresh.wording.key;
    if (exactly ? !(same && isNear) : alike < (isNear ? ENOUGH : ENOUGH_ELSEWHERE)) return [];
    const place = pair.gone.unit === pair.fresh.unit ? 0.1 : isNear ? 0.09 : 0;
    return [{ ...pair, score: alike + place }];
  });
  return bestOf(pairs);
}

/** Finds, for an item that is gone, those most like it, best first; none that share less than a third of their words. */
export function mostAlike<T extends Indexed>(items: readonly T[]): (gone: Indexed) => T[] {
  const prepared = items.map((item) => ({ item, ...prepare(item) }));
  return (gone) => {
    const from = prepare(gone);
    return prepared
      .map((to) => ({ item: to.item, score: sharedWords(from.wording, to.wording) + (near(from, to) ? 0.1 : 0) }))
      .filter(({ score }) => score >= 1 / 3)
      .sort((a, b) => b.score - a.score)
      .map(({ item }) => item);
  };
}

/** Pairs that have at least a third of their words in common, found by these words: of two long lists few pairs have any. */
function alikeWords(gone: readonly Prepared[], fresh: readonly Prepared[]): Omit<Pair, 'score'>[] {
  const byStem = new Map<string, Prepared[]>();
  for (const item of fresh)
    for (const stem of stems(item.wording)) byStem.set(stem, [...(byStem.get(stem) ?? []), item]);
  return gone.flatMap((from) => {
    const common = new Map<Prepared, number>();
    for (const stem of stems(from.wording))
      for (const item of byStem.get(stem) ?? []) common.set(item, (common.get(item) ?? 0) + 1);
    return [...common]
      .filter(([to, count]) => count >= Math.max(stems(from.wording).size, stems(to.wording).size) / 3)
      .map(([to]) => ({ gone: from, fresh: to }));
  });
}

/** Best pair first, each item once; a pair with a rival that is nearly as good is none. */
function bestOf(pairs: readonly Pair[]): Map<string, string> {
  const byGone = Map.groupBy(pairs, ({ gone }) => gone);
  const byFresh = Map.groupBy(pairs, ({ fresh }) => fresh);
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const pair of [...pairs].sort((a, b) => b.score - a.score)) {
    const { gone, fresh, score } = pair;
    if (found.has(gone.id) || taken.has(fresh.id)) continue;
    const rivals = [
      ...(byGone.get(gone) ?? []).filter((other) => !taken.has(other.fresh.id)),
      ...(byFresh.get(fresh) ?? []).filter((other) => !found.has(other.gone.id)),
    ];
    if (rivals.some((other) => other !== pair && other.score > score - MARGIN)) continue;
    found.set(gone.id, fresh.id);
    taken.add(fresh.id);
  }
  return found;
}

/** On the same page, also when it was renamed or renumbered, but not both. */
function near(a: Pick<Prepared, 'unit'>, b: Pick<Prepared, 'unit'>): boolean {
  const [one, other] = [NAME.exec(a.unit)?.groups ?? {}, NAME.exec(b.unit)?.groups ?? {}];
  const isRenamed = one['place'] === other['place'];
  const isRenumbered = Boolean(one['slug']) && one['slug'] === other['slug'];
  return a.unit === b.unit || isRenamed || isRenumbered;
}

function prepare({ id, text, unit }: Indexed): Prepared {
  return { id, unit, wording: wordingOf(text) };
}

function stems({ words }: Wording): Set<string> {
  return new Set(words.map(stemOf));
}

function stemsOf(items: readonly Indexed[]): Set<string> {
  return new Set(items.flatMap(({ text }) => [...stems(wordingOf(text))]));
}

/** `week-1/day-03-caching`: its place in the plan is `week-1/day-03`, its slug `caching`. */
const NAME = /^(?<place>(?:.*\/)?[a-z]+(?:-\d+)+)(?:-(?<slug>[^/]+))?$/;
