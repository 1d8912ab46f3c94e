import { encode } from 'uqr';

/** Modules of white that a scanner needs around the code: ISO/IEC 18004, section 9.1. */
const QUIET = 4;

export interface QrCode {
  /** Modules from edge to edge, with the white around them. */
  size: number;
  /** The black modules, as the path of an SVG whose unit is one module. */
  path: string;
}

/**
 * Draws a text as a QR code with the least error correction: on a screen nothing wears off, and fewer modules are larger ones.
 *
 * @returns `null` when the text is longer than a QR code can hold
 */
export function qrCode(text: string): QrCode | null {
  try {
    const { size, data } = encode(text, { ecc: 'L', border: QUIET });
    return { size, path: data.map(rowPath).join('') };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** One rectangle for each run of black modules: half the length, and no hairlines between neighbors. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    path += `M${start} ${y}h${x - start + 1}v1h${start - x - 1}z`;
  }
  return path;
}
