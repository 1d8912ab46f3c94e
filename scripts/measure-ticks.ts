/**
 * `npm run bench`, second part: what a tick costs the main thread of the reader's browser, with 5,000 marks in the plan and with none, beside what
 * the browser itself takes to draw a checkbox to which nothing listens. The browser is slowed down to a quarter. Times depend on
 * the machine; the ratio says whether a tick costs more the more there is.
 *
 * Needs a build: `node scripts/measure-ticks.ts [FOLDER]`, `dist` when none is named. Run by itself it takes half a minute.
 */
import type { CDPSession, Page } from 'playwright';
import { launchBrowser } from '../src/diagrams/find-browser.ts';
import { preview } from '../tests/support/preview.ts';
import { DAY, DAY_PAGE, KEYS, keep, madeUpIds, PLAN, storedMark } from '../tests/support/progress.ts';

const SLOWDOWN = 4;
const TICKS = 20;
/** Marks in the plan; `null`: the checkbox alone. */
const MARKS = [null, 0, 5000];
/** A frame of a screen that draws 60 in a second. */
const FRAME = 16;

const { url, stop } = await preview('.', { base: '/', port: 4607, folder: process.argv[2] ?? 'dist' });
try {
  const browser = await launchBrowser();
  if (!browser) throw new Error('Measuring ticks needs a browser: npx playwright install chromium');
  const rows = [];
  for (const marks of MARKS) {
    const context = await browser.newContext({ baseURL: url });
    rows.push({ marks, ...(await measure(await context.newPage(), marks)) });
    await context.close();
  }
  await browser.close();
  const none = rows.find(({ marks }) => marks === 0);
  const cell = (value: number, base = 1) => `${value.toFixed(1).padStart(9)} (${(value / base).toFixed(2)})`.padEnd(21);
  console.log(
    `          marks  handlers ms (ratio)  all work ms (ratio)   CPU slowed ${SLOWDOWN} times, mean of ${TICKS} ticks, a frame is ${FRAME} ms`,
  );
  for (const { marks, handlers, work } of rows)
    console.log(
      `${(marks === null ? 'a bare checkbox' : String(marks)).padStart(15)} ${cell(handlers, none?.handlers)}${cell(work, none?.work)}`,
    );
} finally {
  stop();
}

/**
 * Milliseconds that a tick takes: of the handlers of its click, and of all that the main thread does until the tick is on screen, styles,
 * layout and paint included. What as many frames take in which nothing is ticked is subtracted.
 */
async function measure(page: Page, marks: number | null): Promise<{ handlers: number; work: number }> {
  const item = { text: 'An item with about as many words as the items of the real plans have', unit: DAY, minutes: 60 };
  await keep(page, Object.fromEntries(madeUpIds('a', marks ?? 0).map((id) => [KEYS.mark(PLAN, id), storedMark(item)])));
  await page.goto(DAY_PAGE, { waitUntil: 'networkidle' });
  // The first tick of a reader fetches the plan's index; what is measured is every other one.
  await page.locator('.task-box').last().check();
  await page.waitForLoadState('networkidle');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const isBare = marks === null;
  await frames(page, session, { ticks: TICKS, isBare });
  const idle = await frames(page, session, { ticks: 0, isBare });
  const ticked = await frames(page, session, { ticks: TICKS, isBare });
  return { handlers: ticked.handlers / TICKS, work: (ticked.tasks - idle.tasks) / TICKS };
}

/** Lets frames go by, with a tick in each of the first `ticks`. @returns milliseconds of the clicks' handlers and of all tasks, summed */
async function frames(page: Page, session: CDPSession, { ticks, isBare }: { ticks: number; isBare: boolean }) {
  const tasks = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const before = await tasks();
  const handlers = await page.evaluate(
    async ([count, ticks, isBare]) => {
      const box = document.querySelector<HTMLInputElement>('.task-box');
      let spent = 0;
      for (let frame = 0; frame < count; frame++) {
        const started = performance.now();
        if (frame < ticks && box && isBare) box.checked = !box.checked;
        else if (frame < ticks) box?.click();
        spent += performance.now() - started;
        await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      return spent;
    },
    [TICKS, ticks, isBare] as const,
  );
  return { handlers, tasks: (await tasks()) - before };
}
