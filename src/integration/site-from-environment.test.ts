import { expect, test } from 'vitest';
import { siteFromEnvironment } from './site-from-environment.ts';

test.each([
  ['nothing set', {}, 'http://localhost:4321', '/', undefined],
  [
    'a project repository',
    { GITHUB_REPOSITORY: 'Ada/my-plan', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'trunk' },
    'https://ada.github.io',
    '/my-plan/',
    'https://github.com/Ada/my-plan/edit/trunk/',
  ],
  [
    'a user site',
    { GITHUB_REPOSITORY: 'Ada/ada.github.io' },
    'https://ada.github.io',
    '/',
    'https://github.com/Ada/ada.github.io/edit/main/',
  ],
  [
    'a tag build',
    { GITHUB_REPOSITORY: 'ada/x', GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' },
    'https://ada.github.io',
    '/x/',
    'https://github.com/ada/x/edit/main/',
  ],
  [
    'another host',
    { GITHUB_REPOSITORY: 'ada/x', SITE_URL: 'https://plans.example.org' },
    'https://plans.example.org',
    '/',
    'https://github.com/ada/x/edit/main/',
  ],
  ['an address without a scheme', { SITE_URL: 'plans.example.org' }, 'https://plans.example.org', '/', undefined],
  ['an address with a path', { SITE_URL: 'https://x.org/backend' }, 'https://x.org', '/backend/', undefined],
  ['a base path', { BASE_PATH: 'any/base' }, 'http://localhost:4321', '/any/base/', undefined],
  ['a base path with slashes', { BASE_PATH: '/any//base/' }, 'http://localhost:4321', '/any/base/', undefined],
  [
    'variables that are set to nothing',
    { GITHUB_REPOSITORY: 'ada/x', SITE_URL: '', BASE_PATH: '' },
    'https://ada.github.io',
    '/x/',
    'https://github.com/ada/x/edit/main/',
  ],
  [
    'the root asked for on GitHub',
    { GITHUB_REPOSITORY: 'ada/x', BASE_PATH: '/' },
    'https://ada.github.io',
    '/',
    'https://github.com/ada/x/edit/main/',
  ],
])('%s', (_name, env, site, base, editBaseUrl) => {
  expect(siteFromEnvironment(env)).toEqual({ site, base, ...(editBaseUrl ? { editBaseUrl } : {}) });
});
