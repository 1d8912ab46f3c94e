import { resourceKey } from './collect-resources.ts';
import { nearest } from './nearest.ts';
import type { ParsedFile } from './parse-file.ts';
import type { Problem } from './problems.ts';
import type { ResourceData } from './schemas.ts';

/** Topics and areas that are named must exist; a resource is described once. */
export function checkReferences(files: readonly ParsedFile[]): Problem[] {
  const topicIds = files.flatMap((file) => (file.type === 'topic' ? [file.topic] : []));
  const areaIds = files.flatMap((file) => (file.type === 'areas' ? Object.keys(file.yaml.data ?? {}) : []));
  const unknown = (
    code: 'unknown-topic' | 'unknown-area',
    value: string,
    valid: readonly string[],
    file: string,
    place: { line: number; column: number },
  ): Problem[] => {
    if (valid.includes(value)) return [];
    const close = nearest(value, valid);
    return [
      {
        code,
        file,
        ...place,
        found: value,
        expected: valid.length > 0 ? `one of ${valid.join(', ')}` : 'nothing: there are none yet',
        ...(close ? { nearest: close } : {}),
      },
    ];
  };
  const seen = new Map<string, string>();
  return files.flatMap((file): Problem[] => {
    if (file.type === 'plan' || file.type === 'unit') {
      const { page } = file;
      return (page.data?.topics ?? []).flatMap((topic, index) =>
        unknown('unknown-topic', topic, topicIds, page.file, page.positionOf(['topics', index])),
      );
    }
    if (file.type === 'topic') {
      const { page } = file;
      return [
        ...(page.data?.related ?? []).flatMap((topic, index) =>
          unknown('unknown-topic', topic, topicIds, page.file, page.positionOf(['related', index])),
        ),
        ...(page.data ? unknown('unknown-area', page.data.area, areaIds, page.file, page.positionOf(['area'])) : []),
      ];
    }
    if (file.type !== 'resources') return [];
    return (file.yaml.data ?? []).flatMap((resource: ResourceData, index) => {
      const topicProblems = resource.topics.flatMap((topic, n) =>
        unknown('unknown-topic', topic, topicIds, file.file, file.yaml.positionOf([index, 'topics', n])),
      );
      const key = resource.url ? resourceKey(resource.url) : null;
      const first = key === null ? undefined : seen.get(key);
      const place = file.yaml.positionOf([index, 'url']);
      if (key !== null && first === undefined) seen.set(key, `${file.file}:${place.line}`);
      if (first === undefined) return topicProblems;
      return [
        ...topicProblems,
        {
          code: 'duplicate-resource' as const,
          file: file.file,
          ...place,
          found: `${resource.url}, as in ${first}`,
          expected: 'one entry for each address',
        },
      ];
    });
  });
}
