import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.map': 'application/json',
};

/** What a careful site sends; the demo runs under it so that the SDK has to. */
export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types beforehand',
].join('; ');

/**
 * Serves the demo shop and the built SDK on loopback: `/dist/…` is the build, `/api/…` the shop's
 * small back end, every other path a page of the shop.
 *
 * @param {{ port?: number, host?: string, policy?: string }} [options]
 */
export async function createDemoServer({ port = 8123, host = '127.0.0.1', policy = STRICT_POLICY } = {}) {
  const server = createServer((request, response) => {
    answer(request, response, policy).catch(() => response.writeHead(500).end());
  });
  await listen(server, port, host);
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://${host}:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(done);
      }),
  };
}

/** Takes a free port when the wanted one is in use: a second demo is no reason to fail. */
async function listen(server, port, host) {
  try {
    await once(server, port, host);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    await once(server, 0, host);
  }
}

function once(server, port, host) {
  return new Promise((resolved, rejected) => {
    server.once('error', rejected);
    server.listen(port, host, () => {
      server.off('error', rejected);
      resolved(undefined);
    });
  });
}

async function answer(request, response, policy) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = await find(pathname);
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  createReadStream(file).pipe(response);
}

/** A file of the build or the demo, else the shop's one page, which knows its own routes. */
async function find(pathname) {
  const safe = normalize(decodeURIComponent(pathname)).replace(/^(\.\.[/\\])+/, '');
  const file = safe.startsWith('/dist/') ? join(ROOT, safe) : join(ROOT, 'demo', safe);
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? file : join(ROOT, 'demo', 'index.html');
}
