import { expect, test } from 'vitest';
import type { Mark } from './mark.ts';
import { previewTransfer } from './transfer-preview.ts';

const mark = (done: boolean, at: number, byAuthor = false): Mark => ({
  done,
  at,
  text: '',
  unit: 'week-1',
  kind: 'task',
  minutes: 0,
  byAuthor,
});

test('says of each item what a merge would do to what the reader sees', () => {
  const own = new Map([
    ['ticked here later', mark(false, 9)],
    ['ticked there later', mark(false, 1)],
    ['ticked on both', mark(true, 3)],
  ]);
  const incoming = new Map([
    ['ticked here later', mark(true, 5)],
    ['ticked there later', mark(true, 5)],
    ['ticked on both', mark(true, 5)],
    ['ticked there only', mark(true, 5)],
    ['taken back there, never ticked here', mark(false, 5)],
    ['taken back there, ticked by the author', mark(false, 5, true)],
  ]);
  expect(previewTransfer(own, incoming)).toEqual({ done: 4, fresh: 2, newer: 1, older: 1, same: 2 });
});
