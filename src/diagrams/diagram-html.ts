/**
 * The HTML of one diagram: the drawing in a scrollable frame, with a button that enlarges it (shown only where a script can).
 *
 * @param source Mermaid source
 * @param svg its drawing, or `null` when it could not be drawn at build time: then the source is shown until the
 * reader's browser has drawn it
 */
export function diagramHtml(source: string, svg: string | null): string {
  const title = accessibleTitle(source);
  const picture =
    svg === null
      ? `<pre class="diagram-source" data-undrawn role="img" aria-label="${escapeHtml(title)}"><code>${escapeHtml(source)}</code></pre>`
      : svg.includes('<title')
        ? svg.trim()
        : svg.trim().replace('<svg ', `<svg aria-label="${escapeHtml(title)}" `);
  return `<figure class="diagram"><div class="diagram-frame" tabindex="0" role="group" aria-label="${escapeHtml(`Diagram: ${title}`)}">${picture}</div><button type="button" class="diagram-enlarge" hidden>Enlarge</button></figure>`;
}

/** What the author calls the diagram (`accTitle:`), else a word for what it is. */
function accessibleTitle(source: string): string {
  return /^\s*accTitle\s*:\s*(.+)$/m.exec(source)?.[1]?.trim() ?? 'Diagram';
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
