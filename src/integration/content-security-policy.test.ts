import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withPolicy } from './content-security-policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (...scripts: string[]) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${scripts.join('')}</head></html>`;
const policyOf = (html: string) => /content="([^"]*)"/.exec(withPolicy(html))?.[1] ?? '';

test('every inline script is allowed by its hash, once', () => {
  const policy = policyOf(
    page('<script>a()</script>', '<script type="module">\nb()\n</script>', '<script>a()</script>'),
  );
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('a()')} ${hash('\nb()\n')};`);
});

test('scripts with an address and blocks of data need no hash', () => {
  const policy = policyOf(page('<script src="/a.js"></script>', '<script type="application/ld+json">{}</script>'));
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
});

test('nothing unsafe is allowed to scripts', () => {
  const script = /script-src([^;]*)/.exec(policyOf(page('<script>a()</script>')))?.[1] ?? '';
  expect(script).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
});

test('a page without a head stays as it is', () => {
  expect(withPolicy('<p>Text</p>')).toBe('<p>Text</p>');
});
