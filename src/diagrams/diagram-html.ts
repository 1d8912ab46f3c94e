import { escapeHtml } from './escape-html.ts';

/**
 * The HTML of one diagram: the drawing in a scrollable frame, with a button that enlarges it (shown only where a script can).
 *
 * @param source Mermaid source
 * @param svg its drawing, or `null` when it could not be drawn at build time: then the source is shown until the
 * reader's browser has drawn it
 * @param copy tells the ids of this drawing from those of the same one elsewhere on the page
 */
export function diagramHtml(source: string, svg: string | null, copy?: string): string {
  const title = accessibleTitle(source);
  const picture =
    svg === null
      ? `<pre class="diagram-source" data-undrawn role="img" aria-label="${escapeHtml(title)}"><code>${escapeHtml(source)}</code></pre>`
      : withIds(titled(svg.trim(), title), copy);
  return `<figure class="diagram"><div class="diagram-frame" tabindex="0" role="group" aria-label="${escapeHtml(`Diagram: ${title}`)}">${picture}</div><button type="button" class="diagram-enlarge" hidden>Enlarge</button></figure>`;
}

function titled(svg: string, title: string): string {
  return svg.includes('<title') ? svg : svg.replace('<svg ', `<svg aria-label="${escapeHtml(title)}" `);
}

/** All ids of a drawing start with its own. */
function withIds(svg: string, copy: string | undefined): string {
  const id = /<svg [^>]*?\bid="([^"]+)"/.exec(svg)?.[1];
  return id && copy ? svg.replaceAll(id, `${id}-${copy}`) : svg;
}

/** What the author calls the diagram (`accTitle:`), else a word for what it is. */
function accessibleTitle(source: string): string {
  return /^\s*accTitle\s*:\s*(.+)$/m.exec(source)?.[1]?.trim() ?? 'Diagram';
}
