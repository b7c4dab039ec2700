// A cloud that answers everything with the same 8 KB, so that what is measured is the proxy in front of it.
import { createServer } from 'node:http';

const instance = (/** @type {number} */ number) => ({
  instanceId: `i-bench${number}`,
  instanceName: `web-${number}`,
  status: 'running',
  description: 'x'.repeat(310),
});
const body = JSON.stringify({
  requestId: 'bench0bench0bench0bench0bench0be',
  result: { instances: Array.from({ length: 20 }, (_, index) => instance(index)), totalCount: 20 },
});
const headers = {
  'content-type': 'application/json',
  'content-length': Buffer.byteLength(body),
  'x-jdcloud-request-id': 'bench0bench0bench0bench0bench0be',
};

const server = createServer((_, response) => response.writeHead(200, headers).end(body));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  console.log(`http://127.0.0.1:${port}`);
});
