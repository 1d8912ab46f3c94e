import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright';
import { optimize } from 'svgo';
import { drawInPage } from './draw-in-page.ts';
import { launchBrowser } from './find-browser.ts';
import { MEASURING_FONT, mermaidConfig, schemeColor } from './mermaid-config.ts';
import { polishInPage } from './polish-in-page.ts';

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
    for (const [weight, name] of [
      ['normal', 'DejaVuSans'],
      ['bold', 'DejaVuSans-Bold'],
    ]) {
      const font = await readFile(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`), 'base64');
      const face = `font-family:${MEASURING_FONT};font-weight:${weight};src:url(data:font/ttf;base64,${font})`;
      await page.addStyleTag({ content: `@font-face{${face}}` });
      await page.evaluate((font) => document.fonts.load(font), `${weight} 15px ${MEASURING_FONT}`);
    }
    await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
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
    const [light, dark] = [mermaidConfig('light', source), mermaidConfig('dark', source)];
    await this.#page.evaluate(drawInPage, { source, id, light, dark });
    const drawing = await this.#page.evaluate(polishInPage, {
      ground: schemeColor('ground'),
      group: schemeColor('group'),
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
