/** A component that a page may use, without an import line. */
export interface ContentComponent {
  attributes: readonly string[];
  /** How it gets onto the page: `disclosure` becomes `<details>`, `generated` an Astro component that knows its page. */
  kind: 'disclosure' | 'generated';
  /** What a closed disclosure says. */
  summary?: string;
}

/** The components there are: where Markdown has no word for a thing. */
export const COMPONENTS: ReadonlyMap<string, ContentComponent> = new Map(
  Object.entries<ContentComponent>({
    /** A reference solution that stays closed until the reader has drawn her own. `title` says what it shows. */
    Compare: { kind: 'disclosure', attributes: ['title'], summary: 'Compare with mine' },
    /** The answer to the question above it, closed until asked for. */
    Answer: { kind: 'disclosure', attributes: [], summary: 'Answer' },
    /** The units directly below this page: cards on a plan, a table on a week. */
    Units: { kind: 'generated', attributes: [] },
    /** A quiz that readers mark themselves: questions as items, each with its answer. */
    Quiz: { kind: 'generated', attributes: [] },
    /** What it takes to go on after this unit, from the plan's `gate`. */
    Gate: { kind: 'generated', attributes: [] },
    /** Every day of the plan as a grid of links. */
    Map: { kind: 'generated', attributes: [] },
    /** Every resource that the pages of the plan link to. */
    Resources: { kind: 'generated', attributes: [] },
  }),
);
