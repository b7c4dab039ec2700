// npm run dev: the same application with hot reload.
import { checkNode, install, runTool } from './setup.mjs';

runTool(async () => {
  checkNode();
  await install();
  const { createServer } = await import('vite');
  const server = await createServer();
  await server.listen();
  server.printUrls();
  server.bindCLIShortcuts({ print: true });
});
