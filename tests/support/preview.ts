import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { buildEnvironment } from './builds.ts';

/**
 * Serves a built site until it is stopped.
 *
 * @param root folder of the project
 * @param folder of the build, below it
 * @throws when nothing answers within 30 seconds
 */
export async function preview(
  root: string,
  { base, port, folder = 'dist' }: { base: string; port: number; folder?: string },
): Promise<{ url: string; stop: () => void }> {
  const url = `http://localhost:${port}${base}`;
  const server = spawn(
    process.execPath,
    ['scripts/run-astro.ts', 'preview', '--port', String(port), '--outDir', folder],
    { cwd: root, env: buildEnvironment({ base, port }), stdio: 'ignore' },
  );
  for (let tries = 0; tries < 300; tries++) {
    if (await fetch(url).catch(() => null)) return { url, stop: () => server.kill() };
    await wait(100);
  }
  server.kill();
  throw new Error(`Nothing answers at ${url}: is there a build in ${folder}?`);
}
