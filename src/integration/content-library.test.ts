import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { scratchContent } from '../../tests/support/scratch-content.ts';
import { ContentLibrary } from './content-library.ts';

function scratch() {
  const { root, remove } = scratchContent();
  onTestFinished(remove);
  return {
    root,
    library: new ContentLibrary({ root, base: '/' }),
    day: join(root, 'content/plans/tiny/week-1/day-02-brokers.mdx'),
  };
}

test('a change is seen, and no change is told as such', () => {
  const { library, day } = scratch();
  expect(library.refresh()).toBe(false);
  writeFileSync(day, '---\ntitle: Other\nsummary: Changed.\n---\n\n- [ ] Something new\n');
  utimesSync(day, new Date(), new Date(Date.now() + 5000));
  expect(library.refresh()).toBe(true);
  expect(library.roadmap.plans[0]?.units[2]?.title).toBe('Other');
});

test('a file that is broken and mended comes back', () => {
  const { library, day } = scratch();
  writeFileSync(day, '---\ntitle: Broken\n---\n\n<Compare>\n');
  library.refresh();
  expect(library.problems.map(({ code }) => code)).toEqual(['missing-key', 'mdx-syntax']);
  expect(library.brokenFiles).toContain('content/plans/tiny/week-1/day-02-brokers.mdx');
  writeFileSync(day, '---\ntitle: Mended\nsummary: Whole again.\n---\n\nText.\n');
  library.refresh();
  expect(library.problems).toEqual([]);
});

test('a removed and a renamed file are noticed', () => {
  const { library, root } = scratch();
  rmSync(join(root, 'content/plans/tiny/week-2'), { recursive: true });
  renameSync(join(root, 'content/topics/caching.mdx'), join(root, 'content/topics/caches.mdx'));
  library.refresh();
  expect(library.roadmap.plans[0]?.units.map(({ id }) => id)).toEqual([
    'week-1',
    'week-1/day-01-first-steps',
    'week-1/day-02-brokers',
  ]);
  expect(library.problems.map(({ code, found }) => [code, found])).toEqual([['unknown-topic', 'caching']]);
});
