import { qrCode } from './qr-code.ts';

/** In CSS pixels: a code with little in it need not fill the screen. */
const LARGEST_MODULE = 6;

/** Shows a text as a QR code in the figure's drawing. @returns `false` when it is too long, and then the figure stays hidden */
export function drawQrCode(figure: HTMLElement, text: string): boolean {
  const code = qrCode(text);
  const svg = figure.querySelector('svg');
  figure.hidden = !code || !svg;
  if (!code || !svg) return false;
  svg.setAttribute('viewBox', `0 0 ${code.size} ${code.size}`);
  svg.querySelector('path')?.setAttribute('d', code.path);
  // Whole pixels for every module, where there is room: scanners read uneven ones badly.
  const room = Math.min(figure.clientWidth, LARGEST_MODULE * code.size);
  const pixels = Math.floor((room * devicePixelRatio) / code.size);
  svg.style.width = pixels > 0 ? `${(pixels * code.size) / devicePixelRatio}px` : '100%';
  return true;
}
