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
 * - `SITE_URL` and `BASE_PATH` win where they are set. A path in `SITE_URL` is the base path unless `BASE_PATH` says otherwise.
 * - On GitHub Actions, `GITHUB_REPOSITORY` (`owner/name`) gives `https://owner.github.io` and `/name/`; a repository named `owner.github.io`
 *   is served from `/`.
 * - Elsewhere the site is `http://localhost:4321/`.
 */
export function siteFromEnvironment(env: Readonly<Record<string, string | undefined>>): SiteSettings {
  const [owner, name] = env['GITHUB_REPOSITORY']?.split('/') ?? [];
  const pages = owner && name ? `${owner.toLowerCase()}.github.io` : null;
  const address = siteUrl(env['SITE_URL'] || pages || 'http://localhost:4321');
  const folder = pages && !env['SITE_URL'] && name?.toLowerCase() !== pages ? `/${name}` : address.pathname;
  const branch = env['GITHUB_REF_TYPE'] === 'branch' && env['GITHUB_REF_NAME'] ? env['GITHUB_REF_NAME'] : 'main';
  return {
    site: address.origin,
    base: `/${env['BASE_PATH'] || folder}/`.replace(/\/+/g, '/'),
    ...(owner && name
      ? { editBaseUrl: `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${owner}/${name}/edit/${branch}/` }
      : {}),
  };
}

/** Reads a site address as people write it: `plans.example.org` is `https://plans.example.org`. */
function siteUrl(address: string): URL {
  return new URL(/^https?:\/\//.test(address) ? address : `https://${address}`);
}
