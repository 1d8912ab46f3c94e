import type { Bytes } from './bytes.ts';

/** Whether this browser compresses by itself; all do since 2023. */
export function canDeflate(): boolean {
  try {
    new CompressionStream('deflate-raw');
    return true;
  } catch {
    return false;
  }
}

/** Compresses, without header and checksum (RFC 1951). */
export async function deflate(bytes: Bytes): Promise<Bytes> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * Unpacks what `deflate` has packed.
 *
 * @param limit bytes; it stops as soon as there are more, because a few bytes can be made to unpack to gigabytes
 * @returns `null` above the limit
 * @throws what the browser throws about bytes that are no such data
 */
export async function inflate(bytes: Bytes, limit: number): Promise<Bytes | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: BlobPart[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}
