import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface SyntheticSize {
  plans: number;
  weeks: number;
  /** Days of each week. */
  days: number;
}

/** Pages that content of a size becomes: home, topics index and one topic, 404, and each plan with its weeks and days. */
export function syntheticPages({ plans, weeks, days }: SyntheticSize): number {
  return 5 + plans * (1 + weeks + weeks * days);
}

/**
 * Writes plans that are alike in shape and weight to a real one, below `root/content`.
 *
 * The first plan is the same whatever the size, so that its pages can be compared between sizes.
 */
export function writeSyntheticContent(root: string, size: SyntheticSize): void {
  const write = (path: string, frontmatter: string[], body: string[]) => {
    const file = join(root, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, ['---', ...frontmatter, '---', '', ...body, ''].join('\n'));
  };
  write('index.mdx', ['title: Home', 'summary: Many plans.', 'template: splash'], ['Plans without end.']);
  write('topics/queues.mdx', ['title: Queues', 'summary: Work that waits.', 'area: data'], ['A queue keeps order.']);
  mkdirSync(join(root, 'content/topics'), { recursive: true });
  writeFileSync(join(root, 'content/topics/areas.yaml'), 'data: Data\n');
  for (let plan = 1; plan <= size.plans; plan++) {
    const folder = `plans/plan-${String(plan).padStart(3, '0')}`;
    write(
      `${folder}/index.mdx`,
      [`title: Plan ${plan}`, 'summary: A synthetic plan.', 'topics: [queues]', 'schedule:', '  start: 2026-02-02'],
      [paragraph(plan)],
    );
    for (let week = 1; week <= size.weeks; week++) {
      write(
        `${folder}/week-${week}/index.mdx`,
        [`title: Subject ${week}`, 'summary: A synthetic week.'],
        [paragraph(week)],
      );
      for (let day = (week - 1) * size.days + 1; day <= week * size.days; day++) {
        write(
          `${folder}/week-${week}/day-${String(day).padStart(3, '0')}-subject.mdx`,
          [`title: Subject ${week}.${day}`, 'summary: A synthetic day.', 'topics: [queues]'],
          dayBody(day),
        );
      }
    }
  }
}

function dayBody(day: number): string[] {
  const hours = ['05:00–07:00', '07:00–08:00', '08:00–10:00', '21:00–23:00'];
  const items = hours.flatMap((range, index) => [
    `- [ ] ${range} · Work on part ${index + 1} of subject ${day}, with [a source](https://example.org/${day}/${index})`,
    '',
    `  ${paragraph(day + index)}`,
    '',
  ]);
  const answers = [1, 2, 3].flatMap((n) => [
    `${n}. What about ${day}.${n}?`,
    '',
    '   <Answer>',
    `   ${paragraph(n)}`,
    '   </Answer>',
    '',
  ]);
  return [
    paragraph(day),
    '',
    '## Tasks',
    '',
    ...items,
    '## Reference architecture',
    '',
    '<Compare title="A design">',
    '',
    paragraph(day),
    '',
    '</Compare>',
    '',
    '## Check yourself',
    '',
    ...answers,
  ];
}

/** About ninety words that differ from seed to seed. */
function paragraph(seed: number): string {
  const words = [
    'queue',
    'cache',
    'index',
    'replica',
    'shard',
    'token',
    'ledger',
    'worker',
    'broker',
    'gateway',
    'cursor',
  ];
  return Array.from({ length: 90 }, (_, index) => words[(index * 7 + seed * 3) % words.length]).join(' ');
}
