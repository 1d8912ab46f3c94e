import type { Roadmap } from '../roadmap/roadmap.ts';

/** Old addresses to new ones, from the `aliases` of all pages. */
export function redirectsOf({ plans, topics, pages }: Roadmap): Record<string, string> {
  const documents = [...plans.flatMap((plan) => [plan, ...plan.units]), ...topics, ...pages];
  // Astro puts the base path in front of the old address, not of the new one; ours already have it.
  return Object.fromEntries(
    documents.flatMap(({ aliases, url }) => aliases.map((alias) => [alias.replace(/\/$/, ''), url])),
  );
}
