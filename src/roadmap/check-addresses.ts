import type { ParsedPage } from './parsed-page.ts';
import { pathOfFile } from './paths.ts';
import type { Problem } from './problems.ts';

/**
 * Checks that every address belongs to one page: no two files share one, none takes a path of the site's own, and no old
 * address is in use.
 *
 * @param otherPaths site paths that exist besides content pages
 */
export function checkAddresses(
  pages: readonly ParsedPage<{ aliases: string[] }>[],
  otherPaths: ReadonlySet<string>,
): Problem[] {
  const owners = new Map([...otherPaths].map((path) => [withSlash(path), 'the site itself']));
  const problems: Problem[] = [];
  for (const { file } of pages) {
    const path = pathOfFile(file);
    const owner = owners.get(path);
    if (owner === undefined) owners.set(path, file);
    else
      problems.push({
        code: 'same-address',
        file,
        line: 1,
        column: 1,
        found: `${path}, which is ${owner}`,
        expected: 'another name: the path of a file is its address',
      });
  }
  for (const page of pages) {
    for (const [index, alias] of (page.data?.aliases ?? []).entries()) {
      const owner = owners.get(withSlash(alias));
      if (owner === undefined) owners.set(withSlash(alias), page.file);
      else
        problems.push({
          code: 'alias-taken',
          file: page.file,
          ...page.positionOf(['aliases', index]),
          found: `${alias}, which leads to ${owner}`,
          expected: 'an address that no page has now',
        });
    }
  }
  return problems;
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
