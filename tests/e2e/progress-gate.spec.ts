/** The light at the end of a quarter: what it is, why, and the shortest way to a better one. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import type { IndexItem } from '../../src/roadmap/plan-index.ts';
import type { ItemKind } from '../../src/roadmap/types.ts';
import { complaintsOf, indexOf, KEYS, keep, storedMark } from '../support/progress.ts';

const YEAR = 'senior-go-1-year';
const pageOf = (unit: string) => `/plans/${YEAR}/${unit}/`;

/** What the plan's own file advises. */
const [, frontmatter = ''] = readFileSync(`content/plans/${YEAR}/index.mdx`, 'utf8').split(/^---$/m);
const ADVICE: Readonly<Record<'green' | 'yellow' | 'red', string>> = parse(frontmatter).gate.advice;

const gate = (page: Page) => page.locator('daymark-gate');
const light = (page: Page) => gate(page).getByRole('status');
const reasons = (page: Page) => gate(page).locator('.now li');
const way = (page: Page) => gate(page).locator('.way');
const advice = (page: Page) => gate(page).locator('.advice');

/** So many items of each kind in a unit and below it. */
async function some(page: Page, unit: string, numbers: Partial<Record<ItemKind, number>>): Promise<IndexItem[]> {
  const { items } = await indexOf(page, YEAR);
  const within = items.filter((item) => item.unit === unit || item.unit.startsWith(`${unit}/`));
  return Object.entries(numbers).flatMap(([kind, number]) =>
    within.filter((item) => item.kind === kind).slice(0, number),
  );
}

function keepTicks(page: Page, items: readonly IndexItem[]): Promise<void> {
  return keep(page, Object.fromEntries(items.map((item) => [KEYS.mark(YEAR, item.id), storedMark(item)])));
}

// Quarter 1 has 29 topics, so 80% are 24 and 60% are 18; of its 5 projects it asks for 2 or 1, of 10 questions for 8 or 6.
for (const [name, topic, project, quiz, color, words, why, missing] of [
  [
    'with nothing done',
    0,
    0,
    0,
    'red',
    'Red: stay',
    [
      'Red 0 of 29 topics (0%): 18 more for yellow, 24 more for green',
      'Red 0 of 5 projects (0%): 1 more for yellow, 2 more for green',
      'Red 0 of 10 quiz questions (0%): 6 more for yellow, 8 more for green',
    ],
    'For yellow: 18 more topics, 1 more project, and 6 more quiz questions',
  ],
  [
    'one topic below yellow',
    17,
    1,
    6,
    'red',
    'Red: stay',
    [
      'Red 17 of 29 topics (58%): 1 more for yellow, 7 more for green',
      'Yellow 1 of 5 projects (20%): 1 more for green',
      'Yellow 6 of 10 quiz questions (60%): 2 more for green',
    ],
    'For yellow: 1 more topic',
  ],
  [
    'exactly at yellow',
    18,
    1,
    6,
    'yellow',
    'Yellow: practice more',
    [
      'Yellow 18 of 29 topics (62%): 6 more for green',
      'Yellow 1 of 5 projects (20%): 1 more for green',
      'Yellow 6 of 10 quiz questions (60%): 2 more for green',
    ],
    'For green: 6 more topics, 1 more project, and 2 more quiz questions',
  ],
  [
    'between yellow and green',
    20,
    3,
    7,
    'yellow',
    'Yellow: practice more',
    [
      'Yellow 20 of 29 topics (68%): 4 more for green',
      'Green 3 of 5 projects (60%): enough for green',
      'Yellow 7 of 10 quiz questions (70%): 1 more for green',
    ],
    'For green: 4 more topics and 1 more quiz question',
  ],
  [
    'one topic below green',
    23,
    2,
    8,
    'yellow',
    'Yellow: practice more',
    [
      'Yellow 23 of 29 topics (79%): 1 more for green',
      'Green 2 of 5 projects (40%): enough for green',
      'Green 8 of 10 quiz questions (80%): enough for green',
    ],
    'For green: 1 more topic',
  ],
  [
    'exactly at green',
    24,
    2,
    8,
    'green',
    'Green: go on',
    [
      'Green 24 of 29 topics (82%): enough for green',
      'Green 2 of 5 projects (40%): enough for green',
      'Green 8 of 10 quiz questions (80%): enough for green',
    ],
    '',
  ],
  [
    'with everything but projects',
    29,
    0,
    10,
    'red',
    'Red: stay',
    [
      'Green 29 of 29 topics (100%): enough for green',
      'Red 0 of 5 projects (0%): 1 more for yellow, 2 more for green',
      'Green 10 of 10 quiz questions (100%): enough for green',
    ],
    'For yellow: 1 more project',
  ],
] as [string, number, number, number, keyof typeof ADVICE, string, string[], string][]) {
  test(`${name}, the light is ${color}, with the reasons, the way on and the plan's advice`, async ({ page }) => {
    const complaints = complaintsOf(page);
    // What is done in another quarter, or of kinds that the gate does not ask for, is no part of it.
    const elsewhere = await some(page, 'quarter-2', { topic: 29, project: 3, quiz: 10 });
    const others = await some(page, 'quarter-1', { criterion: 6, watch: 22 });
    await keepTicks(page, [...(await some(page, 'quarter-1', { topic, project, quiz })), ...others, ...elsewhere]);
    await page.goto(pageOf('quarter-1'));
    await expect(light(page)).toHaveText(words);
    await expect(reasons(page)).toHaveText(why);
    await expect(way(page)).toHaveText(missing);
    await expect(way(page)).toBeVisible({ visible: missing !== '' });
    await expect(advice(page)).toHaveText(ADVICE[color]);
    // Said once: the list of what each light means leaves it out.
    await expect(gate(page).getByText(ADVICE[color])).toHaveCount(2);
    await expect(gate(page).getByText(ADVICE[color]).filter({ visible: true })).toHaveCount(1);
    expect(complaints).toEqual([]);
  });
}

test('a tick in another tab changes the light here, and so does taking it back', async ({ page, context }) => {
  const topics = await some(page, 'quarter-1', { topic: 24 });
  const last = topics.at(-1) as IndexItem;
  await keepTicks(page, [...topics.slice(0, -1), ...(await some(page, 'quarter-1', { project: 2, quiz: 8 }))]);
  await page.goto(pageOf('quarter-1'));
  await expect(light(page)).toHaveText('Yellow: practice more');
  await expect(way(page)).toHaveText('For green: 1 more topic');
  const other = await context.newPage();
  await other.goto(pageOf(last.unit));
  const box = other.locator(`#item-${last.id} .task-box`);
  await box.check();
  await expect(light(page)).toHaveText('Green: go on');
  await expect(advice(page)).toHaveText(ADVICE.green);
  await expect(way(page)).toBeHidden();
  await box.uncheck();
  await expect(light(page)).toHaveText('Yellow: practice more');
  await expect(reasons(page).first()).toHaveText('Yellow 23 of 29 topics (79%): 1 more for green');
});

test('the quiz on the page counts for the gate as it is ticked', async ({ page }) => {
  await keepTicks(page, await some(page, 'quarter-1', { topic: 24, project: 2, quiz: 5 }));
  await page.goto(pageOf('quarter-1'));
  const questions = page.getByRole('region', { name: 'Quiz' }).getByRole('checkbox');
  await expect(light(page)).toHaveText('Red: stay');
  await questions.nth(5).check();
  await expect(light(page)).toHaveText('Yellow: practice more');
  await questions.nth(6).check();
  await questions.nth(7).check();
  await expect(light(page)).toHaveText('Green: go on');
});

test('the last quarter asks for its one project, and has no yellow for it', async ({ page }) => {
  const capstone = gate(page)
    .getByRole('row', { name: /^Projects/ })
    .getByRole('cell');
  // 18 topics: 80% are 15, 60% are 11.
  const rest = await some(page, 'quarter-4', { topic: 15, quiz: 8 });
  await keepTicks(page, rest);
  await page.goto(pageOf('quarter-4'));
  await expect(capstone).toHaveText(['1 or more', 'does not apply', 'none']);
  await expect(light(page)).toHaveText('Red: stay');
  await expect(reasons(page)).toHaveText([
    'Green 15 of 18 topics (83%): enough for green',
    'Red 0 of 1 project (0%): 1 more for green',
    'Green 8 of 10 quiz questions (80%): enough for green',
  ]);
  await expect(way(page)).toHaveText('For green: 1 more project');
  await keepTicks(page, await some(page, 'quarter-4', { project: 1 }));
  await page.goto(pageOf('quarter-4'));
  await expect(light(page)).toHaveText('Green: go on');
  await page.evaluate(() => localStorage.clear());
  await keepTicks(page, await some(page, 'quarter-4', { topic: 10, project: 1, quiz: 6 }));
  await page.goto(pageOf('quarter-4'));
  await expect(light(page)).toHaveText('Red: stay');
  await expect(way(page)).toHaveText('For yellow: 1 more topic');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('rules and questions read well, and nothing pretends to count', async ({ page }) => {
    await page.goto(pageOf('quarter-1'));
    const quiz = page.getByRole('region', { name: 'Quiz' });
    await expect(quiz.getByText('10 questions, 8 to pass.')).toBeVisible();
    await expect(quiz.getByRole('checkbox')).toHaveCount(10);
    for (const box of await quiz.getByRole('checkbox').all()) await expect(box).toBeDisabled();
    const answer = quiz.locator('details').first();
    await answer.locator('summary').click();
    await expect(answer.getByText('N goroutines range over a jobs channel')).toBeVisible();
    await expect(quiz.getByText('0 of 10')).toBeHidden();
    await expect(gate(page).locator('.now')).toBeHidden();
    await expect(
      gate(page)
        .getByRole('row', { name: /^Topics of 29/ })
        .getByRole('cell'),
    ).toHaveText(['24 or more', '18 to 23', 'fewer than 18']);
    for (const words of Object.values(ADVICE))
      await expect(gate(page).getByText(words).filter({ visible: true })).toHaveCount(1);
    await expect(page.locator('main button:visible')).toHaveCount(0);
  });
});
