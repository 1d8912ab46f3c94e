/** The two builds that the tests look at: served from `/` and from a base path. */
export const BUILDS = [
  { name: 'root', folder: 'dist', base: '/', port: 4601 },
  { name: 'base path', folder: 'dist-base', base: '/any/base/', port: 4602 },
] as const;

export type Build = (typeof BUILDS)[number];

/** Vitest says to everything below it that it is being tested, and Astro then behaves otherwise. */
const SET_BY_VITEST = /^(?:VITEST|NODE_ENV$|TEST$|DEV$|PROD$|SSR$|MODE$|BASE_URL$)/;

/** Environment of a build and its preview: nothing from outside changes what the tests see. */
export function buildEnvironment({ base, port }: { base: string; port: number }): Record<string, string> {
  return {
    ...Object.fromEntries(
      Object.entries(process.env as Record<string, string>).filter(([name]) => !SET_BY_VITEST.test(name)),
    ),
    BASE_PATH: base,
    SITE_URL: `http://localhost:${port}`,
    GITHUB_REPOSITORY: 'example/daymark',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REF_NAME: 'main',
    GITHUB_SERVER_URL: 'https://github.com',
  };
}
