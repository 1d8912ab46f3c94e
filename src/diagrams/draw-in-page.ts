import type { Mermaid, MermaidConfig } from 'mermaid';

export interface DrawRequest {
  source: string;
  /** Prefix of every id in the drawing; unique on any page it may stand on. */
  id: string;
  light: MermaidConfig;
  dark: MermaidConfig;
}

/**
 * Draws one diagram in both color schemes and merges the drawings into one SVG. Runs inside the browser page, so it may use nothing from outside itself.
 *
 * The two drawings have the same geometry and differ in colors only; where a value differs, the merged drawing says `light-dark(a, b)`, which follows the page's
 * `color-scheme`. What the drawing does not use (style rules, markers, bookkeeping attributes) is left out: about four fifths of Mermaid's output.
 *
 * @throws Error with Mermaid's message when the source cannot be drawn
 */
export async function drawInPage({ source, id, light, dark }: DrawRequest): Promise<string> {
  const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
  const holder = document.body;

  const draw = async (config: MermaidConfig): Promise<string> => {
    mermaid.initialize(config);
    return (await mermaid.render(id, source)).svg;
  };

  const attach = (svg: string): SVGSVGElement => {
    const frame = document.createElement('div');
    frame.innerHTML = svg;
    holder.append(frame);
    return frame.querySelector('svg') as SVGSVGElement;
  };

  const merged = (a: string, b: string) => (a === b ? a : `light-dark(${a}, ${b})`);

  const colorsOf = (style: CSSStyleDeclaration, other: CSSStyleDeclaration | undefined) =>
    [...style].map(
      (name) =>
        `${name}:${merged(style.getPropertyValue(name), other?.getPropertyValue(name) ?? style.getPropertyValue(name))}${style.getPropertyPriority(name) ? '!important' : ''}`,
    );

  /** Style rules that match something in the drawing, with the colors of both schemes. */
  const usedRules = (svg: SVGSVGElement, other: SVGSVGElement): string => {
    const rules = [...(svg.querySelector('style')?.sheet?.cssRules ?? [])];
    const others = [...(other.querySelector('style')?.sheet?.cssRules ?? [])];
    return rules
      .flatMap((rule, index) => {
        if (!(rule instanceof CSSStyleRule)) return [];
        const selectors = rule.selectorText.split(',').filter((selector) => {
          const inner = selector.trim();
          return !inner.includes(':root') && (svg.matches(inner) || svg.querySelector(inner) !== null);
        });
        if (selectors.length === 0) return [];
        const twin = others[index];
        const declarations = colorsOf(rule.style, twin instanceof CSSStyleRule ? twin.style : undefined).filter(
          (line) => !line.startsWith('font-family'),
        );
        return declarations.length > 0
          ? [`${selectors.map((selector) => selector.trim()).join(',')}{${declarations.join(';')}}`]
          : [];
      })
      .join('');
  };

  const mergeAttributes = (element: Element, other: Element) => {
    for (const { name, value } of [...element.attributes]) {
      const twin = other.getAttribute(name) ?? value;
      if (twin === value) continue;
      if (name === 'style') {
        element.setAttribute('style', colorsOf((element as SVGElement).style, (other as SVGElement).style).join(';'));
      } else if (['fill', 'stroke', 'stop-color', 'color', 'flood-color'].includes(name)) {
        const style = element.getAttribute('style');
        element.removeAttribute(name);
        element.setAttribute(
          'style',
          `${style ? `${style.replace(/;?\s*$/, ';')}` : ''}${name}:${merged(value, twin)}`,
        );
      }
      // Other differences are running numbers in ids, which Mermaid counts up from drawing to drawing.
    }
  };

  /** Mermaid sets the text of states from the left edge that it measured; centered, it stays centered in any font. */
  const centerStates = (svg: SVGSVGElement) => {
    if (svg.getAttribute('aria-roledescription') !== 'stateDiagram') return;
    for (const label of svg.querySelectorAll('.statediagram-state > .label')) {
      label.setAttribute(
        'transform',
        (label.getAttribute('transform') ?? '').replace(/translate\([^,)]+/, 'translate(0'),
      );
      label.setAttribute('text-anchor', 'middle');
    }
  };

  const prune = (svg: SVGSVGElement) => {
    const referenced = new Set(
      [...svg.outerHTML.matchAll(/(?:url\(["']?#|href="#|aria-\w+="|[\s"])([\w.:-]+)/g)].map((match) => match[1]),
    );
    for (const element of svg.querySelectorAll('marker, linearGradient, filter, symbol, clipPath')) {
      if (!new RegExp(`#${CSS.escape(element.id)}["')]`).test(svg.outerHTML)) element.remove();
    }
    for (const element of [svg, ...svg.querySelectorAll('*')]) {
      for (const { name, value } of [...element.attributes]) {
        const idle =
          name.startsWith('data-') ||
          value === '' ||
          (name === 'id' && element !== svg && !referenced.has(value)) ||
          name === 'xmlns:xlink';
        if (idle) element.removeAttribute(name);
      }
    }
    for (const element of svg.querySelectorAll('rect:not([width]), g:empty, defs:empty, text:empty')) element.remove();
  };

  // Both are drawn before either is attached: Mermaid removes what has the id it is about to use.
  const [first, second] = [await draw(light), await draw(dark)].map(attach) as [SVGSVGElement, SVGSVGElement];
  try {
    const css = usedRules(first, second);
    const [elements, twins] = [
      [first, ...first.querySelectorAll('*')],
      [second, ...second.querySelectorAll('*')],
    ];
    if (elements.length !== twins.length) throw new Error('the light and the dark drawing differ in structure');
    elements.forEach((element, index) => {
      if (element.localName !== 'style') mergeAttributes(element, twins[index] as Element);
    });
    (first.querySelector('style') as Element).textContent = css;
    centerStates(first);
    prune(first);
    const { width, height } = first.viewBox.baseVal;
    first.setAttribute('width', String(Math.ceil(width)));
    first.setAttribute('height', String(Math.ceil(height)));
    first.removeAttribute('style');
    first.setAttribute('role', 'img');
    return first.outerHTML;
  } finally {
    holder.replaceChildren();
  }
}
