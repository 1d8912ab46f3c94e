import { checkDiagrams } from '../diagrams/check-diagrams.ts';
import type { Drawings } from '../diagrams/drawings.ts';
import type { Problem } from '../roadmap/problems.ts';
import type { ContentLibrary } from './content-library.ts';

/** Everything that is wrong with the content, diagrams included. A diagram with a stored drawing has been drawn, so it is right. */
export async function checkContent(library: ContentLibrary, drawings: Drawings): Promise<Problem[]> {
  library.refresh();
  const undrawn = library.diagrams.filter(({ source }) => drawings.stored(source) === null);
  return [...library.problems, ...(await checkDiagrams(undrawn))];
}
