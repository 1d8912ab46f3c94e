import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { ContentLibrary } from './content-library.ts';
import { LIBRARY_PLUGIN } from './library-of.ts';

const ROADMAP = 'virtual:daymark/roadmap';

/** Gives pages the model: `import { roadmap } from 'virtual:daymark/roadmap'`. */
export function viteRoadmap(library: ContentLibrary, root: string): Plugin<{ library: ContentLibrary }> {
  return {
    name: LIBRARY_PLUGIN,
    api: { library },
    resolveId: (id) => (id === ROADMAP ? `\0${ROADMAP}` : undefined),
    load(id) {
      if (id !== `\0${ROADMAP}`) return undefined;
      library.refresh();
      return `export const roadmap = JSON.parse(${JSON.stringify(JSON.stringify(library.roadmap))});`;
    },
    configureServer(server) {
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(join(root, 'content'))) return;
        library.refresh();
        for (const environment of Object.values(server.environments)) {
          const module = environment.moduleGraph.getModuleById(`\0${ROADMAP}`);
          if (module) environment.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
