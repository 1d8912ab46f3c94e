/** A reader goes through the plan. */
import { expect, test } from '@playwright/test';
import { BUILDS } from '../support/builds.ts';

const PLAN = '/plans/senior-backend-37-days/';
const DAY = `${PLAN}week-1/day-01-system-design-fundamentals/`;
const LAST_OF_WEEK = /\/week-1\/day-07-/;

test('the home page leads to the plan and to its first day', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'See the plan' }).click();
  await expect(page).toHaveURL(PLAN);
  await page.goto('/');
  await page.getByRole('link', { name: 'Start with Day 1' }).click();
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
  // Until something keeps ticks, none can be made.
  for (const box of await boxes.all()) await expect(box).toBeDisabled();
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
    await expect(results.filter({ hasText: /Day \d+, Senior backend engineer in 37 days/ }).first()).toBeVisible();
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
