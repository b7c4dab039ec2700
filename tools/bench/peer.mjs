// What an operator would put in front of the cloud otherwise. It forwards, and neither checks, signs nor logs.
import { createRequire } from 'node:module';

// Installed in this folder alone, so the type checker cannot count on them.
const require = createRequire(import.meta.url);
const server = require('fastify')();
server.register(require('@fastify/http-proxy'), { upstream: process.argv[2], prefix: '/api/vm' });
console.log(await server.listen({ port: 0, host: '127.0.0.1' }));
