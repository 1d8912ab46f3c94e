import { describe, expect, test } from 'vitest';
import { wordsOf } from '../roadmap/identity.ts';
import { likeness, stemOf, type Vocabulary, wordingOf } from './wording.ts';

/** What else the plan says, before and after. */
const REST = [
  'Write a summary of caching',
  'Write a summary of queues',
  'Install Redis',
  'Read about Kafka',
  'Skim the feed',
];

function alike(before: string, today: string, rest = REST): number {
  const stems = (texts: string[]) => new Set(texts.flatMap((text) => wordsOf(text).map(stemOf)));
  const vocabulary: Vocabulary = { before: stems([...rest, before]), today: stems([...rest, today]) };
  return likeness(wordingOf(before), wordingOf(today), vocabulary);
}

describe('one task in other words', () => {
  test.each([
    ['Draw the cache layer of the shop', 'Sketch the cache layer of the shop'],
    ['Read the chapter on replication', 'Read the pages on replication'],
    ['Write notes about caching in Redis', 'Write short notes on caching in Redis'],
    ['Implement a token bucket in Go', 'Build a token bucket in Go'],
    ['Explain how chached pages expire', 'Explain how cached pages expire'],
    ['List the trade-offs of each index', 'List trade-offs of each of the indexes'],
    ['Measure the p99 latency of the API', 'Measure the p99 latencies of the API'],
    ['Write three questions', 'Write down three questions'],
    ['Read Kleppmann on logs and streams', 'Read Martin Kleppmann on logs and streams'],
  ])('%s → %s', (before, today) => {
    expect(alike(before, today)).toBeGreaterThanOrEqual(2 / 3);
  });
});

describe('two tasks', () => {
  test.each([
    ['Read chapter 3 of the Go book', 'Read chapter 4 of the Go book'],
    ['Read chapter 3 of the Go book', 'Skim chapter 4 of the Go book'],
    ['Read chapter three of the Go book', 'Read chapter four of the Go book'],
    ['Read part I of the long book on data', 'Read part II of the long book on data'],
    ['Watch the first lecture on streams', 'Watch the second lecture on streams'],
    ['Use Redis for the sessions', 'Do not use Redis for the sessions'],
    ['Write a summary of caching', 'Write a summary of queues'],
    ['Set up Redis for the session store', 'Set up Kafka for the session store'],
    ['Watch Prometheus Tutorial by TechWorld with Nana', 'Watch Istio Tutorial by TechWorld with Nana'],
    ['Implement the producer of the events', 'Implement the consumer of the events'],
    ['Enable autovacuum on the big tables', 'Disable autovacuum on the big tables'],
    ['Import the orders of the shop', 'Export the orders of the shop'],
    ['Explain synchronous replication to a friend', 'Explain asynchronous replication to a friend'],
    ['Add symmetric encryption to the API', 'Add asymmetric encryption to the API'],
    ['Serialize the events of the log', 'Deserialize the events of the log'],
    ['Event-driven architecture', 'Watch Event-Driven Architecture'],
    ['Write a summary', 'Write a summary and give a talk about it'],
    [
      'Solve the array problems on the first page of LeetCode',
      'Solve 40 of the array problems on the first page of LeetCode',
    ],
    ['Explain the state', 'Explain the stale'],
  ])('%s → %s', (before, today) => {
    expect(alike(before, today, [...REST, 'Draw the state', 'Find the stale'])).toBeLessThan(2 / 3);
    expect(alike(today, before, [...REST, 'Draw the state', 'Find the stale'])).toBeLessThan(2 / 3);
  });
});

test('a word that has left the plan everywhere was only replaced', () => {
  const rest = ['Depict the log', 'Depict the table'];
  expect(alike('Paint the cache of the shop', 'Depict the cache of the shop', rest)).toBeGreaterThan(2 / 3);
  expect(alike('Paint the cache of the shop', 'Depict the cache of the shop', [...rest, 'Paint the house'])).toBe(0);
});

test('letter case, punctuation and articles make no difference at all', () => {
  expect(alike('Draw the “cache”', 'draw a cache.')).toBe(1);
});
