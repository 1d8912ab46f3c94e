import { expect, test } from 'vitest';
import type { AttemptResult } from './quiz-attempts.ts';
import { isSameDay, sayEarlier, sayMissed, sayResult, sayScore } from './quiz-words.ts';

const whole: AttemptResult = { at: 0, asked: 10, right: 6, whole: true, standing: 6 };
const again: AttemptResult = { at: 0, asked: 4, right: 3, whole: false, standing: 9 };

test('a score names what it takes to pass, where something does', () => {
  expect(sayScore(6, 10, 8)).toBe('6 of 10, 8 to pass');
  expect(sayScore(6, 10, null)).toBe('6 of 10');
});

test.each([
  [whole, 8, 'Not passed yet: 6 of 10, 8 to pass.', '6 of 10, not passed'],
  [again, 8, 'Passed: 3 of 4 asked again, 9 of 10 in all.', '3 of 4 asked again, 9 of 10 in all, passed'],
  [whole, null, 'Finished: 6 of 10.', '6 of 10'],
])('an attempt: %#', (result, pass, sentence, short) => {
  expect([sayResult(result, 10, pass), sayEarlier(result, 10, pass)]).toEqual([sentence, short]);
});

test('a reminder has the day, and the year when it is another one', () => {
  const missed = { ids: ['a', 'b', 'c'], at: new Date(2026, 2, 4, 22).getTime() };
  expect(sayMissed(missed, new Date(2026, 2, 5).getTime(), 'en-GB')).toBe('3 questions you missed on 4 March:');
  expect(sayMissed({ ...missed, ids: ['a'] }, new Date(2027, 0, 1).getTime(), 'en-GB')).toBe(
    '1 question you missed on 4 March 2026:',
  );
});

test('a day ends at midnight where the reader is', () => {
  const evening = new Date(2026, 2, 4, 23, 59).getTime();
  expect(isSameDay(evening, new Date(2026, 2, 4, 0, 1).getTime())).toBe(true);
  expect(isSameDay(evening, evening + 120_000)).toBe(false);
});
