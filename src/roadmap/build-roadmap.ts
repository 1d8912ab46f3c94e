import { buildPlan } from './build-plan.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkLinks, type Site } from './check-links.ts';
import { checkReferences } from './check-references.ts';
import { type CitingPage, collectResources } from './collect-resources.ts';
import type { ParsedFile } from './parse-file.ts';
import type { ParsedPage } from './parsed-page.ts';
import { pathOfFile, withBase } from './paths.ts';
import type { Problem } from './problems.ts';
import type { Roadmap } from './roadmap.ts';

export interface BuildOptions {
  /** Base path of the site: `/`, or `/any/base`. */
  base: string;
  /** Site paths that exist besides content pages. */
  otherPaths?: ReadonlySet<string>;
  /** Folders of `content/plans/` that hold no file. */
  emptyPlans?: readonly string[];
}

/** The model, and what came up while it was built. */
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
    images: new Set(files.flatMap((file) => (file.type === 'image' ? [file.file] : []))),
    unreadable: new Set(files.flatMap((file) => (file.type === 'unreadable' ? [file.file] : []))),
    otherPaths,
  };
  problems.push(
    ...pages.flatMap((page) => checkLinks(page, site)),
    ...checkReferences(files),
    ...checkAddresses(pages, otherPaths),
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
