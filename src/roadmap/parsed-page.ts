import type { Problem } from './problems.ts';
import type { ItemKind } from './types.ts';

/** A place in a file; line and column from 1. */
export interface Place {
  line: number;
  column: number;
}

/** An item as it stands on its page, before it has a slot and an id. */
export interface PageItem extends Place {
  kind: ItemKind;
  text: string;
  /** `HH:MM`, or `null` without a time range. */
  from: string | null;
  to: string | null;
  minutes: number | null;
  /** Ticked by the author. */
  done: boolean;
  /** Headings above it, innermost first. */
  headings: string[];
  /** Stands inside another item: its time is part of that one's. */
  nested: boolean;
}

/** A link or an image. */
export interface PageLink extends Place {
  /** As the author wrote it. */
  url: string;
  text: string;
  image: boolean;
}

/** A Mermaid fence. */
export interface PageDiagram extends Place {
  /** Mermaid source. */
  source: string;
}

/** A diagram and the file it stands in. */
export type FiledDiagram = PageDiagram & { file: string };

/** All that one file says. */
export interface ParsedPage<T> {
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** Frontmatter; `null` when it has problems. */
  data: T | null;
  /** Line and column of a frontmatter value. */
  positionOf: (path: readonly PropertyKey[]) => Place;
  items: PageItem[];
  links: PageLink[];
  diagrams: PageDiagram[];
  /** Names of the components the page uses. */
  components: string[];
  /** Ids of the headings, as they stand in the page's HTML. */
  anchors: string[];
  problems: Problem[];
}
