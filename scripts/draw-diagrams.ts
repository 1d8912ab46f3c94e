/** `npm run diagrams`: draws what has no drawing yet, and deletes the drawings of diagrams that are gone. */
import { Drawings } from '../src/diagrams/drawings.ts';
import { ContentLibrary } from '../src/integration/content-library.ts';
import { count } from '../src/roadmap/count.ts';

const root = process.cwd();
const { diagrams } = new ContentLibrary({ root, base: '/' });
const drawings = new Drawings(`${root}/drawings`);
let drawn = 0;
for (const { source, file, line } of diagrams) {
  if (drawings.stored(source) !== null) continue;
  const drawing = await drawings.draw(source);
  if ('svg' in drawing) {
    drawn++;
  } else {
    console.error(`${file}:${line}  not drawn: ${drawing.missing === 'error' ? drawing.message : drawing.missing}`);
    process.exitCode = 1;
  }
}
await drawings.close();
const removed = drawings.prune(diagrams.map(({ source }) => source));
console.log(
  `${count(diagrams.length, 'diagram')}: ${drawn} drawn now, ${removed} old ${removed === 1 ? 'drawing' : 'drawings'} removed`,
);
