import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { consoleServer } from './src/dev.ts';

export default defineConfig({
  plugins: [react(), consoleServer()],
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
          output: { entryFileNames: '[name].js' },
        },
      },
    },
  },
  builder: {},
});
