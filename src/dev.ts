import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { builtPages } from './built-files.ts';
import type { Boot } from './console/boot.ts';
import { renderPage } from './page.ts';

/** The same proxy and simulator as `npm start`, behind Vite's server with hot reload. Options: the environment's. */
export function consoleServer(): Plugin {
  let boot: Boot | undefined;
  return {
    name: 'console-server',
    apply: 'serve',
    // No content security policy here: hot reload needs inline scripts.
    transformIndexHtml: (html) =>
      boot && renderPage(html, boot, randomBytes(16).toString('base64')),
    async configureServer(server) {
      // Here and not at the top: a build needs none of it. Vite restarts its server when one of these changes.
      const [
        { createBackend },
        { parseOptions },
        { backendListener, isForBackend },
        { attachVncSocket },
      ] = await Promise.all([
        import('./backend.ts'),
        import('./options.ts'),
        import('./answer.ts'),
        import('./vnc-socket.ts'),
      ]);
      const port = server.config.server.port ?? 5173;
      const backend = await createBackend({
        options: parseOptions([], process.env),
        origin: `http://127.0.0.1:${port}`,
        print: (line) => process.stdout.write(`${line}\n`),
      });
      // Vite's own page is not asked for by anybody: it finds out by a call who is signed in.
      boot = await backend.bootOf();
      if (server.httpServer && backend.simulator) {
        attachVncSocket(server.httpServer, backend.simulator);
      }
      const vncPage = async () =>
        server.transformIndexHtml(`/${builtPages.vnc}`, await readFile(builtPages.vnc, 'utf8'));
      const listener = backendListener(backend, vncPage);
      server.middlewares.use((request, response, next) => {
        if (isForBackend(request.url ?? '')) listener(request, response);
        else next();
      });
    },
  };
}
