import { checkDiagrams, diagramProblem } from '../diagrams/check-diagrams.ts';
import type { Drawings } from '../diagrams/drawings.ts';
import type { Problem } from '../roadmap/problems.ts';
import type { ContentLibrary } from './content-library.ts';

/** Result of checking the content. */
export interface CheckedContent {
  problems: Problem[];
  /** New diagrams that are right but could not be drawn here, for want of a browser. */
  undrawn: number;
}

/**
 * Finds everything that is wrong with the content, diagrams included, and draws the diagrams that are new on the way: some
 * mistakes show only then. A diagram with a stored drawing has been drawn, so it is right.
 */
export async function checkContent(library: ContentLibrary, drawings: Drawings): Promise<CheckedContent> {
  library.refresh();
  const fresh = library.diagrams.filter(({ source }) => drawings.stored(source) === null);
  const unreadable = await checkDiagrams(fresh);
  const problems = [...library.problems, ...unreadable.values()];
  let undrawn = 0;
  for (const diagram of fresh) {
    if (unreadable.has(diagram)) continue;
    const drawing = await drawings.draw(diagram.source);
    if (!('missing' in drawing)) continue;
    if (drawing.missing === 'error') problems.push(diagramProblem(drawing, diagram));
    else undrawn++;
  }
  return { problems, undrawn };
}
