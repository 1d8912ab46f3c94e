import { capitalize } from './capitalize.ts';
import type { Resource } from './types.ts';

/** What is known about a resource, for a reader: `Book · Martin Kleppmann · paid`. */
export function describeResource({ kind, by, free }: Pick<Resource, 'kind' | 'by' | 'free'>): string {
  const cost = free === null ? null : free ? 'free' : 'paid';
  return [capitalize(kind), by, cost].filter(Boolean).join(' · ');
}
