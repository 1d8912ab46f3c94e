/**
 * `npm run bench`, second part: what a tick costs the reader's browser, with 5,000 marks in the plan and with none. The browser is slowed down to a quarter. Times depend on the machine; the ratio
 * says whether a tick costs more the more there is.
 *
 * Needs a build: `node scripts/measure-ticks.ts [FOLDER]`, `dist` when none is named. Run by itself it takes half a minute.
 */
import { spawn } from 'node:child_process';
import type { Page } from 'playwright';
import { launchBrowser } from '../src/diagrams/find-browser.ts';
import { buildEnvironment } from '../tests/support/builds.ts';
import { DAY, DAY_PAGE, KEYS, keep, madeUpIds, PLAN, storedMark } from '../tests/support/progress.ts';

const PORT = 4607;
const SLOWDOWN = 4;
const TICKS = 20;
const MARKS = [0, 5000];
/** A frame of a screen that draws 60 in a second. */
const FRAME = 16;

const folder = process.argv[2] ?? 'dist';
const server = spawn(process.execPath, ['scripts/run-astro.ts', 'preview', '--port', `${PORT}`, '--outDir', folder], {
  env: buildEnvironment({ base: '/', port: PORT }),
  stdio: 'ignore',
});
try {
  await whenReady(`http://localhost:${PORT}/`);
  const browser = await launchBrowser();
  if (!browser) throw new Error('Measuring ticks needs a browser: npx playwright install chromium');
  const rows = [];
  for (const marks of MARKS) {
    const context = await browser.newContext({ baseURL: `http://localhost:${PORT}` });
    rows.push({ marks, ...(await measure(await context.newPage(), marks)) });
    await context.close();
  }
  await browser.close();
  const [first] = rows;
  const cell = (value: number, base = 1) => `${value.toFixed(1).padStart(8)} (${(value / base).toFixed(2)})`.padEnd(21);
  console.log(
    `marks  handlers ms (ratio)  next frame ms (ratio)   CPU slowed ${SLOWDOWN} times, median of ${TICKS}, a frame is ${FRAME} ms`,
  );
  for (const { marks, handlers, frame } of rows)
    console.log(`${String(marks).padStart(5)} ${cell(handlers, first?.handlers)}${cell(frame, first?.frame)}`);
} finally {
  server.kill();
}

/** Medians of milliseconds from a click on a checkbox to the end of all that listens to it, and to the frame that shows it. */
async function measure(page: Page, marks: number): Promise<{ handlers: number; frame: number }> {
  const item = { text: 'An item with about as many words as the items of the real plans have', unit: DAY, minutes: 60 };
  await keep(page, Object.fromEntries(madeUpIds('a', marks).map((id) => [KEYS.mark(PLAN, id), storedMark(item)])));
  await page.goto(DAY_PAGE, { waitUntil: 'networkidle' });
  // The first tick of a reader fetches the plan's index; what is measured is every other one.
  await page.locator('.task-box').last().check();
  await page.waitForLoadState('networkidle');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const times = await page.evaluate(async (ticks) => {
    const box = document.querySelector<HTMLInputElement>('.task-box');
    const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const measured: { handlers: number; frame: number }[] = [];
    for (let tick = 0; tick < ticks; tick++) {
      await nextFrame();
      const started = performance.now();
      box?.click();
      const handlers = performance.now() - started;
      await nextFrame();
      measured.push({ handlers, frame: performance.now() - started });
    }
    return measured;
  }, TICKS);
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return { handlers: median(times.map(({ handlers }) => handlers)), frame: median(times.map(({ frame }) => frame)) };
}

async function whenReady(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await fetch(url).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${url}: is there a build in ${folder}?`);
}
