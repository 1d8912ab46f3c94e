import { buildPlan } from './build-plan.ts';
import { checkLinks, type Site } from './check-links.ts';
import { type CitingPage, collectResources, resourceKey } from './collect-resources.ts';
import { nearest } from './nearest.ts';
import type { ParsedFile } from './parse-file.ts';
import type { ParsedPage } from './parse-page.ts';
import { pathOfFile, withBase } from './paths.ts';
import type { Problem } from './problems.ts';
import type { Roadmap } from './roadmap.ts';
import type { ResourceData } from './schemas.ts';

export interface BuildOptions {
  /** Base path of the site: `/`, or `/any/base`. */
  base: string;
  /** Site paths that exist besides content pages. */
  otherPaths?: ReadonlySet<string>;
  /** Folders of `content/plans/` that hold no file. */
  emptyPlans?: readonly string[];
}

export interface BuiltRoadmap {
  roadmap: Roadmap;
  /** Every problem of every file. */
  problems: Problem[];
  /** What internal links can lead to. */
  site: Site;
  /** Id of the resource at an address. */
  resourceIdOf: (url: string) => string | undefined;
}

/** Builds the whole model from parsed files. Pure. */
export function buildRoadmap(
  files: readonly ParsedFile[],
  { base, otherPaths = new Set(), emptyPlans = [] }: BuildOptions,
): BuiltRoadmap {
  const pages = files.flatMap((file) => ('page' in file ? [file.page as ParsedPage<{ aliases: string[] }>] : []));
  const problems: Problem[] = [
    ...files.flatMap((file) =>
      file.type === 'unreadable' ? [file.problem] : 'yaml' in file ? file.yaml.problems : [],
    ),
    ...pages.flatMap((page) => page.problems),
  ];
  const plans = planIds(files, emptyPlans).flatMap((id) => {
    const built = buildPlan(filesOfPlan(files, id), base);
    problems.push(...built.problems);
    return built.plan ?? [];
  });
  const topics = files.flatMap((file) => {
    if (file.type !== 'topic' || !file.page.data) return [];
    const { title, summary, area, related, aliases } = file.page.data;
    return [
      {
        id: file.topic,
        title,
        summary,
        area,
        related,
        aliases,
        url: withBase(base, pathOfFile(file.page.file)),
        file: file.page.file,
      },
    ];
  });
  const areas = Object.assign({}, ...files.map((file) => (file.type === 'areas' ? file.yaml.data : null))) as Record<
    string,
    string
  >;
  const described = files.flatMap((file) => (file.type === 'resources' ? (file.yaml.data ?? []) : []));
  const { resources, idOf } = collectResources(described, citingPages(files));
  const linked = new Map(
    pages.map((page) => [
      page.file,
      [...new Set(page.links.flatMap((link) => (link.image ? [] : (idOf(link.url) ?? []))))],
    ]),
  );
  for (const plan of plans) {
    plan.resources = linked.get(plan.file) ?? [];
    for (const unit of plan.units) unit.resources = linked.get(unit.file) ?? [];
  }
  const site: Site = {
    pages: new Map(pages.map((page) => [page.file, page])),
    paths: new Map(pages.map((page) => [pathOfFile(page.file), page.file])),
    assets: new Set(files.flatMap((file) => (file.type === 'asset' || file.type === 'unreadable' ? [file.file] : []))),
    otherPaths,
  };
  problems.push(
    ...pages.flatMap((page) => checkLinks(page, site)),
    ...checkReferences(files),
    ...checkAliases(pages),
    ...checkPlaces(files),
  );
  const others = files.flatMap((file) => {
    if (file.type !== 'page' || !file.page.data) return [];
    return [{ ...file.page.data, file: file.page.file, url: withBase(base, pathOfFile(file.page.file)) }];
  });
  return {
    roadmap: { plans, topics, areas, resources, pages: others.sort((a, b) => a.order - b.order) },
    problems,
    site,
    resourceIdOf: idOf,
  };
}

function planIds(files: readonly ParsedFile[], emptyPlans: readonly string[]): string[] {
  const ids = files.flatMap((file) => ('plan' in file && typeof file.plan === 'string' ? [file.plan] : []));
  return [...new Set([...ids, ...emptyPlans])].sort((a, b) => a.localeCompare(b, 'en'));
}

function filesOfPlan(files: readonly ParsedFile[], id: string) {
  const own = files.filter((file) => 'plan' in file && file.plan === id);
  return {
    id,
    plan: own.find((file) => file.type === 'plan')?.page ?? null,
    units: own.flatMap((file) => (file.type === 'unit' ? [file.page] : [])),
    incomplete: own.some((file) => file.type === 'unreadable'),
  };
}

function citingPages(files: readonly ParsedFile[]): CitingPage[] {
  return files.flatMap((file): CitingPage[] => {
    if (file.type === 'unit') {
      const unit = `${file.plan}/${pathOfFile(file.page.file).slice(`/plans/${file.plan}/`.length, -1)}`;
      return [{ unit, topics: file.page.data?.topics ?? [], links: file.page.links }];
    }
    return file.type === 'plan' || file.type === 'topic' ? [{ unit: null, topics: [], links: file.page.links }] : [];
  });
}

/** Topics and areas that are named must exist; a resource is described once. */
function checkReferences(files: readonly ParsedFile[]): Problem[] {
  const topicIds = files.flatMap((file) => (file.type === 'topic' ? [file.topic] : []));
  const areaIds = files.flatMap((file) => (file.type === 'areas' ? Object.keys(file.yaml.data ?? {}) : []));
  const unknown = (
    code: 'unknown-topic' | 'unknown-area',
    value: string,
    valid: readonly string[],
    file: string,
    place: { line: number; column: number },
  ): Problem[] => {
    if (valid.includes(value)) return [];
    const close = nearest(value, valid);
    return [
      {
        code,
        file,
        ...place,
        found: value,
        expected: valid.length > 0 ? `one of ${valid.join(', ')}` : 'nothing: there are none yet',
        ...(close ? { nearest: close } : {}),
      },
    ];
  };
  const seen = new Map<string, string>();
  return files.flatMap((file): Problem[] => {
    if (file.type === 'plan' || file.type === 'unit') {
      const { page } = file;
      return (page.data?.topics ?? []).flatMap((topic, index) =>
        unknown('unknown-topic', topic, topicIds, page.file, page.positionOf(['topics', index])),
      );
    }
    if (file.type === 'topic') {
      const { page } = file;
      return [
        ...(page.data?.related ?? []).flatMap((topic, index) =>
          unknown('unknown-topic', topic, topicIds, page.file, page.positionOf(['related', index])),
        ),
        ...(page.data ? unknown('unknown-area', page.data.area, areaIds, page.file, page.positionOf(['area'])) : []),
      ];
    }
    if (file.type !== 'resources') return [];
    return (file.yaml.data ?? []).flatMap((resource: ResourceData, index) => {
      const topicProblems = resource.topics.flatMap((topic, n) =>
        unknown('unknown-topic', topic, topicIds, file.file, file.yaml.positionOf([index, 'topics', n])),
      );
      const key = resource.url ? resourceKey(resource.url) : null;
      const first = key === null ? undefined : seen.get(key);
      const place = file.yaml.positionOf([index, 'url']);
      if (key !== null && first === undefined) seen.set(key, `${file.file}:${place.line}`);
      if (first === undefined) return topicProblems;
      return [
        ...topicProblems,
        {
          code: 'duplicate-resource' as const,
          file: file.file,
          ...place,
          found: `${resource.url}, as in ${first}`,
          expected: 'one entry for each address',
        },
      ];
    });
  });
}

function checkAliases(pages: readonly ParsedPage<{ aliases: string[] }>[]): Problem[] {
  const taken = new Map(pages.map((page) => [pathOfFile(page.file), page.file]));
  return pages.flatMap((page) =>
    (page.data?.aliases ?? []).flatMap((alias, index): Problem[] => {
      const path = alias.endsWith('/') ? alias : `${alias}/`;
      const owner = taken.get(path);
      if (owner === undefined) {
        taken.set(path, page.file);
        return [];
      }
      return [
        {
          code: 'alias-taken',
          file: page.file,
          ...page.positionOf(['aliases', index]),
          found: `${alias}, which leads to ${owner}`,
          expected: 'an address that no page has now',
        },
      ];
    }),
  );
}

/** Items outside units would be shown, but could not be counted. */
function checkPlaces(files: readonly ParsedFile[]): Problem[] {
  return files.flatMap((file) => {
    if (!('page' in file) || file.type === 'unit') return [];
    const item = file.page.items[0];
    return item
      ? [
          {
            code: 'item-outside-unit' as const,
            file: file.page.file,
            line: item.line,
            column: item.column,
            found: `- [ ] ${item.text.slice(0, 50)}`,
            expected: 'a plain list here (without [ ]), or the item on a page of the plan’s weeks or days',
          },
        ]
      : [];
  });
}
