import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An inline script that a browser would run; data blocks such as JSON-LD are not run. */
const INLINE_SCRIPT =
  /<script(?![^>]*\bsrc=)(?![^>]*\btype="(?!module|text\/javascript)[^"]*")[^>]*>([\s\S]*?)<\/script>/g;

/**
 * Writes a Content-Security-Policy into every page of a build, in which each inline script is allowed by the hash of its
 * text and nothing is loaded from elsewhere.
 *
 * Done after the build: Astro's own `security.csp` hashes what it bundles, and not the scripts that Starlight sets inline.
 *
 * @param folder absolute path of the build
 */
export async function writePolicies(folder: string): Promise<void> {
  const pages = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.html'));
  for (const page of pages) {
    const path = join(folder, page);
    await writeFile(path, withPolicy(await readFile(path, 'utf8')));
  }
}

/** The page with its policy, as the first thing that its head says after the character set. */
export function withPolicy(html: string): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(([, script]) => {
    return `'sha256-${createHash('sha256')
      .update(script ?? '')
      .digest('base64')}'`;
  });
  const policy = [
    "default-src 'self'",
    // Pagefind's index is read by WebAssembly.
    `script-src 'self' 'wasm-unsafe-eval' ${[...new Set(hashes)].join(' ')}`.trim(),
    // Code blocks and drawings carry their colors in style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
  return html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => {
    return `${charset}<meta http-equiv="content-security-policy" content="${policy}">`;
  });
}
