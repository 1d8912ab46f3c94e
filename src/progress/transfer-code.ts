import type { IndexItem } from '../roadmap/plan-index.ts';
import { type Bytes, ByteWriter, crc32, fromBase64Url, packBits, toBase64Url } from './bytes.ts';
import { canDeflate, deflate, inflate } from './deflate.ts';
import type { Mark } from './mark.ts';
import { LAST_MINUTE, readBody, type TransferBody, writeBody } from './transfer-body.ts';

/**
 * A plan's marks as a text short enough for a QR code, which carries them to another device in an address.
 *
 * base64url of: version, a byte · what it says (`transfer-body.ts`), compressed · CRC-32 of both. The checksum stands there in every
 * version: a link that lost a letter is not taken for a newer one. An item is named by some bits of its id's CRC-32, not
 * by its place, so a receiver with another version of the plan gets what that still has. The words stay behind; the receiver has its own.
 */
const VERSION = 1;
/** Of two versions of a plan that differ in 50 items, one pair in 13,000 has two items with the same bits. */
const TAG_BITS = 25;
/** One pair in 400; for when the code is too long for a QR code. */
const FEWER_TAG_BITS = 20;
/** Leaves 120 letters for the address of the page within the 2,900 that a QR code surely holds. */
const LETTERS_IN_QR = 2780;
/** Some 50 times what the largest plan needs. */
const MOST_LETTERS = 131_072;
const MOST_BYTES = 1_048_576;
const MINUTE = 60_000;

/** Why a code cannot be made or taken over, in words for the reader. */
export const TRANSFER_PROBLEMS = {
  damaged: 'The link is damaged or was cut off on its way. Copy the whole link again on the other device.',
  newer: 'The link was made by a newer version of this site. Reload this page, then open the link again.',
  tooLarge: 'The link holds more than any plan can, so it was not read.',
  unknownPlan: 'The link holds progress in a plan that this site does not have.',
  unsupported: 'This browser cannot pack or unpack links. Use a newer one, or move your progress with a backup file.',
} as const;

/**
 * Packs marks for another device.
 *
 * @param marks by item id; those whose items are not in `index` are left out and counted
 * @param index items of the plan in reading order
 */
export async function encodeTransfer(
  plan: string,
  marks: ReadonlyMap<string, Mark>,
  index: readonly Pick<IndexItem, 'id'>[],
): Promise<{ code: string; leftOut: number } | TransferProblem> {
  if (!canDeflate()) return { problem: 'unsupported' };
  const ids = index.map(({ id }) => id);
  const pack = async (bits: number) => {
    const width = widthApart(ids, bits);
    const entries = ids.flatMap((id) => {
      const mark = marks.get(id);
      return mark ? { tag: tagOf(id, width), done: mark.done, minute: minuteOf(mark) } : [];
    });
    const body = await deflate(writeBody({ plan, width, entries }));
    const sealed = new ByteWriter().raw([VERSION]).raw(body).bytes;
    return toBase64Url(new ByteWriter().raw(sealed).raw(packBits([crc32(sealed)], 32)).bytes);
  };
  const known = new Set(ids);
  const leftOut = [...marks.keys()].filter((id) => !known.has(id)).length;
  const code = await pack(TAG_BITS);
  return { code: code.length > LETTERS_IN_QR ? await pack(FEWER_TAG_BITS) : code, leftOut };
}

/**
 * Unpacks marks from another device. Never throws, whatever the code, unless `indexOf` does.
 *
 * @param indexOf gives the items of a plan on this site; `null` when it has no such plan
 */
export async function decodeTransfer(
  code: string,
  indexOf: (plan: string) => Promise<readonly IndexItem[] | null>,
): Promise<Transfer | TransferProblem> {
  if (code.length > MOST_LETTERS) return { problem: 'tooLarge' };
  const bytes = fromBase64Url(code);
  const sealed = bytes?.subarray(0, -4);
  if (!sealed || String(bytes?.subarray(-4)) !== String(packBits([crc32(sealed)], 32))) return { problem: 'damaged' };
  if (sealed[0] !== VERSION) return { problem: 'newer' };
  if (!canDeflate()) return { problem: 'unsupported' };
  const body = await unpack(sealed.subarray(1));
  if ('problem' in body) return body;
  const index = await indexOf(body.plan);
  return index ? findItems(body, index) : { problem: 'unknownPlan' };
}

async function unpack(packed: Bytes): Promise<TransferBody | TransferProblem> {
  try {
    const bytes = await inflate(packed, MOST_BYTES);
    return bytes ? readBody(bytes) : { problem: 'tooLarge' };
  } catch {
    return { problem: 'damaged' };
  }
}

/** Finds each mark's item in the receiver's plan. What fits none, or more than one, is left out: rather no tick than a wrong one. */
function findItems({ plan, width, entries }: TransferBody, index: readonly IndexItem[]): Transfer {
  const items = new Map<number, IndexItem | null>();
  for (const item of index) {
    const tag = tagOf(item.id, width);
    items.set(tag, items.has(tag) ? null : item);
  }
  const marks = new Map<string, Mark>();
  let leftOut = 0;
  for (const { tag, done, minute } of entries) {
    const item = items.get(tag);
    if (item) {
      const { id, text, unit, kind, minutes, done: byAuthor } = item;
      marks.set(id, { done, at: minute * MINUTE, text, unit, kind, minutes: minutes ?? 0, byAuthor });
    } else leftOut += 1;
  }
  return { plan, marks, leftOut };
}

/** So many bits that no two items have the same tag; all of them when even those are not enough. */
function widthApart(ids: readonly string[], width: number): number {
  const tags = new Set(ids.map((id) => tagOf(id, width)));
  return tags.size === ids.length || width === 32 ? width : widthApart(ids, width + 1);
}

function tagOf(id: string, width: number): number {
  return crc32(new TextEncoder().encode(id)) >>> (32 - width);
}

function minuteOf({ at }: Mark): number {
  return Math.min(LAST_MINUTE, Math.max(0, Math.floor(at / MINUTE)));
}

/** What a code holds for this site. */
export interface Transfer {
  plan: string;
  /** By item id. When they were made is known to the minute. */
  marks: Map<string, Mark>;
  /** Marks for which this site has no item, or more than one. */
  leftOut: number;
}

export interface TransferProblem {
  problem: keyof typeof TRANSFER_PROBLEMS;
}
