import { paint } from 'virtual:daymark/paint';
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { progressOfLink } from './components/progress/progress-attributes.ts';
import { TOPIC_SECTIONS } from './components/topic/topic-sections.ts';
import { Keys } from './progress/keys.ts';
import type { PageNode, PlanNode, RoadmapPage, TopicNode, UnitNode } from './roadmap/roadmap.ts';
import { childrenOf, distinctLabel, documentOf } from './roadmap/roadmap.ts';
import { currentPage, roadmap, sitePath } from './site.ts';

type SidebarEntry = StarlightRouteData['sidebar'][number];
type SidebarLink = Extract<SidebarEntry, { type: 'link' }>;

/**
 * Gives each page the sidebar of its own plan (never the whole site's: pages would grow with every plan that is added), and
 * previous and next in reading order, across weeks.
 */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const route = locals.starlightRoute;
  const page = currentPage(route);
  route.sidebar = sidebarOf(page);
  route.pagination = paginationOf(page);
  if (page && 'plan' in page)
    addPainter(route, new Keys(import.meta.env.BASE_URL).marksOf(page.plan.id), page.plan.url);
  else if (page?.type === 'page' && page.page.url === sitePath('/'))
    addPainter(route, new Keys(import.meta.env.BASE_URL).marks);
  // What is not there has no address of its own.
  if (route.id === '404')
    route.head = route.head.filter(({ attrs }) => attrs?.['rel'] !== 'canonical' && attrs?.['property'] !== 'og:url');
  if (page?.type === 'topic') {
    route.toc?.items.push(...TOPIC_SECTIONS.map((section) => ({ ...section, depth: 2, children: [] })));
  }
  if (page?.type === 'unit') nameInTitle(route, `${distinctLabel(page.plan, page.unit)}: ${page.unit.title}`);
});

/** The script that shows what is done before the page is first painted: first of all, but for the encoding, which has to be within 1,024 bytes. */
function addPainter({ head }: StarlightRouteData, prefix: string, plan = ''): void {
  const content = `(${paint})(${JSON.stringify(prefix)},${JSON.stringify(plan)})`;
  const charset = head.findIndex(({ attrs }) => attrs?.['charset'] !== undefined);
  head.splice(charset + 1, 0, { tag: 'script', attrs: {}, content });
}

function sidebarOf(page: RoadmapPage | null): SidebarEntry[] {
  if (page?.type === 'plan') return planSidebar(page.plan, page.plan.url);
  if (page?.type === 'unit') return planSidebar(page.plan, page.unit.url);
  if (page?.type === 'topic') return topicSidebar(page.topic);
  const current = page?.type === 'page' ? page.page.url : '';
  return [
    group(
      'Plans',
      roadmap.plans.map((plan) => link(plan.title, plan.url, current)),
      false,
    ),
    group(
      'Guide',
      guidePages().map(({ title, url }) => link(title, url, current)),
      false,
    ),
  ];
}

function planSidebar(plan: PlanNode, current: string): SidebarEntry[] {
  const entriesBelow = (parent: UnitNode | null): SidebarEntry[] =>
    childrenOf(plan, parent).map((unit) =>
      unit.children.length > 0
        ? group(
            unit.label,
            [link(unit.title, unit.url, current, { class: 'daymark-overview', ...done(unit) }), ...entriesBelow(unit)],
            true,
          )
        : link(`${unit.label} · ${unit.title}`, unit.url, current, done(unit)),
    );
  const done = (unit: UnitNode | null) => progressOfLink(plan, unit);
  return [link(plan.title, plan.url, current, done(null)), ...entriesBelow(null)];
}

function topicSidebar(current: TopicNode): SidebarEntry[] {
  return Object.entries(roadmap.areas).map(([area, title]) =>
    group(
      title,
      roadmap.topics.filter((topic) => topic.area === area).map((topic) => link(topic.title, topic.url, current.url)),
      area !== current.area,
    ),
  );
}

/** Previous and next in the order in which a reader goes: through a plan with all its units, or through the guide. */
function paginationOf(page: RoadmapPage | null): StarlightRouteData['pagination'] {
  if (!page || page.type === 'topic') return { prev: undefined, next: undefined };
  const plan = page.type === 'page' ? null : page.plan;
  const pages: readonly (PlanNode | UnitNode | PageNode)[] = plan ? [plan, ...plan.units] : guidePages();
  const { url } = documentOf(page);
  const index = pages.findIndex((other) => other.url === url);
  const at = (place: number): SidebarLink | undefined => {
    const other = index === -1 ? undefined : pages[place];
    if (!other) return undefined;
    const label = plan && 'parent' in other ? `${distinctLabel(plan, other)}: ${other.title}` : other.title;
    return link(label, other.url, url);
  };
  return { prev: at(index - 1), next: at(index + 1) };
}

function guidePages(): PageNode[] {
  return roadmap.pages.filter(({ url }) => url.startsWith(sitePath('/guide/')));
}

function link(label: string, href: string, current: string, attrs: SidebarLink['attrs'] = {}): SidebarLink {
  return {
    type: 'link',
    label,
    href,
    isCurrent: href === current,
    badge: undefined,
    attrs,
  };
}

function group(label: string, entries: SidebarEntry[], collapsed: boolean): SidebarEntry {
  return { type: 'group', label, entries, collapsed, badge: undefined };
}

/** Search engines and browser tabs see only the title: there, the day's number belongs to it. */
function nameInTitle(route: StarlightRouteData, name: string): void {
  const title = route.head.find(({ tag }) => tag === 'title');
  if (title) title.content = `${name} | ${route.siteTitle}`;
  for (const meta of route.head)
    if (meta.tag === 'meta' && meta.attrs?.['property'] === 'og:title') meta.attrs['content'] = name;
}
