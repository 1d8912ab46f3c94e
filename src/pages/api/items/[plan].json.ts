import type { APIRoute, GetStaticPaths } from 'astro';
import { planIndex } from '../../../roadmap/plan-index.ts';
import { roadmap } from '../../../site.ts';

export const getStaticPaths = (() =>
  roadmap.plans.map((plan) => ({ params: { plan: plan.id }, props: { plan } }))) satisfies GetStaticPaths;

/** `/api/items/<plan>.json`: what a reader's store compares with the plan as it was when she was last here. */
export const GET: APIRoute<{ plan: (typeof roadmap.plans)[number] }> = ({ props }) =>
  Response.json(planIndex(props.plan));
