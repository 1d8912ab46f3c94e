import { roadmap } from 'virtual:daymark/roadmap';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { withBase } from './roadmap/paths.ts';
import { pageOf, type RoadmapPage } from './roadmap/roadmap.ts';

export { roadmap };

/** What the page being rendered is in the model; `null` for a page that no content file stands behind. */
export function currentPage({ entry }: Pick<StarlightRouteData, 'entry'>): RoadmapPage | null {
  return entry.filePath ? pageOf(roadmap, entry.filePath) : null;
}

/** A site path under the base path. */
export function sitePath(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}
