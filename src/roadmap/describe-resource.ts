import type { Resource } from './types.ts';

/** What is known about a resource, for a reader: `Book · Martin Kleppmann · paid`. */
export function describeResource({ kind, by, free }: Pick<Resource, 'kind' | 'by' | 'free'>): string {
  const cost = free === null ? null : free ? 'free' : 'paid';
  return [kind[0]?.toUpperCase() + kind.slice(1), by, cost].filter(Boolean).join(' · ');
}
