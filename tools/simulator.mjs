// npm run simulator: the simulated cloud alone, on a port of its own. Its one line of JSON is all that goes to stdout.
import { become, build, checkNode, install, runTool } from './setup.mjs';

runTool(async () => {
  checkNode();
  await install();
  await build();
  await become('simulate.js');
});
