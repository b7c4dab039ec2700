import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { consoleServer } from './src/dev.ts';
import { chunksOfFirstLoad } from './tools/first-load-chunks.ts';

/** What the first row of the instance list needs; the language on screen comes as a chunk of its own. */
const firstLoad = ['src/main.tsx', 'src/console/instances/InstancesPage.tsx'];

export default defineConfig({
  plugins: [react(), consoleServer(), precompress()],
  // The console lives at the root of its origin; a request for another file there is an unknown page.
  appType: 'spa',
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        manifest: true,
        assetsInlineLimit: 0,
        rolldownOptions: {
          input: { console: 'index.html', vnc: 'src/simulator/vnc/page/vnc.html' },
          output: { codeSplitting: { groups: chunksOfFirstLoad(firstLoad) } },
        },
      },
    },
    server: {
      consumer: 'server',
      build: {
        ssr: true,
        outDir: 'dist/server',
        copyPublicDir: false,
        rolldownOptions: {
          input: { serve: 'src/serve.ts', simulate: 'src/simulate.ts' },
          // All in one folder: built-files.ts finds the client's beside it.
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
  builder: {},
});

/** Writes a .gz and a .br beside each file of the console, so that serving them costs nothing. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name));
      await Promise.all(
        names.map(async (name) => {
          const file = path.join(dir, name);
          const content = await readFile(file);
          await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
          await writeFile(`${file}.br`, brotliCompressSync(content));
        }),
      );
    },
  };
}
