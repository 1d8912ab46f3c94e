/** Bytes of a transfer link: numbers of any size, numbers of few bits, a checksum, and letters that an address can carry. */

export type Bytes = Uint8Array<ArrayBuffer>;

/** Writes whole numbers, seven bits a byte, the lowest first; small ones take one byte. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  /** @param number not below 0, at most 2^53 - 1 */
  whole(number: number): this {
    let rest = number;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#bytes.push((rest % 128) + 128);
    this.#bytes.push(rest);
    return this;
  }

  /** A number of either sign: the sign is its lowest bit, so that small ones stay short. */
  signed(number: number): this {
    return this.whole(number < 0 ? -2 * number - 1 : 2 * number);
  }

  raw(bytes: Iterable<number>): this {
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }

  get bytes(): Bytes {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what `ByteWriter` wrote. @throws RangeError where the bytes end too early or say what it cannot have written */
export class ByteReader {
  readonly #bytes: Bytes;
  #at = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  whole(): number {
    let number = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.raw(1)[0] as number;
      number += (byte % 128) * factor;
      if (number > Number.MAX_SAFE_INTEGER) throw new RangeError('number too large');
      if (byte < 128) return number;
    }
  }

  signed(): number {
    const number = this.whole();
    return number % 2 === 1 ? -(number + 1) / 2 : number / 2;
  }

  raw(length: number): Bytes {
    if (length > this.#bytes.length - this.#at) throw new RangeError('bytes end too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }
}

/** Sets numbers of `width` bits, at most 32, side by side. */
export function packBits(numbers: readonly number[], width: number): Bytes {
  const bytes = new Uint8Array(packedLength(numbers.length, width));
  numbers.forEach((number, index) => {
    for (let bit = 0; bit < width; bit++) {
      const at = index * width + bit;
      bytes[at >> 3] = (bytes[at >> 3] as number) | (((number >>> bit) & 1) << (at & 7));
    }
  });
  return bytes;
}

/** The `count` numbers that `packBits` has set side by side. */
export function unpackBits(bytes: Bytes, width: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    let number = 0;
    for (let bit = 0; bit < width; bit++) {
      const at = index * width + bit;
      number += (((bytes[at >> 3] as number) >> (at & 7)) & 1) * 2 ** bit;
    }
    return number;
  });
}

/** How many bytes `packBits` makes. */
export function packedLength(count: number, width: number): number {
  return Math.ceil((count * width) / 8);
}

/** CRC-32 as zip and PNG use it (ISO 3309), not below 0. It finds accidents, not forgeries. */
export function crc32(bytes: Iterable<number>): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** Bytes in the letters of base64url, without padding: https://www.rfc-editor.org/rfc/rfc4648#section-5 */
export function toBase64Url(bytes: Bytes): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Bytes of a base64url text; `null` when it is none. */
export function fromBase64Url(text: string): Bytes | null {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
}
