import { slug } from 'github-slugger';
import type { PageLink } from './parsed-page.ts';
import type { ResourceData } from './schemas.ts';
import type { Resource, ResourceKind } from './types.ts';

/** A page that may cite resources. */
export interface CitingPage {
  /** `plan/unit`, or `null` for pages that are not a unit. */
  unit: string | null;
  topics: readonly string[];
  links: readonly PageLink[];
}

export interface ResourceIndex {
  resources: Resource[];
  /** Id of the resource at an address. */
  idOf: (url: string) => string | undefined;
}

/** What kind of thing a host serves, for links that no YAML file describes. */
const KIND_OF_HOST: readonly [RegExp, ResourceKind][] = [
  [/(^|\.)youtube\.com$|^youtu\.be$|(^|\.)vimeo\.com$/, 'video'],
  [/(^|\.)udemy\.com$|(^|\.)coursera\.org$|(^|\.)educative\.io$|(^|\.)pluralsight\.com$|(^|\.)edx\.org$/, 'course'],
  [/(^|\.)oreilly\.com$|(^|\.)manning\.com$|(^|\.)gitbook\.io$/, 'book'],
  [/^(?:www\.)?github\.com$|^gitlab\.com$/, 'repository'],
  [/^docs\.|^pkg\.go\.dev$|^developer\.|\.readthedocs\.io$|^go\.dev$/, 'doc'],
  [/(^|\.)leetcode\.com$|(^|\.)exercism\.org$|(^|\.)codecrafters\.io$/, 'platform'],
];

/** Query parameters that say where a reader came from, not what she sees. */
const TRACKING = /^(?:utm_|fbclid|gclid|ref$|si$|ab_channel$|t$)/;

/** Two links with the same key lead to the same resource: host and path count, not fragment, tracking or a slash at the end. */
export function resourceKey(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  const query = [...searchParams].filter(([name]) => !TRACKING.test(name)).map((pair) => pair.join('='));
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${query.length > 0 ? `?${query.sort().join('&')}` : ''}`;
}

/**
 * Collects every resource once: those described in YAML, in their order, then the others in order of appearance.
 *
 * One that no YAML file describes takes the topics of the units that cite it.
 */
export function collectResources(described: readonly ResourceData[], pages: readonly CitingPage[]): ResourceIndex {
  const byKey = new Map<string, Resource>();
  const ids = new Set<string>();
  const all: Resource[] = [];
  const add = (key: string | null, resource: Omit<Resource, 'id' | 'units'>): Resource => {
    const entry = {
      id: freeId(
        slug(resource.title)
          .replace(/[^a-z0-9-]/g, '')
          .replace(/-+/g, '-')
          .replace(/^-|-$/g, '') || 'resource',
        ids,
      ),
      ...resource,
      units: [],
    };
    all.push(entry);
    if (key !== null) byKey.set(key, entry);
    return entry;
  };
  for (const { url, title, kind, by, free, checked, topics } of described) {
    const key = url ? resourceKey(url) : null;
    if (key !== null && byKey.has(key)) continue;
    add(key, { title, url: url ?? null, kind, by: by ?? null, free: free ?? null, checked: checked ?? null, topics });
  }
  const borrowed = new Map<Resource, Set<string>>();
  for (const { unit, topics, links } of pages) {
    for (const { url, text, image } of links) {
      if (image || !isExternal(url)) continue;
      const key = resourceKey(url);
      let resource = byKey.get(key);
      if (!resource) {
        resource = add(key, {
          title: text || new URL(url).host,
          url,
          kind: kindOf(url),
          by: null,
          free: null,
          checked: null,
          topics: [],
        });
        borrowed.set(resource, new Set());
      }
      for (const topic of topics) borrowed.get(resource)?.add(topic);
      if (unit !== null && !resource.units.includes(unit)) resource.units.push(unit);
    }
  }
  for (const [resource, topics] of borrowed) resource.topics = [...topics];
  return { resources: all, idOf: (url) => (isExternal(url) ? byKey.get(resourceKey(url))?.id : undefined) };
}

/** Whether a link leaves the site. */
function isExternal(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function kindOf(url: string): ResourceKind {
  const { host } = new URL(url);
  return KIND_OF_HOST.find(([pattern]) => pattern.test(host))?.[1] ?? 'article';
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}
