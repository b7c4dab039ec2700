// npm start: from a fresh clone to a console that answers.
import { become, build, checkNode, install, runTool } from './setup.mjs';

runTool(async () => {
  checkNode();
  await install();
  await build();
  await become('serve.js');
});
