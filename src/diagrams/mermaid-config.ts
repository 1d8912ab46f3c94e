import type { MermaidConfig } from 'mermaid';

export type Scheme = 'light' | 'dark';

/** Palette of the drawings: quiet boxes, strong text, one accent for notes. Contrast of text on its ground is at least 7:1. */
const COLORS = {
  light: {
    ground: '#ffffff',
    box: '#eef4f8',
    border: '#4b7390',
    text: '#16222c',
    line: '#46586a',
    group: '#f7f9fb',
    groupBorder: '#b9c7d3',
    note: '#fdf3d0',
    noteBorder: '#c9a227',
    alternate: '#ffffff',
  },
  dark: {
    ground: '#12181f',
    box: '#1d2c39',
    border: '#6f9ab8',
    text: '#e8eff5',
    line: '#a3b5c4',
    group: '#161f28',
    groupBorder: '#40525f',
    note: '#3b3214',
    noteBorder: '#b8952b',
    alternate: '#16212b',
  },
} as const;

/** Family name under which the drawing page loads the font that measures text; the reader's own font replaces it. */
export const MEASURING_FONT = 'daymark-measure';

/** A color of the palette in both schemes: `light-dark(a, b)`. */
export function schemeColor(name: keyof (typeof COLORS)['light']): string {
  return `light-dark(${COLORS.light[name]}, ${COLORS.dark[name]})`;
}

/**
 * Mermaid's settings for one color scheme. Geometry must not depend on the scheme: both drawings become one.
 *
 * @param source the diagram, whose kind decides the layout
 */
export function mermaidConfig(scheme: Scheme, source: string): MermaidConfig {
  const color = COLORS[scheme];
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    look: 'classic',
    // Some shapes are drawn with a random wobble even in the classic look: the same one each time.
    handDrawnSeed: 1,
    theme: 'base',
    // Text as SVG text: it is centered in its box, so a reader's narrower font stays inside, and it prints.
    htmlLabels: false,
    fontFamily: MEASURING_FONT,
    // The default layout tears crow's feet off the boxes of an entity-relationship diagram.
    ...(/^\s*erDiagram/m.test(source) ? { layout: 'dagre' } : {}),
    flowchart: { curve: 'basis', padding: 14, nodeSpacing: 36, rankSpacing: 44, wrappingWidth: 190, useMaxWidth: true },
    sequence: {
      mirrorActors: false,
      useMaxWidth: true,
      wrap: false,
      actorMargin: 36,
      messageMargin: 32,
      width: 110,
      boxMargin: 8,
    },
    er: { useMaxWidth: true },
    class: { useMaxWidth: true },
    state: { useMaxWidth: true },
    themeVariables: {
      darkMode: scheme === 'dark',
      fontSize: '15px',
      background: color.ground,
      primaryColor: color.box,
      primaryBorderColor: color.border,
      primaryTextColor: color.text,
      secondaryColor: color.group,
      secondaryBorderColor: color.groupBorder,
      secondaryTextColor: color.text,
      tertiaryColor: color.group,
      tertiaryBorderColor: color.groupBorder,
      tertiaryTextColor: color.text,
      mainBkg: color.box,
      nodeBorder: color.border,
      nodeTextColor: color.text,
      textColor: color.text,
      titleColor: color.text,
      lineColor: color.line,
      defaultLinkColor: color.line,
      arrowheadColor: color.line,
      clusterBkg: color.group,
      clusterBorder: color.groupBorder,
      edgeLabelBackground: color.ground,
      noteBkgColor: color.note,
      noteBorderColor: color.noteBorder,
      noteTextColor: color.text,
      actorBkg: color.box,
      actorBorder: color.border,
      actorTextColor: color.text,
      actorLineColor: color.groupBorder,
      signalColor: color.line,
      signalTextColor: color.text,
      labelBoxBkgColor: color.group,
      labelBoxBorderColor: color.groupBorder,
      labelTextColor: color.text,
      loopTextColor: color.text,
      activationBkgColor: color.note,
      activationBorderColor: color.noteBorder,
      sequenceNumberColor: color.ground,
      labelColor: color.text,
      altBackground: color.group,
      compositeBackground: color.group,
      compositeTitleBackground: color.box,
      compositeBorder: color.groupBorder,
      stateBkg: color.box,
      stateLabelColor: color.text,
      transitionColor: color.line,
      transitionLabelColor: color.text,
      specialStateColor: color.line,
      innerEndBackground: color.border,
      classText: color.text,
      attributeBackgroundColorOdd: color.alternate,
      attributeBackgroundColorEven: color.group,
      rowOdd: color.alternate,
      rowEven: color.group,
      relationColor: color.line,
      relationLabelColor: color.text,
      relationLabelBackground: color.ground,
    },
  };
}
