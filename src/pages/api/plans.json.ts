import { plansJson } from '../../roadmap/to-json.ts';
import { roadmap } from '../../site.ts';

/** `/api/plans.json`: the plans, in the shapes of `src/roadmap/types.ts`. */
export const GET = () => Response.json(plansJson(roadmap));
