import { expect, test } from 'vitest';
import type { Plan } from '../../roadmap/types.ts';
import { nearbyPages } from './nearby-pages.ts';

const unit = (id: string, title: string) => ({ id, title, url: `/plans/p/${id}/` });
const plans = [
  {
    id: 'p',
    title: 'A plan',
    url: '/plans/p/',
    units: [unit('week-1/day-01-queues', 'Queues'), unit('week-1/day-02-caches', 'Caches')],
  },
] as unknown as Plan[];

test.each([
  ['/plans/p/week-1/day-01-queue/', ['Queues']],
  ['/plans/p/week-2/day-02-caches/', ['Caches']],
  ['/plans/q/', ['A plan']],
  ['/wp-login.php', []],
])('%s', (asked, titles) => {
  expect(nearbyPages(asked, plans).map(({ title }) => title)).toEqual(titles);
});
