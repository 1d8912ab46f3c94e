import { topicsJson } from '../../roadmap/to-json.ts';
import { roadmap } from '../../site.ts';

/** `/api/topics.json`: the topics, in the shapes of `src/roadmap/types.ts`. */
export const GET = () => Response.json(topicsJson(roadmap));
