import { ITEM_ID } from './keys.ts';
import { isTime } from './mark.ts';
import { parseJson } from './parse-json.ts';
import type { RecordForm } from './record.ts';

/** One time that a reader went through a quiz, or through the questions missed before. */
export interface Attempt {
  /** When it was finished, in milliseconds since 1970; also what tells attempts apart. */
  at: number;
  /** Ids of the questions asked. */
  asked: readonly string[];
  /** Ids of those that the reader ticked. */
  right: readonly string[];
}

/** The attempts at the quiz of a unit as they are stored, oldest first; two histories merge into all that either has. */
export const ATTEMPTS: RecordForm<readonly Attempt[]> = {
  read(value) {
    const stored = parseJson(value);
    if (typeof stored !== 'object' || stored === null) return { problem: 'unreadable' };
    const { v, attempts } = stored as Record<string, unknown>;
    if (typeof v === 'number' && v > VERSION) return { problem: 'newer' };
    const sound = v === VERSION && Array.isArray(attempts) && attempts.every(isAttempt);
    return sound ? { value: union(attempts, []) } : { problem: 'unreadable' };
  },
  write: (attempts) => JSON.stringify({ v: VERSION, attempts: attempts.map(fieldsOf) }),
  merge: union,
};

/** What each attempt came to, oldest first. @param questions ids of today's questions */
export function resultsOf(attempts: readonly Attempt[], questions: readonly string[]): AttemptResult[] {
  return attempts.map((attempt, index) => {
    const known = outcomesOf(attempts.slice(0, index + 1), questions);
    const whole = attempt.asked.filter((id) => questions.includes(id)).length >= known.size;
    const right = attempt.right.length;
    const standing = whole ? right : [...known.values()].filter((outcome) => outcome.right).length;
    return { at: attempt.at, asked: attempt.asked.length, right, whole, standing };
  });
}

/** How the reader answered each of today's questions when it was last asked; without those never asked. */
export function outcomesOf(attempts: readonly Attempt[], questions: readonly string[]): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const { at, asked, right } of attempts)
    for (const id of asked) if (questions.includes(id)) outcomes.set(id, { at, right: right.includes(id) });
  return outcomes;
}

/** The questions to ask again: missed when last asked, and not ticked since. `at` is when the last of them was missed. */
export function missedOf(outcomes: ReadonlyMap<string, Outcome>, ticked: ReadonlySet<string>): Missed | null {
  const missed = [...outcomes].filter(([id, { right }]) => !right && !ticked.has(id));
  if (missed.length === 0) return null;
  return { ids: missed.map(([id]) => id), at: Math.max(...missed.map(([, { at }]) => at)) };
}

function union(a: readonly Attempt[], b: readonly Attempt[]): Attempt[] {
  const byTime = new Map<number, Attempt>();
  for (const attempt of [...a, ...b]) {
    const other = byTime.get(attempt.at);
    // Two at the same instant: any rule will do on which all tabs agree.
    if (!other || textOf(attempt) > textOf(other)) byTime.set(attempt.at, attempt);
  }
  return [...byTime.values()].sort((one, other) => one.at - other.at);
}

function isAttempt(value: unknown): value is Attempt {
  if (typeof value !== 'object' || value === null) return false;
  const { at, asked, right } = value as Record<string, unknown>;
  const isIds = (ids: unknown): ids is string[] =>
    Array.isArray(ids) && ids.every((id) => typeof id === 'string' && ITEM_ID.test(id));
  return isTime(at) && isIds(asked) && isIds(right) && right.every((id) => asked.includes(id));
}

function fieldsOf({ at, asked, right }: Attempt): Attempt {
  return { at, asked, right };
}

function textOf(attempt: Attempt): string {
  return JSON.stringify(fieldsOf(attempt));
}

const VERSION = 1;

export interface Outcome {
  right: boolean;
  at: number;
}

export interface Missed {
  ids: string[];
  at: number;
}

export interface AttemptResult {
  at: number;
  /** Numbers of questions. */
  asked: number;
  right: number;
  /** All questions were asked, not only those missed before. */
  whole: boolean;
  /** Questions right after this attempt, with those that were right before and not asked again. */
  standing: number;
}
