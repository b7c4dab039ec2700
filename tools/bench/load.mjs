// Loads one address for a while, in a process of its own, and prints how many replies came per second.
import { createRequire } from 'node:module';

const [origin, seconds, pages, cookie] = process.argv.slice(2);
const autocannon = createRequire(import.meta.url)('autocannon');
let page = 0;
/**
 * So many pages in turn, or a new one every time. Never the same twice at one time: identical reads under way would
 * be one upstream call, and that is not what is measured.
 */
const next = () => (pages === 'new' ? ++page : (page++ % Number(pages)) + 1);
const setupRequest = (/** @type {{ headers?: object }} */ request) => ({
  ...request,
  headers: { ...request.headers, cookie },
  path: `/api/vm/v1/regions/cn-north-1/instances?pageNumber=${next()}&pageSize=20&filters.1.name=status&filters.1.values.1=running`,
});
const { requests, duration, non2xx, errors } = await autocannon({
  url: origin,
  connections: 20,
  duration: Number(seconds),
  requests: [{ setupRequest }],
});
if (non2xx + errors > 0) throw new Error(`${origin}: ${non2xx} refusals, ${errors} failures`);
console.log(requests.total / duration);
