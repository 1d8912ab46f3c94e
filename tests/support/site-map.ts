import { readFileSync } from 'node:fs';
import type { Build } from './builds.ts';

/** Paths of all pages in a build's sitemap, in its order. */
export function sitemapPaths({ folder }: Pick<Build, 'folder'>): string[] {
  const xml = readFileSync(`${folder}/sitemap-0.xml`, 'utf8');
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url as string).pathname);
}
