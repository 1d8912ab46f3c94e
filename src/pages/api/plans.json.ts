import { plansJson } from '../../roadmap/to-json.ts';
import { roadmap } from '../../site.ts';

export const GET = () => Response.json(plansJson(roadmap));
