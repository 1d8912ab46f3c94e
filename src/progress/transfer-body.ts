import { ByteReader, type Bytes, ByteWriter, packBits, packedLength, unpackBits } from './bytes.ts';

/**
 * What a transfer link says, before it is compressed: the plan's id · how many bits a tag has · how many marks · done or not, a bit each ·
 * when, each as the difference to the one before · which item, a tag each.
 *
 * Marks stand in reading order: it is roughly the order in which they were made, so the differences are small.
 */
export interface TransferBody {
  plan: string;
  /** Bits of a tag, 1 to 32. */
  width: number;
  entries: TransferEntry[];
}

export interface TransferEntry {
  /** What tells the item from the others of its plan. */
  tag: number;
  done: boolean;
  /** Minutes since 1970. */
  minute: number;
}

/** The last minute that a `Date` can hold. */
export const LAST_MINUTE = 8.64e15 / 60_000;

/** A plan's id becomes part of an address, so nothing else may pass for one. */
const PLAN_ID = /^[a-z0-9][a-z0-9-]*$/;

export function writeBody({ plan, width, entries }: TransferBody): Bytes {
  const name = new TextEncoder().encode(plan);
  const body = new ByteWriter().whole(name.length).raw(name).whole(width).whole(entries.length);
  const done = entries.map((entry) => Number(entry.done));
  body.raw(packBits(done, 1));
  let before = 0;
  for (const { minute } of entries) {
    body.signed(minute - before);
    before = minute;
  }
  const tags = entries.map(({ tag }) => tag);
  return body.raw(packBits(tags, width)).bytes;
}

/** Reads what `writeBody` wrote. @throws RangeError about anything else */
export function readBody(bytes: Bytes): TransferBody {
  const reader = new ByteReader(bytes);
  const plan = new TextDecoder().decode(reader.raw(reader.whole()));
  const width = reader.whole();
  const count = reader.whole();
  if (!PLAN_ID.test(plan) || width < 1 || width > 32) throw new RangeError('no transfer');
  const done = unpackBits(reader.raw(packedLength(count, 1)), 1, count);
  let minute = 0;
  const minutes = done.map(() => {
    minute += reader.signed();
    return minute;
  });
  const tags = unpackBits(reader.raw(packedLength(count, width)), width, count);
  if (!reader.isAtEnd || minutes.some((each) => each < 0 || each > LAST_MINUTE)) throw new RangeError('no transfer');
  const entries = tags.map((tag, i) => ({ tag, done: done[i] === 1, minute: minutes[i] as number }));
  return { plan, width, entries };
}
