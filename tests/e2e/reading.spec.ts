/** A reader goes through the plan. */
import { expect, test } from '@playwright/test';
import { BUILDS } from '../support/builds.ts';
import { PLAN_PAGES } from '../support/plans.ts';

const PLAN = '/plans/senior-backend-37-days/';
const DAY = `${PLAN}week-1/day-01-system-design-fundamentals/`;
const LAST_OF_WEEK = /\/week-1\/day-07-/;

test('the home page leads to each plan and to its first page to work on', async ({ page }) => {
  await page.goto('/');
  const cards = page.locator('.plans > li');
  await expect(cards).toHaveCount(Object.keys(PLAN_PAGES).length);
  const card = cards.filter({ hasText: 'Senior backend engineer in 37 days' });
  await card.getByRole('link', { name: 'See the plan' }).click();
  await expect(page).toHaveURL(PLAN);
  await page.goto('/');
  await card.getByRole('link', { name: 'Start: Day 1' }).click();
  await expect(page).toHaveURL(DAY);
});

test('the plan shows what it asks for, its weeks with drawings, and every day', async ({ page }) => {
  await page.goto(PLAN);
  const main = page.getByRole('main');
  await expect(main.getByText('37 days in 6 parts')).toBeVisible();
  await expect(main.getByText('2 Feb – 10 Mar 2026')).toBeVisible();
  await expect(main.getByText('05:00–10:00', { exact: true })).toBeVisible();
  const weeks = main.locator('.card');
  await expect(weeks).toHaveCount(6);
  await expect(weeks.locator('svg')).toHaveCount(6);
  await expect(main.locator('.map ol a')).toHaveCount(37);
  await main.getByRole('link', { name: /^Day 20: / }).click();
  await expect(page).toHaveURL(/\/week-3\/day-20-/);
});

test('a week lists its days with dates and hours', async ({ page }) => {
  await page.goto(`${PLAN}week-4/`);
  const rows = page.getByRole('main').getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(1 + 7);
  await expect(rows.nth(7)).toContainText('Day 28');
  await expect(rows.nth(7)).toContainText('Sun 1 Mar');
  await expect(rows.nth(7)).toContainText('7 h');
});

test('a day has its items as labelled checkboxes in order of their hours', async ({ page }) => {
  await page.goto(DAY);
  const boxes = page.getByRole('main').getByRole('checkbox');
  await expect(boxes).toHaveCount(4);
  await expect(boxes.first()).toHaveAccessibleName(/^05:00–07:00 2 h\s+Read the first two chapters of Grokking/);
  await expect(page.getByRole('main').locator('time[datetime="21:00"]')).toHaveText('21:00');
  for (const box of await boxes.all()) await expect(box).toBeEnabled();
});

test('the reference design and the answers stay closed until asked for', async ({ page }) => {
  await page.goto(DAY);
  const drawing = page.getByRole('img', { name: 'High-level architecture of an e-commerce site' });
  await expect(drawing).toBeHidden();
  await page.getByText('Compare with mine').click();
  await expect(drawing).toBeVisible();
  const answer = page.getByText('A cache and a read replica');
  await expect(answer).toBeHidden();
  await page.getByText('Answer', { exact: true }).first().click();
  await expect(answer).toBeVisible();
});

test('the sidebar holds this plan, with the current week open', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${PLAN}week-3/day-16-postgresql-deep-dive/`);
  const sidebar = page.getByRole('navigation', { name: 'Main' });
  await expect(sidebar.locator('a[aria-current=page]')).toHaveText(/^Day 16/);
  await expect(sidebar.locator('details[open] > summary')).toHaveText(['Week 3']);
  await expect(sidebar.locator('details')).toHaveCount(6);
  const links = await sidebar
    .locator('.top-level')
    .locator('a')
    .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).pathname));
  expect(links.every((path) => path.startsWith(PLAN))).toBe(true);
  expect(links).toHaveLength(44);
});

test.describe('a year of quarters and months', () => {
  const YEAR = '/plans/senior-go-1-year/';

  test('its page says how long it is and shows the quarters with their hours', async ({ page }) => {
    await page.goto(YEAR);
    const main = page.getByRole('main');
    await expect(main.getByText('48 weeks in 4 quarters')).toBeVisible();
    await expect(main.getByText(/^12 h a week, 6 days a week; 5\d\d h.* in all$/)).toBeVisible();
    await expect(main.getByText(/100 topics, 87 talks and articles, 12 projects, 40 quiz questions/)).toBeVisible();
    const quarters = main.locator('.card').filter({ hasText: '144 h' });
    await expect(quarters).toHaveCount(4);
    await expect(quarters.locator('svg')).toHaveCount(4);
  });

  test('a quarter has its months, its quiz with closed answers, and the gate that says who may go on', async ({
    page,
  }) => {
    await page.goto(`${YEAR}quarter-1/`);
    const main = page.getByRole('main');
    await expect(main.locator('.card')).toHaveCount(3);
    const quiz = main.getByRole('region', { name: 'Quiz' });
    await expect(quiz.getByText('10 questions, 8 to pass')).toBeVisible();
    await expect(quiz.getByRole('checkbox')).toHaveCount(10);
    const answer = quiz.getByText('N goroutines range over a jobs channel');
    await expect(answer).toBeHidden();
    await quiz.getByText('Answer', { exact: true }).first().click();
    await expect(answer).toBeVisible();
    const rows = main.locator('.gate').getByRole('row');
    await expect(rows).toHaveText([
      /What counts\s*Green go on\s*Yellow practice more\s*Red stay/,
      /Topics of 29\s*24 or more\s*18 to 23\s*fewer than 18/,
      /Projects of 5\s*2 or more\s*1\s*none/,
      /Quiz of 10\s*8 or more\s*6 to 7\s*fewer than 6/,
    ]);
    await main.getByText('5 projects to choose from').click();
    await main
      .locator('.gate')
      .getByRole('link', { name: /web scraper/ })
      .click();
    await expect(page).toHaveURL(/\/month-01\/weeks-1-2-concurrency\/#item-/);
  });

  test('the last quarter asks for one project, the capstone', async ({ page }) => {
    await page.goto(`${YEAR}quarter-4/`);
    await expect(page.locator('.gate').getByRole('row', { name: /^Projects/ })).toHaveText(
      /Projects of 1\s*1 or more\s*does not apply\s*none/,
    );
  });

  test('weeks that are called alike in every month are told apart where a reader meets them', async ({ page }) => {
    await page.goto(`${YEAR}quarter-1/month-02/weeks-1-2-profiling/`);
    await expect(page).toHaveTitle(/^Month 2, Weeks 1–2: /);
    await expect(page.getByRole('link', { name: /^Previous/ })).toHaveText(/Month 2: /);
    await expect(page.getByRole('link', { name: /^Next/ })).toHaveText(/Month 2, Weeks 3–4: /);
    const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' });
    await expect(crumbs.getByRole('link')).toHaveText(['Home', /Go/, 'Quarter 1', 'Month 2']);
    await expect(page.getByText('24 h', { exact: true })).toBeVisible();
    const sidebar = page.getByRole('navigation', { name: 'Main' });
    await expect(sidebar.locator('details[open] > summary')).toHaveText(['Quarter 1', 'Month 2']);
  });
});

test('previous and next go across weeks, breadcrumbs go up', async ({ page }) => {
  await page.goto(`${PLAN}week-2/`);
  await page.getByRole('link', { name: /^Previous/ }).click();
  await expect(page).toHaveURL(LAST_OF_WEEK);
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(`${PLAN}week-2/`);
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(/\/week-2\/day-08-/);
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' });
  await expect(crumbs.getByRole('link')).toHaveText(['Home', 'Senior backend engineer in 37 days', 'Week 2']);
  await crumbs.getByRole('link', { name: 'Week 2' }).click();
  await expect(page).toHaveURL(`${PLAN}week-2/`);
});

test('a page can be edited at its source and says when it last changed', async ({ page }) => {
  await page.goto(DAY);
  await expect(page.getByRole('link', { name: 'Edit page' })).toHaveAttribute(
    'href',
    'https://github.com/example/daymark/edit/main/content/plans/senior-backend-37-days/week-1/day-01-system-design-fundamentals.mdx',
  );
  await expect(page.getByText('Last updated')).toBeVisible();
});

test('a topic says where it is taught and where to read more', async ({ page }) => {
  await page.goto('/topics/caching/');
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: /^Day 3: / })).toBeVisible();
  const contents = page.getByRole('complementary').getByRole('link', { name: 'Where it is taught' });
  await contents.click();
  await expect(page).toHaveURL(/#where-it-is-taught$/);
  expect(await main.locator('#resources + ul > li').count()).toBeGreaterThanOrEqual(3);
});

test('an address that does not exist is answered with the nearest ones', async ({ page }) => {
  const response = await page.goto(`${PLAN}week-1/day-01-system-design-fundamental/`);
  expect(response?.status()).toBe(404);
  await page.getByRole('main').getByRole('link', { name: 'System design fundamentals', exact: true }).click();
  await expect(page).toHaveURL(DAY);
});

for (const { name, base, port } of BUILDS) {
  test(`search answers while typing, names the place, and filters by plan, kind and topic: the ${name} build`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`http://localhost:${port}${base}`);
    await page.keyboard.press('Control+k');
    const box = page.getByRole('textbox', { name: 'Search' });
    await box.fill('outbox');
    const results = page.locator('.pagefind-ui__result');
    await expect(results.first()).toBeVisible();
    await expect(results.filter({ hasText: /(?:Day|Week|Month|Quarter)s? [\d–-]+, / }).first()).toBeVisible();
    const filters = page.locator('.pagefind-ui__filter-name');
    // Pagefind shows the filters it has loaded when a search ends. The first search can be too early for all of them; the
    // next key that a reader presses brings the rest.
    await expect(async () => {
      await box.fill('outbo');
      await box.fill('outbox');
      for (const name of ['Plan', 'Kind', 'Topic']) {
        await expect(filters.filter({ hasText: name })).toBeVisible({ timeout: 2000 });
      }
    }).toPass();
    const before = await page.locator('.pagefind-ui__message').textContent();
    await filters.filter({ hasText: 'Kind' }).click();
    await page.getByLabel(/^Topic\b/).check();
    await expect(page.locator('.pagefind-ui__message')).not.toHaveText(before ?? '');
    await expect(results.first()).toContainText('In: Topic');
    await results.first().getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`:${port}${base}topics/`));
  });
}

test('a drawing can be enlarged by keyboard, and goes back to its place', async ({ page }) => {
  await page.goto(`${PLAN}week-1/`);
  const enlarge = page.getByRole('button', { name: 'Enlarge' });
  await enlarge.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Diagram: / });
  await expect(dialog.locator('svg')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('.diagram-frame svg')).toBeVisible();
  await expect(enlarge).toBeFocused();
});

test('nothing on a page moves while it loads', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of [PLAN, `${PLAN}week-1/`, DAY]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift), path).toBeLessThan(0.001);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a day reads well: items, drawings and answers are there, and no dead button is', async ({ page }) => {
    await page.goto(DAY);
    await expect(page.getByRole('checkbox')).toHaveCount(4);
    // What could not be kept cannot be ticked.
    for (const box of await page.getByRole('checkbox').all()) await expect(box).toBeDisabled();
    await page.getByText('Compare with mine').click();
    await expect(page.getByRole('img', { name: 'High-level architecture of an e-commerce site' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Enlarge' })).toBeHidden();
  });
});

test('paper is light, also for a reader of the dark theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(DAY);
  const lightness = (selector: string, property: 'color' | 'backgroundColor') =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => {
        const [red = 0, green = 0, blue = 0] =
          getComputedStyle(element)
            [name].match(/[\d.]+/g)
            ?.map(Number) ?? [];
        return (red + green + blue) / 3;
      }, property);
  expect(await lightness('body', 'backgroundColor')).toBeLessThan(60);
  await page.emulateMedia({ media: 'print' });
  expect(await lightness('body', 'backgroundColor')).toBeGreaterThan(240);
  for (const text of ['h1', '.task-text', '.task-time', '.sl-markdown-content p', '.disclosure-label']) {
    expect(await lightness(text, 'color'), text).toBeLessThan(110);
  }
  await page.goto(`${PLAN}week-1/day-05-event-driven-architecture/`);
  for (const code of ['.ec-line', '.ec-line span[style]', '.ec-line span[style] ~ span[style]']) {
    expect(await lightness(code, 'color'), code).toBeLessThan(140);
  }
});

test('on paper, disclosures are open and controls are gone', async ({ page }) => {
  await page.goto(DAY);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('The read path and the write path are drawn apart')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Enlarge' })).toBeHidden();
});
