/** The page `/progress/` for everybody: without JavaScript, with a screen reader, on a phone, in both color schemes. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { indexOf, KEYS, keep, PLAN, storedMark } from '../support/progress.ts';
import {
  backupOf,
  cardOf,
  choose,
  everything,
  marksOf,
  PROGRESS_PAGE,
  restore,
  YEAR,
} from '../support/progress-page.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it is for, links the plans, and shows nothing that does not work', async ({ page }) => {
    await page.goto(PROGRESS_PAGE);
    const main = page.getByRole('main');
    await expect(main).toContainText('What you tick and answer is kept in this browser and nowhere else.');
    const notices = main.locator('noscript p');
    await expect(notices.nth(0)).toContainText('Progress needs JavaScript, which is switched off here.');
    await expect(notices.nth(1)).toContainText('With JavaScript, a link or a QR code carries the ticks of a plan');
    for (const notice of await notices.all()) await expect(notice).toBeVisible();
    await expect(main.getByText('A backup is one JSON file with everything this site keeps here')).toBeVisible();
    await expect(main.locator('daymark-plans').getByRole('link')).toHaveCount(5);
    for (const control of ['button', 'textbox', 'combobox', 'checkbox'] as const)
      await expect(main.getByRole(control)).toHaveCount(0);
    await expect(main.locator('input:visible, label:visible, [role="status"]:visible')).toHaveCount(0);
    // Nothing is promised that needs a script: no plan "stands here" as soon as something is ticked.
    await expect(main.getByText('As soon as you tick a task')).toBeHidden();
  });
});

/** What is half-way everywhere: ticks, an orphan, something forgotten, a question, lines that were not taken. */
async function goHalfWay(page: Page): Promise<void> {
  const { items } = await indexOf(page);
  await keep(page, { ...(await everything(page)), ...marksOf(PLAN, items.slice(5, 74)) });
  await page.goto(PROGRESS_PAGE);
  await expect(cardOf(page, PLAN).getByRole('combobox')).toBeVisible();
  await cardOf(page, YEAR)
    .getByRole('button', { name: /^Reset/ })
    .click();
  await page.getByLabel('Markdown with ticked lines').fill('- [x] Feed the parrot');
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByText('Line 1: Feed the parrot')).toBeVisible();
  await choose(
    page,
    backupOf({ [KEYS.mark('a-plan', '0123456789')]: storedMark({ text: 'Read', unit: 'week-1' }) }, '/x/'),
  );
  await expect(restore(page).preview.getByRole('heading')).toBeFocused();
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [360, 1280])
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      for (const [state, prepare] of [
        [
          'empty',
          async (page: Page) => {
            await page.goto(PROGRESS_PAGE);
            await expect(page.getByText('Nothing is ticked in this browser yet.')).toBeVisible();
          },
        ],
        ['half-way, with a question open', goHalfWay],
      ] as const)
        test(`axe finds nothing and nothing is cut off: ${state}`, async ({ page }) => {
          await prepare(page);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
          const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
          expect(await page.evaluate(wide)).toBe(0);
        });
    });
