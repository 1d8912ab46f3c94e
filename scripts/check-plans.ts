/** `npm run plan:check`: everything that is wrong with the content, with file, line and column. Exits 1 when something is. */
import { Drawings } from '../src/diagrams/drawings.ts';
import { checkContent } from '../src/integration/check-content.ts';
import { ContentLibrary } from '../src/integration/content-library.ts';
import { siteFromEnvironment } from '../src/integration/site-from-environment.ts';
import { count } from '../src/roadmap/count.ts';
import { formatProblems } from '../src/roadmap/problems.ts';

const root = process.cwd();
const library = new ContentLibrary({ root, base: siteFromEnvironment(process.env).base });
const drawings = new Drawings(`${root}/drawings`);
const { problems } = await checkContent(library, drawings);
await drawings.close();
if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exitCode = 1;
} else {
  const { plans, topics, resources } = library.roadmap;
  const units = plans.reduce((sum, plan) => sum + plan.units.length, 0);
  console.log(
    `Nothing to mend: ${count(plans.length, 'plan')}, ${count(units, 'unit')}, ${count(topics.length, 'topic')}, ${count(resources.length, 'resource')}, ${count(library.diagrams.length, 'diagram')}`,
  );
}
