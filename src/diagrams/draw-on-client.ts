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
  mermaid.initialize({ ...mermaidConfig(scheme), fontFamily: getComputedStyle(document.body).fontFamily });
  for (const [index, holder] of undrawn.entries()) {
    const { svg } = await mermaid.render(`undrawn-${index}`, holder.textContent ?? '');
    const frame = document.createElement('div');
    frame.innerHTML = svg;
    holder.replaceWith(...frame.childNodes);
  }
}
