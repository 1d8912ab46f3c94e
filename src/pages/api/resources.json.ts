import { resourcesJson } from '../../roadmap/to-json.ts';
import { roadmap } from '../../site.ts';

/** `/api/resources.json`: the resources, in the shapes of `src/roadmap/types.ts`. */
export const GET = () => Response.json(resourcesJson(roadmap));
