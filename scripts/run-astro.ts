/**
 * Runs Astro's command line: `node scripts/run-astro.ts build`. Astro reports usage to its makers unless told not to, and prints a notice
 * about it on first use; here it is told not to, on every platform alike.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
await import(pathToFileURL(join(astro, 'bin', 'astro.mjs')).href);
