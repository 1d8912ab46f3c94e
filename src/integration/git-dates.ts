import { spawnSync } from 'node:child_process';

/**
 * The day each file below a folder last changed, from Git. Empty where there is no Git or no history.
 *
 * @param root absolute path of the project
 * @param folder path below it
 * @returns path from the root to date
 */
export function gitDates(root: string, folder: string): Map<string, Date> {
  const dates = new Map<string, Date>();
  const log = spawnSync(
    'git',
    ['-c', 'core.quotePath=false', 'log', '--format=t:%ct', '--name-only', '--relative', '--', folder],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (log.error || log.status !== 0) return dates;
  let date = new Date();
  for (const line of log.stdout.split('\n')) {
    if (line.startsWith('t:')) date = new Date(Number(line.slice(2)) * 1000);
    else if (line !== '' && !dates.has(line)) dates.set(line, date);
  }
  return dates;
}
