import type { Mermaid, MermaidConfig } from 'mermaid';

export interface DrawRequest {
  source: string;
  /** Prefix of every id in the drawing; unique on any page it may stand on. */
  id: string;
  light: MermaidConfig;
  dark: MermaidConfig;
}

/**
 * Draws one diagram in both color schemes and leaves the two merged into one as the only SVG of the document. Runs inside the
 * browser page, so it may use nothing from outside itself.
 *
 * The two drawings have the same geometry and differ in colors only; where a value differs, the merged drawing says
 * `light-dark(a, b)`, which follows the page's `color-scheme`. Style rules that match nothing are left out.
 *
 * @throws Error with Mermaid's message when the source cannot be drawn
 */
export async function drawInPage({ source, id, light, dark }: DrawRequest): Promise<void> {
  const { mermaid } = globalThis as unknown as { mermaid: Mermaid };

  const draw = async (config: MermaidConfig): Promise<string> => {
    mermaid.initialize(config);
    return (await mermaid.render(id, source)).svg;
  };

  const attach = (svg: string): SVGSVGElement => {
    const frame = document.createElement('div');
    frame.innerHTML = svg;
    document.body.append(frame);
    return frame.querySelector('svg') as SVGSVGElement;
  };

  const merged = (a: string, b: string) => (a === b ? a : `light-dark(${a}, ${b})`);

  const declarationsOf = (style: CSSStyleDeclaration, other: CSSStyleDeclaration | undefined) =>
    [...style].map((name) => {
      const value = style.getPropertyValue(name);
      const important = style.getPropertyPriority(name) ? '!important' : '';
      return `${name}:${merged(value, other?.getPropertyValue(name) ?? value)}${important}`;
    });

  /** Style rules that match something in the drawing, with the colors of both schemes. */
  const usedRules = (svg: SVGSVGElement, other: SVGSVGElement): string => {
    const others = [...(other.querySelector('style')?.sheet?.cssRules ?? [])];
    return [...(svg.querySelector('style')?.sheet?.cssRules ?? [])]
      .flatMap((rule, index) => {
        if (!(rule instanceof CSSStyleRule)) return [];
        const selectors = rule.selectorText
          .split(',')
          .map((selector) => selector.trim())
          .filter((selector) => !selector.includes(':root') && (svg.matches(selector) || svg.querySelector(selector)));
        if (selectors.length === 0) return [];
        const twin = others[index];
        const declarations = declarationsOf(rule.style, twin instanceof CSSStyleRule ? twin.style : undefined).filter(
          // The reader's font takes the place of the one that measured; labels hide the lines below them.
          (line) =>
            !line.startsWith('font-family') &&
            !(line.startsWith('opacity') && rule.selectorText.includes('.edgeLabel')),
        );
        return declarations.length > 0 ? [`${selectors.join(',')}{${declarations.join(';')}}`] : [];
      })
      .join('');
  };

  const mergeAttributes = (element: Element, other: Element) => {
    // Read before anything is written: colors move into the style, which must not be merged a second time.
    const attributes = [...element.attributes].map(({ name, value }) => ({ name, value }));
    attributes.sort((a, b) => Number(b.name === 'style') - Number(a.name === 'style'));
    for (const { name, value } of attributes) {
      const twin = other.getAttribute(name) ?? value;
      if (twin === value) continue;
      if (name === 'style') {
        element.setAttribute(
          'style',
          declarationsOf((element as SVGElement).style, (other as SVGElement).style).join(';'),
        );
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

  document.body.replaceChildren();
  // Both are drawn before either is attached: Mermaid removes what has the id it is about to use.
  const [first, second] = [await draw(light), await draw(dark)].map(attach) as [SVGSVGElement, SVGSVGElement];
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
  second.parentElement?.remove();
}
