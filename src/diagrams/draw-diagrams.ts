import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright';
import { optimize } from 'svgo';
import { drawInPage } from './draw-in-page.ts';
import { launchBrowser } from './find-browser.ts';
import { MEASURING_FONT, mermaidConfig } from './mermaid-config.ts';

/** A page in which Mermaid is loaded. */
export class DrawingBoard {
  readonly #browser: Browser;
  readonly #page: Page;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
  }

  /** Starts a browser and loads Mermaid from the installed package; `null` where no browser is found. */
  static async open(): Promise<DrawingBoard | null> {
    const browser = await launchBrowser();
    if (!browser) return null;
    const require = createRequire(import.meta.url);
    const page = await browser.newPage();
    await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
    // DejaVu Sans is the widest of the fonts a system is likely to show: text measured with it fits its box in any other.
    const font = await readFile(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), 'base64');
    await page.addStyleTag({
      content: `@font-face{font-family:${MEASURING_FONT};src:url(data:font/ttf;base64,${font})}`,
    });
    await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
    await page.evaluate((family) => document.fonts.load(`15px ${family}`), MEASURING_FONT);
    return new DrawingBoard(browser, page);
  }

  /**
   * Draws one diagram.
   *
   * @param source Mermaid source
   * @param id prefix of the ids in the drawing
   * @returns SVG markup for both color schemes
   * @throws Error with Mermaid's message when the source cannot be drawn
   */
  async draw(source: string, id: string): Promise<string> {
    const drawing = await this.#page.evaluate(drawInPage, {
      source,
      id,
      light: mermaidConfig('light'),
      dark: mermaidConfig('dark'),
    });
    return shrink(drawing);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** Rounds coordinates to a tenth of a pixel. Groups stay: style rules find their text through them. */
function shrink(svg: string): string {
  return optimize(svg, {
    floatPrecision: 1,
    plugins: [
      'cleanupNumericValues',
      'convertPathData',
      'convertTransform',
      'cleanupAttrs',
      'removeEmptyContainers',
      'sortAttrs',
    ],
  }).data;
}
