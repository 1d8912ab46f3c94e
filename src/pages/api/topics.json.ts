import { topicsJson } from '../../roadmap/to-json.ts';
import { roadmap } from '../../site.ts';

export const GET = () => Response.json(topicsJson(roadmap));
