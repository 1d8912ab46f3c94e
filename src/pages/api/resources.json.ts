import { resourcesJson } from '../../roadmap/to-json.ts';
import { roadmap } from '../../site.ts';

export const GET = () => Response.json(resourcesJson(roadmap));
