import { afterAll, expect, test } from 'vitest';
import { scratchContent } from '../../tests/support/scratch-content.ts';
import { ContentLibrary } from '../integration/content-library.ts';
import { plansJson, resourcesJson, topicsJson } from './to-json.ts';

const { root, remove } = scratchContent();
afterAll(remove);
const { roadmap } = new ContentLibrary({ root, base: '/any/base/' });

test('plans.json has exactly the shapes of the contract', () => {
  expect(plansJson(roadmap)).toMatchInlineSnapshot(`
    {
      "plans": [
        {
          "credit": null,
          "effort": {
            "hoursPerDay": 3,
          },
          "id": "tiny",
          "schedule": {
            "end": "2026-03-01",
            "slots": {
              "morning": "05:00–10:00",
              "theory": null,
            },
            "start": "2026-02-27",
          },
          "stack": [
            "Go",
          ],
          "summary": "Three days on queues.",
          "title": "A tiny plan",
          "units": [
            {
              "diagrams": 0,
              "id": "week-1",
              "items": [],
              "kind": "week",
              "minutes": 350,
              "number": "1",
              "parent": null,
              "resources": [],
              "title": "Queues",
              "topics": [],
              "url": "/any/base/plans/tiny/week-1/",
            },
            {
              "diagrams": 0,
              "id": "week-1/day-01-first-steps",
              "items": [
                {
                  "id": "g88kdzsecp",
                  "kind": "task",
                  "minutes": 120,
                  "slot": {
                    "from": "05:00",
                    "name": "morning",
                    "to": "07:00",
                  },
                  "text": "Read chapter 1 of the book",
                },
                {
                  "id": "ajgs4p27md",
                  "kind": "task",
                  "minutes": 60,
                  "slot": {
                    "from": "07:00",
                    "name": "morning",
                    "to": "08:00",
                  },
                  "text": "Draw a queue",
                },
                {
                  "id": "h53db2y8sp",
                  "kind": "task",
                  "minutes": 20,
                  "slot": {
                    "name": "theory",
                  },
                  "text": "Write three questions",
                },
              ],
              "kind": "day",
              "minutes": 200,
              "number": "1",
              "parent": "week-1",
              "resources": [
                "the-book-of-queues",
                "a-talk",
              ],
              "title": "First steps",
              "topics": [
                "queues",
              ],
              "url": "/any/base/plans/tiny/week-1/day-01-first-steps/",
            },
            {
              "diagrams": 0,
              "id": "week-1/day-02-brokers",
              "items": [
                {
                  "id": "h7mvg83dc6",
                  "kind": "task",
                  "minutes": 150,
                  "slot": {
                    "from": "19:00",
                    "name": "evening",
                    "to": "21:30",
                  },
                  "text": "Run a broker",
                },
              ],
              "kind": "day",
              "minutes": 150,
              "number": "2",
              "parent": "week-1",
              "resources": [],
              "title": "Brokers",
              "topics": [],
              "url": "/any/base/plans/tiny/week-1/day-02-brokers/",
            },
            {
              "diagrams": 1,
              "id": "week-2",
              "items": [],
              "kind": "week",
              "minutes": 90,
              "number": "2",
              "parent": null,
              "resources": [],
              "title": "Limits",
              "topics": [],
              "url": "/any/base/plans/tiny/week-2/",
            },
            {
              "diagrams": 0,
              "id": "week-2/day-03-limits",
              "items": [
                {
                  "id": "xzwdazf8pv",
                  "kind": "task",
                  "minutes": 90,
                  "slot": null,
                  "text": "Fill a queue until it refuses",
                },
              ],
              "kind": "day",
              "minutes": 90,
              "number": "3",
              "parent": "week-2",
              "resources": [],
              "title": "Limits",
              "topics": [],
              "url": "/any/base/plans/tiny/week-2/day-03-limits/",
            },
          ],
          "url": "/any/base/plans/tiny/",
        },
      ],
      "version": 1,
    }
  `);
});

test('resources.json has exactly the shapes of the contract', () => {
  expect(resourcesJson(roadmap)).toMatchInlineSnapshot(`
    {
      "resources": [
        {
          "by": "A. Writer",
          "checked": "2026-01-31",
          "free": false,
          "id": "the-book-of-queues",
          "kind": "book",
          "title": "The Book of Queues",
          "topics": [
            "queues",
          ],
          "units": [
            "tiny/week-1/day-01-first-steps",
          ],
          "url": "https://example.org/book",
        },
        {
          "by": null,
          "checked": null,
          "free": null,
          "id": "a-talk",
          "kind": "video",
          "title": "A talk",
          "topics": [
            "queues",
          ],
          "units": [
            "tiny/week-1/day-01-first-steps",
          ],
          "url": "https://www.youtube.com/watch?v=abc",
        },
      ],
      "version": 1,
    }
  `);
});

test('topics.json has exactly the shapes of the contract', () => {
  expect(topicsJson(roadmap)).toMatchInlineSnapshot(`
    {
      "topics": [
        {
          "area": "data",
          "id": "caching",
          "related": [],
          "summary": "A copy that is nearer.",
          "title": "Caching",
          "url": "/any/base/topics/caching/",
        },
        {
          "area": "architecture",
          "id": "queues",
          "related": [
            "caching",
          ],
          "summary": "Work that waits its turn.",
          "title": "Queues",
          "url": "/any/base/topics/queues/",
        },
      ],
      "version": 1,
    }
  `);
});

test('days have dates, across the end of a month, and weeks the span of their days', () => {
  expect(roadmap.plans[0]?.units.map(({ id, dates }) => [id, dates?.first, dates?.last])).toEqual([
    ['week-1', '2026-02-27', '2026-02-28'],
    ['week-1/day-01-first-steps', '2026-02-27', '2026-02-27'],
    ['week-1/day-02-brokers', '2026-02-28', '2026-02-28'],
    ['week-2', '2026-03-01', '2026-03-01'],
    ['week-2/day-03-limits', '2026-03-01', '2026-03-01'],
  ]);
});

test('an item ticked by its author is done', () => {
  const items = roadmap.plans[0]?.units.flatMap((unit) => unit.items) ?? [];
  expect(items.filter(({ done }) => done).map(({ text }) => text)).toEqual(['Draw a queue']);
});
