import { z } from 'zod';
import { parseRange } from './parse-time.ts';
import { GATE_KEYS, type GateKey, RESOURCE_KINDS, UNIT_KINDS } from './types.ts';

/**
 * The frontmatter of every kind of file, and the entries of the YAML files. All objects are strict: a key that is not here
 * is an error. The comment on a field is its manual; `content/guide/format.mdx` says the same in more words.
 */

const text = z.string().trim().min(1, 'some text');
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');
/** `YYYY-MM-DD`, a day that exists. */
const date = z.iso.date('a date that exists, written YYYY-MM-DD');
const hours = z.number().positive().max(168);
const url = z.url({ protocol: /^https?$/, error: 'an address that starts with https:// or http://' });
const path = z.string().regex(/^(?:\/[\w.~-]+)+\/?$/, 'an old address of this page: a path that starts with /');

const shared = {
  /** The page's heading. Without the number: "Day 3" comes from the file's name. */
  title: text,
  /** One sentence: what a reader does here and gets from it. Also the page's description for search engines. */
  summary: text.max(200, 'at most 200 characters'),
  /** Addresses this page had before; each becomes a redirect. */
  aliases: z.array(path).default([]),
};

/** How many items of a kind it takes: a number, or a share such as `80%`. */
const level = z.union([
  z.number().int().positive(),
  z.string().regex(/^(?:100|[1-9]\d?)%$/, 'a number such as 2, or a share such as 80%'),
]);
const levels = z.strictObject(
  Object.fromEntries(GATE_KEYS.map((key) => [key, level.optional()])) as Record<GateKey, z.ZodOptional<typeof level>>,
);

/** What it takes to go on, for one unit: to pass, and to pass nearly. Below `yellow` is red. */
const gateLevels = { green: levels, yellow: levels };

/** `content/plans/<plan>/index.mdx` */
export const planSchema = z.strictObject({
  ...shared,
  /** Languages and tools, as a reader would search for them. */
  stack: z.array(text).default([]),
  /** Whom the plan is for, in a few words. */
  level: text.optional(),
  /** Ids of files in `content/topics/`. */
  topics: z.array(id).default([]),
  /** How much time it asks for. */
  effort: z
    .strictObject({
      hoursPerDay: hours.max(24).optional(),
      hoursPerWeek: hours.optional(),
      daysPerWeek: z.number().int().min(1).max(7).optional(),
    })
    .default({}),
  /** When it runs unless the reader decides otherwise. */
  schedule: z
    .strictObject({
      /** The first day. */
      start: date.optional(),
      /** Parts of a study day. An item under a heading of the same name belongs to it. `null`: no fixed hours. */
      slots: z
        .record(
          z.string().regex(/^[a-z][a-z -]*$/, 'a lower-case name'),
          z.union([
            z.null(),
            z.string().refine((value) => parseRange(value) !== null, 'a time range such as 05:00–10:00'),
          ]),
        )
        .default({}),
    })
    .default({ slots: {} }),
  /** Whether a reader may go on to the next unit. */
  gate: z
    .strictObject({
      /** The kind of unit that has a gate at its end. */
      after: z.enum(UNIT_KINDS),
      ...gateLevels,
      /** What to do on each light, in a sentence or two. */
      advice: z.strictObject({ green: text, yellow: text, red: text }),
    })
    .optional(),
  /** The source it is based on. */
  credit: z
    .strictObject({ title: text, by: text.optional(), url: url.optional(), licence: text.optional() })
    .optional(),
});

/** `…/week-1/index.mdx` and `…/day-01-….mdx`: every unit of a plan. */
export const unitSchema = z.strictObject({
  ...shared,
  /** Replaces "Week 6" where the number says little: "Final days". */
  label: text.optional(),
  /** Ids of files in `content/topics/`. */
  topics: z.array(id).default([]),
  /** Replaces the levels of the plan's gate for this unit. */
  gate: z.strictObject(gateLevels).optional(),
});

/** `content/topics/<id>.mdx` */
export const topicSchema = z.strictObject({
  ...shared,
  /** Key of `content/topics/areas.yaml`. */
  area: id,
  /** Ids of other topics. */
  related: z.array(id).default([]),
});

/** Any other page: the home page, the guide. */
export const pageSchema = z.strictObject({
  ...shared,
  /** Place in the guide's sidebar; lower comes first. */
  order: z.number().default(100),
  /** `splash` is wide and has no sidebar. */
  template: z.enum(['doc', 'splash']).default('doc'),
});

/** One entry of `content/resources/*.yaml`. */
const resourceSchema = z.strictObject({
  /** Its address; left out for a book with no page worth linking. */
  url: url.optional(),
  title: text,
  kind: z.enum(RESOURCE_KINDS),
  /** Author or publisher. */
  by: text.optional(),
  /** Can it be read, watched or used without paying? */
  free: z.boolean().optional(),
  /** The day somebody last compared address, title and author with what is public. */
  checked: date.optional(),
  topics: z.array(id).default([]),
});

/** `content/resources/*.yaml` */
export const resourceFileSchema = z.array(resourceSchema);

/** `content/topics/areas.yaml`: area id to its title, in the order of display. */
export const areasSchema = z.record(id, text);

export type PlanData = z.infer<typeof planSchema>;
export type UnitData = z.infer<typeof unitSchema>;
export type TopicData = z.infer<typeof topicSchema>;
export type PageData = z.infer<typeof pageSchema>;
export type ResourceData = z.infer<typeof resourceSchema>;
