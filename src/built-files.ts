import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { pageHeaders } from './page.ts';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../client');

/** Pages of the build that are filled in or served under another address. */
export const builtPages = {
  console: 'index.html',
  vnc: 'src/simulator/vnc/page/vnc.html',
} as const;

/** @throws when the product has not been built */
export function readBuiltPage(name: keyof typeof builtPages): Promise<string> {
  return readFile(path.join(folder, builtPages[name]), 'utf8');
}

/** Serves built scripts, styles and pictures, compressed ones where the browser takes them. Never a page. */
export function serveBuiltFiles() {
  const headers = Object.entries(pageHeaders());
  return sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    extensions: [],
    setHeaders: (response, name) => {
      for (const [header, value] of headers) response.setHeader(header, value);
      // A file with a hash in its name never changes.
      const forever = name.startsWith('/assets/') && 'public, max-age=31536000, immutable';
      response.setHeader('cache-control', forever || 'no-cache');
    },
  });
}
