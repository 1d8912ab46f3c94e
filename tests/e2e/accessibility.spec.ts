/** axe finds nothing on any kind of page, with everything open, in both color schemes, on a phone and on a desktop. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const PLAN = '/plans/senior-backend-37-days/';
const DAY = `${PLAN}week-1/day-01-system-design-fundamentals/`;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });
      for (const path of [
        '/',
        PLAN,
        `${PLAN}week-3/`,
        DAY,
        '/plans/node-backend-31-days/section-1-core-foundations/',
        '/plans/backend-6-months-intensive/section-1-foundations/week-3-databases-and-caching/',
        '/plans/backend-journey-6-months/month-6/',
        '/plans/senior-go-1-year/',
        '/plans/senior-go-1-year/quarter-1/',
        '/plans/senior-go-1-year/section-5-all-year/',
        '/progress/',
        '/topics/',
        '/topics/caching/',
        '/guide/format/',
        '/no-such-page/',
      ]) {
        test(`axe finds nothing on ${path}`, async ({ page }) => {
          await page.goto(path, { waitUntil: 'networkidle' });
          await page.evaluate(() =>
            document.querySelectorAll<HTMLDetailsElement>('main details').forEach((details) => {
              details.open = true;
            }),
          );
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
          ).toEqual([]);
        });
      }
    });
  }
}
