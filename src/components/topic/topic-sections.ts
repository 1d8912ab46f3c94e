/** Headings of what the site adds to a topic's page, in their order: the page and its table of contents both need them. */
export const TOPIC_SECTIONS = [
  { slug: 'where-it-is-taught', text: 'Where it is taught' },
  { slug: 'resources', text: 'Resources' },
  { slug: 'related-topics', text: 'Related topics' },
] as const;
