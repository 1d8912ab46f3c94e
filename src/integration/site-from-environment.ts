export interface SiteSettings {
  /** Origin of the site: `https://owner.github.io`. */
  site: string;
  /** Base path with a slash at both ends. */
  base: string;
  /** Where the "Edit page" links start; absent when the repository is not known. */
  editBaseUrl?: string;
}

/**
 * Site address, base path and edit links from the environment, so that a fork deploys without an edit.
 *
 * - `SITE_URL` and `BASE_PATH` win where they are set.
 * - On GitHub Actions, `GITHUB_REPOSITORY` (`owner/name`) gives `https://owner.github.io` and `/name/`; a repository named `owner.github.io`
 *   is served from `/`.
 * - Elsewhere the site is `http://localhost:4321/`.
 */
export function siteFromEnvironment(env: Readonly<Record<string, string | undefined>>): SiteSettings {
  const [owner, name] = env['GITHUB_REPOSITORY']?.split('/') ?? [];
  const pages = owner && name ? `${owner.toLowerCase()}.github.io` : null;
  const site = env['SITE_URL'] || (pages ? `https://${pages}` : 'http://localhost:4321');
  const base = env['BASE_PATH'] || (pages && !env['SITE_URL'] && name?.toLowerCase() !== pages ? name : '');
  const branch = env['GITHUB_REF_TYPE'] === 'branch' && env['GITHUB_REF_NAME'] ? env['GITHUB_REF_NAME'] : 'main';
  return {
    site: new URL(site).origin,
    base: `/${base ?? ''}/`.replace(/\/+/g, '/'),
    ...(owner && name
      ? { editBaseUrl: `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${owner}/${name}/edit/${branch}/` }
      : {}),
  };
}
