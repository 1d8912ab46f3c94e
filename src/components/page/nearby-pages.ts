import { distance } from 'fastest-levenshtein';
import type { Plan } from '../../roadmap/types.ts';

/**
 * The pages whose addresses are most like one that does not exist.
 *
 * @param asked path that was asked for
 * @param plans as `/api/plans.json` gives them
 * @returns at most three, nearest first; none when nothing is similar
 */
export function nearbyPages(asked: string, plans: readonly Plan[]): { title: string; url: string }[] {
  const pages = plans.flatMap((plan) => [
    { title: plan.title, url: plan.url },
    ...plan.units.map(({ title, url }) => ({ title, url })),
  ]);
  const wanted = lastPart(asked);
  return pages
    .map((page) => ({ ...page, edits: Math.min(distance(asked, page.url), distance(wanted, lastPart(page.url))) }))
    .filter(({ edits, url }) => edits <= Math.max(3, lastPart(url).length / 3))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ title, url }) => ({ title, url }));
}

function lastPart(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) ?? '';
}
