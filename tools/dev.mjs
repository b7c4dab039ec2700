// npm run dev: the same application with hot reload. It takes the options of npm start.
import { checkNode, install, runTool } from './setup.mjs';

/**
 * The dev server is started by Vite, which has a command line of its own: the product's options reach it through the
 * environment, where each of them may stand anyway.
 * @param {readonly string[]} args
 */
function toEnvironment(args) {
  for (let at = 0; at < args.length; at += 1) {
    const [, name = '', given] = /^--([a-z-]+)(?:=(.*))?$/.exec(args[at] ?? '') ?? [];
    const next = args[at + 1];
    const value = given ?? (next === undefined || next.startsWith('--') ? 'true' : next);
    if (given === undefined && value === next) at += 1;
    const variable = `VM_CONSOLE_${name.toUpperCase().replaceAll('-', '_')}`;
    const before = process.env[variable];
    // Those that may be repeated are lists there.
    const joined = /^(endpoint|allow-host)$/.test(name) && before ? `${before} ${value}` : value;
    process.env[variable] = joined;
  }
}

runTool(async () => {
  checkNode();
  await install();
  toEnvironment(process.argv.slice(2));
  const { createServer } = await import('vite');
  const server = await createServer({
    server: {
      host: process.env['VM_CONSOLE_HOST'] ?? '127.0.0.1',
      port: Number(process.env['VM_CONSOLE_PORT'] ?? 5173),
      // The simulator hands out addresses with this port in them.
      strictPort: true,
    },
  });
  await server.listen();
  server.printUrls();
  server.bindCLIShortcuts({ print: true });
});
