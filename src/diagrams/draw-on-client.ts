/**
 * Draws what the build could not draw for want of a browser. Loaded only by a site that has such diagrams, and then Mermaid only by
 * the pages that hold one.
 */
import type { Scheme } from './mermaid-config.ts';

const undrawn = document.querySelectorAll<HTMLElement>('[data-undrawn]');
if (undrawn.length > 0) void drawAll();

async function drawAll(): Promise<void> {
  const [{ default: mermaid }, { mermaidConfig }] = await Promise.all([
    import('mermaid'),
    import('./mermaid-config.ts'),
  ]);
  const scheme: Scheme = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
  const { fontFamily } = getComputedStyle(document.body);
  for (const [index, holder] of undrawn.entries()) {
    const source = holder.textContent ?? '';
    mermaid.initialize({ ...mermaidConfig(scheme, source), fontFamily });
    // A source that cannot be drawn stays on the page as text, and does not keep the others from being drawn.
    const drawn = await mermaid.render(`undrawn-${index}`, source).catch(() => null);
    if (!drawn) continue;
    const frame = document.createElement('div');
    frame.innerHTML = drawn.svg;
    holder.replaceWith(...frame.childNodes);
  }
}
