/** `npm run diagrams`: draws what has no drawing yet, and deletes the drawings of diagrams that are gone. */
import { Drawings } from '../src/diagrams/drawings.ts';
import { checkContent } from '../src/integration/check-content.ts';
import { ContentLibrary } from '../src/integration/content-library.ts';
import { count } from '../src/roadmap/count.ts';
import { formatProblems } from '../src/roadmap/problems.ts';

const root = process.cwd();
const library = new ContentLibrary({ root, base: '/' });
const drawings = new Drawings(`${root}/drawings`);
const isStored = ({ source }: { source: string }) => drawings.stored(source) !== null;
const before = library.diagrams.filter(isStored).length;
const { problems, undrawn } = await checkContent(library, drawings);
await drawings.close();
const wrong = problems.filter(({ code }) => code === 'mermaid-syntax');
if (wrong.length > 0) console.error(`${formatProblems(wrong)}\n`);
if (undrawn > 0) console.error(`No browser found to draw ${count(undrawn, 'new diagram')}.\n`);
process.exitCode = wrong.length + undrawn > 0 ? 1 : 0;
const drawn = library.diagrams.filter(isStored).length - before;
const removed = drawings.prune(library.diagrams.map(({ source }) => source));
console.log(
  `${count(library.diagrams.length, 'diagram')}: ${drawn} drawn now, ${count(removed, 'old drawing')} removed`,
);
