/** Making a link and its QR code for another device. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { encode } from 'uqr';
import { complaintsOf, DAY_PAGE, indexOf, KEYS, keep, PLAN, storedMark } from '../support/progress.ts';
import {
  dialog,
  entriesOf,
  inProgress,
  linkOf,
  makeLink,
  merge,
  PROGRESS,
  status,
  TITLE,
} from '../support/transfer.ts';

/** The plan with the most items. */
const YEAR = 'senior-go-1-year';

const code = (page: Page) => page.getByRole('img', { name: 'QR code that holds the link above' });
const link = (page: Page) => page.getByLabel('Link', { exact: true });

/** What a camera sees of the QR code: a row of `#` for dark and `.` for light a line, and `?` for what is neither. */
async function scan(page: Page, size: number): Promise<string[]> {
  const png = (await code(page).screenshot()).toString('base64');
  // A page without rules on where pictures come from.
  const camera = await page.context().newPage();
  const rows = await camera.evaluate(
    async ({ png, size }) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      canvas?.drawImage(picture, 0, 0);
      const middle = (module: number, pixels: number) => Math.floor(((module + 0.5) * pixels) / size);
      const look = (x: number, y: number) => {
        const color = canvas?.getImageData(middle(x, picture.width), middle(y, picture.height), 1, 1).data ?? [];
        const light = Math.max(color[0] ?? 0, color[1] ?? 0, color[2] ?? 0);
        return light < 32 ? '#' : light > 223 ? '.' : '?';
      };
      return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => look(x, y)).join(''));
    },
    { png, size },
  );
  await camera.close();
  return rows;
}

for (const [share, colorScheme, phone] of [
  [0.5, 'light', false],
  [0.5, 'dark', true],
  [1, 'light', true],
  [1, 'dark', false],
] as const) {
  test.describe(`${colorScheme}, on a ${phone ? 'phone' : 'desktop'}`, () => {
    test.use({
      colorScheme,
      ...(phone ? { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3 } : {}),
    });

    test(`the largest plan, ${share * 100}% done, is one QR code that says the link, dark on light with white around it`, async ({
      page,
    }) => {
      const { items } = await indexOf(page, YEAR);
      const marked = await inProgress(page, Math.ceil(items.length * share), YEAR);
      await keep(page, entriesOf(marked, YEAR));
      const address = await makeLink(page, YEAR);
      await expect(status(page)).toContainText('The link and its QR code are ready.');
      const { size, data } = encode(address, { ecc: 'L', border: 4 });
      const drawn = data.map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));
      expect(await scan(page, size)).toEqual(drawn);
      // The white around it is there: `border` above has put four modules of it on every side.
      expect([...drawn.slice(0, 4), ...drawn.slice(-4)].join('')).toMatch(/^\.+$/);
    });
  });
}

test('the link is copied, and where that is not possible it is selected', async ({ page, context }) => {
  await keep(page, entriesOf(await inProgress(page, 5)));
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const address = await makeLink(page);
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(status(page)).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await makeLink(page);
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(status(page)).toHaveText(/^This browser does not let the page copy\. The link is selected/);
  await expect(link(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(address);
});

test('where the system can share, the link is handed to it', async ({ page }) => {
  await page.addInitScript(() => {
    const shared: ShareData[] = [];
    Object.assign(window, { shared });
    Object.defineProperty(navigator, 'share', { value: async (data: ShareData) => shared.push(data) });
  });
  await keep(page, entriesOf(await inProgress(page, 5)));
  const url = await makeLink(page);
  await page.getByRole('button', { name: 'Share the link' }).click();
  await expect.poll(() => page.evaluate('window.shared')).toEqual([{ title: `My progress in ${TITLE}`, url }]);
});

test('a link says which ticks it leaves behind, and goes away when it no longer says all', async ({
  page,
  context,
}) => {
  const gone = { id: 'z000000000', text: 'Read chapter nine of a book that is out of print', unit: 'week-1' };
  const marked = await inProgress(page, 5);
  await keep(page, {
    ...entriesOf(marked),
    [KEYS.mark(PLAN, gone.id)]: storedMark(gone),
  });
  await makeLink(page);
  await expect(status(page)).toHaveText(
    'The link and its QR code are ready. It carries 4 ticks. Not in it, because the tasks are gone: 1 tick.',
  );
  await expect(
    page.getByText('Quiz attempts and the days you worked on are not in it; a backup has those.'),
  ).toBeVisible();
  await expect(code(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto(DAY_PAGE);
  await other.locator('.task-box').nth(3).check();
  await expect(link(page)).toBeHidden();
  await expect(code(page)).toBeHidden();
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(status(page)).toContainText('It carries 5 ticks.');
});

test('with nothing ticked there is nothing to make, and a tick elsewhere changes that', async ({ page, context }) => {
  await page.goto(PROGRESS);
  await expect(page.getByText('There is nothing to move yet. Tick something in a plan first.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeHidden();
  const other = await context.newPage();
  await other.goto(DAY_PAGE);
  await other.locator('.task-box').first().check();
  await expect(page.getByText('There is nothing to move yet.')).toBeHidden();
  const plans = page.getByLabel('Plan', { exact: true });
  await expect(plans).toHaveValue(PLAN);
  await expect(plans.locator('option:enabled')).toHaveCount(1);
});

test('a link is made, opened and merged by keyboard alone', async ({ page }) => {
  const complaints = complaintsOf(page);
  await keep(page, entriesOf(await inProgress(page, 5)));
  await page.goto(PROGRESS);
  const plans = page.getByLabel('Plan', { exact: true });
  for (let presses = 0; presses < 80 && !(await plans.evaluate((it) => it === document.activeElement)); presses++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('ready');
  const address = await link(page).inputValue();
  await page.keyboard.press('Tab');
  await expect(link(page)).toBeFocused();
  await page.evaluate(() => localStorage.clear());
  await page.goto('/');
  await page.goto(address);
  await expect(merge(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('4 of 148 done on this device now');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  expect(complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1440]) {
    test(`axe finds nothing with a link, its QR code and a preview shown: ${colorScheme}, ${width} px`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const marked = await inProgress(page, 40);
      await keep(page, entriesOf(marked));
      await makeLink(page);
      await expect(code(page)).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const made = await new AxeBuilder({ page }).analyze();
      const { items } = await indexOf(page);
      await page.goto(await linkOf(items.slice(30, 60).map((item, index) => [item, { done: index % 2 === 0 }])));
      await expect(merge(page)).toBeVisible();
      const arrived = await new AxeBuilder({ page }).analyze();
      const violations = [...made.violations, ...arrived.violations];
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    });
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what moving takes, and shows nothing that would not work', async ({ page }) => {
    await page.goto(PROGRESS);
    const instead = page.locator('#transfer + noscript p');
    await expect(instead).toBeVisible();
    await expect(instead).toHaveText(
      'With JavaScript, a link or a QR code carries the ticks of a plan to another device.',
    );
    await expect(page.locator('daymark-transfer')).toBeHidden();
  });
});
