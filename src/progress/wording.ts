import { distance } from 'fastest-levenshtein';
import { textKey, wordsOf } from '../roadmap/identity.ts';

/**
 * Whether two texts that differ are one task in other words, or two tasks. Nobody can know; what is certain is which mistake is worse: a tick on a
 * task that was not done. So two texts are one task only where nothing says otherwise:
 *
 * - two thirds of the words of the longer one are in the other, and more than three quarters where it merely says more than that: a task that has
 *   grown is not done;
 * - what differs is no number, no negation and no opposite: "Read chapter 4" is the next task;
 * - what differs does not name another thing: where "caching" has become "queues", and the plan still has caching somewhere and had queues
 *   before, the author has another task in mind, as with names such as "Redis" and "Kafka". A word that is new to the plan, or one that has
 *   left it, is only a better word for the other.
 */
export interface Wording {
  /** Equal for texts that count as the same (`identity.ts`). */
  key: string;
  words: readonly string[];
  /** Those written with a capital in the middle of a sentence: names of things. */
  names: ReadonlySet<string>;
}

export function wordingOf(text: string): Wording {
  const names = [...text.matchAll(NAME)].flatMap(([name]) => wordsOf(name));
  return { key: textKey(text), words: wordsOf(text), names: new Set(names) };
}

/** Share of the words of the longer text that are in the other, from 0 to 1. */
export function sharedWords(a: Wording, b: Wording): number {
  return compare(a, b, { before: new Set(), today: new Set() }).shared;
}

/** The stems of all words of a plan, as it was and as it is. */
export interface Vocabulary {
  before: ReadonlySet<string>;
  today: ReadonlySet<string>;
}

/** Share of the words of the longer text that are in the other; 0 where what differs says that an earlier task and one of today are two. */
export function likeness(a: Wording, b: Wording, vocabulary: Vocabulary): number {
  if (a.key === b.key) return 1;
  const { shared, left, right } = compare(a, b, vocabulary);
  const isGrown = (left.length === 0 || right.length === 0) && [...left, ...right].some((word) => !SMALL.has(word));
  if (isGrown && shared <= 3 / 4) return 0;
  if ([...left, ...right].some((word) => NEGATIONS.has(word))) return 0;
  if ([...left, ...right].some(isNumber)) return 0;
  if (left.some((word) => right.some((other) => areOpposites(word, other)))) return 0;
  const isName = (word: string) => a.names.has(word) || b.names.has(word);
  const names = (words: string[], others: ReadonlySet<string>) =>
    words.some((word) => isName(word) || (!SMALL.has(word) && others.has(stemOf(word))));
  return names(left, vocabulary.today) && names(right, vocabulary.before) ? 0 : shared;
}

/** A word without what inflection adds: `caching`, `cached` and `caches` are one. */
export function stemOf(word: string): string {
  return word.length > 3 ? word.replace(/(?:ing|ies|ed|es|s|e|y)$/, '') : word;
}

/** Pairs off words that are the same, first to first; what is left over of each text is how they differ. */
function compare(a: Wording, b: Wording, vocabulary: Vocabulary) {
  const right = [...b.words];
  const pairOff = (words: readonly string[], same: (word: string, other: string) => boolean) =>
    words.filter((word) => {
      const found = right.findIndex((other) => same(word, other));
      if (found !== -1) right.splice(found, 1);
      return found === -1;
    });
  const unequal = pairOff(a.words, (word, other) => word === other);
  const left = pairOff(unequal, (word, other) => isFormOf(word, other, vocabulary) || areSynonyms(word, other));
  const longest = Math.max(a.words.length, b.words.length);
  return { shared: (a.words.length - left.length) / longest, left, right };
}

/** Another form of the same word, or the same but for a letter or two, as after a correction: two words that the plan has both are no slip. */
function isFormOf(a: string, b: string, { before, today }: Vocabulary): boolean {
  const [one, other] = [stemOf(a), stemOf(b)];
  if (one === other && one.length > 2) return true;
  const longest = Math.max(a.length, b.length);
  if (longest < 5 || a[0] !== b[0] || /\d/.test(a + b) || Math.abs(a.length - b.length) > 2) return false;
  return !(today.has(one) && before.has(other)) && distance(a, b) <= (longest > 7 ? 2 : 1);
}

function areSynonyms(a: string, b: string): boolean {
  return SYNONYMS.get(a)?.has(b) ?? false;
}

/** `import` and `export`; `serialize` and `deserialize`. */
function areOpposites(a: string, b: string): boolean {
  const [one, other] = [stemOf(a), stemOf(b)];
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isPrefixed = long.endsWith(short) && PREFIXES.has(long.slice(0, -short.length));
  return isPrefixed || (OPPOSITES.get(one)?.has(other) ?? false);
}

function isNumber(word: string): boolean {
  return /\d/.test(word) || NUMBERS.has(word);
}

/** Each word of a group, with all words of the groups it is in. */
function groupsOf(lists: string, form: (word: string) => string = (word) => word): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const list of lists.split(',')) {
    const words = list.trim().split(/\s+/).map(form);
    for (const word of words) groups.set(word, new Set([...(groups.get(word) ?? []), ...words]));
  }
  return groups;
}

const NAME = /(?<![.!?:;·]\s*|^\s*)(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}+#]*/gu;
const NEGATIONS = new Set('not no never without dont cannot cant neither nor avoid except unless'.split(' '));
const NUMBERS = new Set(
  'one two three four five six seven eight nine ten first second third fourth fifth sixth seventh last next i ii iii iv vi vii viii ix'.split(
    ' ',
  ),
);
/** What makes a word its own opposite, or another thing. */
const PREFIXES = new Set('a anti auto de dis dys im in inter ir multi non over post pre re sub un under'.split(' '));
/** Words that name nothing. */
const SMALL = new Set(
  'a an the of in on at to for from by with about and or as into over per via than then your you my its it is are be do that this these those how what why when which who where each every all any some more less own new down up out off again also only just well briefly carefully shortly short'.split(
    ' ',
  ),
);
/** What an author may say instead without asking for other work. */
const SYNONYMS = groupsOf(
  'draw sketch whiteboard diagram, write draft note, build implement create make code develop, explain describe outline, learn understand study, watch view, list enumerate name, solve complete finish do, pick choose select, measure time, compare contrast, set configure',
);
const OPPOSITES = groupsOf(
  `read write, reader writer, producer consumer, produce consume, client server, before after, import export, encode decode, encrypt decrypt,
  encryption decryption, enable disable, start stop, add remove, create delete, insert delete, push pull, horizontal vertical, optimistic pessimistic,
  input output, request response, upload download, primary replica, minimum maximum, increase decrease, increment decrement, ascending descending, internal
  external, public private, left right, inner outer, open close, publish subscribe, publisher subscriber, send receive, sender receiver, frontend
  backend, best worst, with without, unit integration, authentication authorization, mutable immutable, stateful stateless, blue green, buyer seller`,
  stemOf,
);
