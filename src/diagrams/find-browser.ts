import { existsSync } from 'node:fs';
import type { Browser, LaunchOptions } from 'playwright';

/** Where a system browser is installed, by platform. */
const SYSTEM_BROWSERS = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * How to start a browser here: the one Playwright manages, else a system Chrome or Chromium, else the one that comes from npm.
 *
 * @returns launch options for `chromium.launch`, or `null` where there is no browser (`DAYMARK_NO_BROWSER=1` pretends so)
 */
export async function findBrowser(): Promise<LaunchOptions | null> {
  if (process.env['DAYMARK_NO_BROWSER'] === '1') return null;
  const { chromium } = await import('playwright');
  if (existsSync(chromium.executablePath())) return {};
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system) return { executablePath: system, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    // Of the arguments it suggests (they are for a cloud function), only these are needed elsewhere.
    return { executablePath: await packaged.executablePath(), args: ['--no-sandbox', '--disable-gpu'] };
  } catch {
    return null;
  }
}

/** Starts a browser; `null` where there is none or it does not start. */
export async function launchBrowser(): Promise<Browser | null> {
  const options = await findBrowser();
  if (options === null) return null;
  const { chromium } = await import('playwright');
  try {
    return await chromium.launch(options);
  } catch {
    return null;
  }
}
