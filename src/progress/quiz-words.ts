import type { AttemptResult, Missed } from './quiz-attempts.ts';

/** How a quiz stands: `6 of 10, 8 to pass`. @param pass questions to pass; `null` where nothing asks for it */
export function sayScore(right: number, questions: number, pass: number | null): string {
  return `${right} of ${questions}${pass === null ? '' : `, ${pass} to pass`}`;
}

/** What a finished attempt came to, as a sentence. */
export function sayResult(result: AttemptResult, questions: number, pass: number | null): string {
  const { right, asked, whole, standing } = result;
  const verdict = pass === null ? 'Finished' : standing >= pass ? 'Passed' : 'Not passed yet';
  const toPass = pass === null || standing >= pass ? '' : `, ${pass} to pass`;
  return whole
    ? `${verdict}: ${right} of ${asked}${toPass}.`
    : `${verdict}: ${right} of ${asked} asked again, ${standing} of ${questions} in all${toPass}.`;
}

/** The same in a list of attempts, in few words. */
export function sayEarlier(result: AttemptResult, questions: number, pass: number | null): string {
  const { right, asked, whole, standing } = result;
  const score = whole ? `${right} of ${asked}` : `${right} of ${asked} asked again, ${standing} of ${questions} in all`;
  return pass === null ? score : `${score}, ${standing >= pass ? 'passed' : 'not passed'}`;
}

/** What a reader is reminded of on a later day: `3 questions you missed on 4 March`. @param now milliseconds since 1970 */
export function sayMissed({ ids, at }: Missed, now: number, locale?: string): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
  return `${ids.length} ${ids.length === 1 ? 'question' : 'questions'} you missed on ${day}:`;
}

/** Whether two instants, in milliseconds since 1970, are on one day where the reader is. */
export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
