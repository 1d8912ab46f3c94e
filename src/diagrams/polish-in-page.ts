/** Colors in the form `light-dark(a, b)`. */
export interface PolishColors {
  /** Ground of the whole drawing. */
  ground: string;
  /** Ground of a group of nodes. */
  group: string;
}

/**
 * Makes the SVG that `drawInPage` left in the document fit for a page that is read: text stays readable where lines cross it and whatever
 * font the reader has, and what only Mermaid needs is gone, which is about four fifths of it. Runs inside the browser page, so it may use nothing from outside itself.
 *
 * @returns the SVG's markup
 */
export function polishInPage({ ground, group }: PolishColors): string {
  const svg = document.querySelector('svg') as SVGSVGElement;

  /** Mermaid sets the text of states from the left edge that it measured; centered, it stays centered in any font. */
  const centerStates = () => {
    for (const label of svg.querySelectorAll('.statediagram-state > .label')) {
      const moved = (label.getAttribute('transform') ?? '').replace(/translate\([^,)]+/, 'translate(0');
      label.setAttribute('transform', moved);
      label.setAttribute('text-anchor', 'middle');
    }
  };

  /** Titles of groups stand above the lines that enter the group, in a halo of its color. */
  const liftTitles = () => {
    const titles = svg.querySelectorAll('.cluster-label');
    for (const title of titles) title.closest('.root')?.querySelector(':scope > .edgePaths')?.after(title);
    const style = svg.querySelector('style');
    if (titles.length === 0 || !style) return;
    style.textContent += `#${svg.id} .cluster-label text{paint-order:stroke;stroke-width:6px;stroke-linejoin:round;stroke:${group}}`;
  };

  /** A ground behind the messages of a sequence, so that no lifeline runs through their text. */
  const groundMessages = () => {
    const texts = [...svg.querySelectorAll<SVGTextElement>('.messageText, .loopText')];
    const grounds = texts.map((text) => {
      const { x, y, width, height } = text.getBBox();
      const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      const box = { x: x - 3, y, width: width + 6, height };
      for (const [name, value] of Object.entries(box)) rect.setAttribute(name, String(value));
      rect.setAttribute('style', `fill:${ground}`);
      return rect;
    });
    texts[0]?.before(...grounds);
  };

  /** The circles of crow's feet are white in both of Mermaid's themes. */
  const colorMarkers = () => {
    for (const circle of svg.querySelectorAll('marker [fill="white"]')) {
      circle.removeAttribute('fill');
      circle.setAttribute('style', `fill:${ground}`);
    }
  };

  const prune = () => {
    for (const element of svg.querySelectorAll<SVGElement>('[style*="font-family"]')) {
      element.style.removeProperty('font-family');
    }
    for (const element of svg.querySelectorAll('marker, linearGradient, filter, symbol, clipPath')) {
      if (!new RegExp(`#${CSS.escape(element.id)}["')]`).test(svg.outerHTML)) element.remove();
    }
    const referenced = new Set(
      [...svg.outerHTML.matchAll(/(?:url\(["']?#|href="#|aria-\w+="|[\s"])([\w.:-]+)/g)].map((match) => match[1]),
    );
    for (const element of [svg, ...svg.querySelectorAll('*')]) {
      for (const { name, value } of [...element.attributes]) {
        const idle = name.startsWith('data-') || value === '' || name === 'xmlns:xlink';
        if (idle || (name === 'id' && element !== svg && !referenced.has(value))) element.removeAttribute(name);
      }
    }
    for (const element of svg.querySelectorAll('rect:not([width]), g:empty, defs:empty, text:empty')) element.remove();
  };

  centerStates();
  liftTitles();
  colorMarkers();
  // Before the measuring font goes.
  groundMessages();
  prune();
  const { width, height } = svg.viewBox.baseVal;
  svg.setAttribute('width', String(Math.ceil(width)));
  svg.setAttribute('height', String(Math.ceil(height)));
  svg.removeAttribute('style');
  svg.setAttribute('role', 'img');
  return svg.outerHTML;
}
