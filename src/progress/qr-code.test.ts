import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrCode } from './qr-code.ts';

test('the path covers exactly the black modules', () => {
  const text = 'https://example.org/progress/#t=AbC';
  const code = qrCode(text);
  const { size, data } = encode(text, { ecc: 'L', border: 4 });
  const drawn = data.map((row) => row.map(() => false));
  for (const [, x, y, width] of code?.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g) ?? [])
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  expect(code?.size).toBe(size);
  expect(drawn).toEqual(data);
});

test('what is too long has no code', () => {
  expect(qrCode('a'.repeat(2953))).not.toBeNull();
  expect(qrCode('a'.repeat(2954))).toBeNull();
});
