import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { createDemoApi } from './demoApi.js';

const ROOT = resolve(import.meta.dirname, '..');
/** How many ports after the wanted one are tried before any free one will do. */
const NEXT_PORTS = 20;

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
 * small back end, every other path without a file a page of the shop.
 *
 * A port in use is no reason to fail: one of the next is taken.
 *
 * @param {{ port?: number, host?: string, policy?: string }} [options] port 0 takes any free one
 */
export async function createDemoServer({
  port = 8123,
  host = '127.0.0.1',
  policy = STRICT_POLICY,
} = {}) {
  const api = createDemoApi();
  const server = createServer((request, response) => {
    answer({ request, response, policy, api }).catch(() => response.writeHead(500).end());
  });
  await listen(server, candidates(port), host);
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

/** @param {number} port */
function candidates(port) {
  if (port === 0) return [0];
  return [...Array.from({ length: NEXT_PORTS }, (_, n) => port + n), 0];
}

async function listen(server, [port, ...others], host) {
  try {
    await listenOnce(server, port, host);
  } catch (error) {
    if (error.code !== 'EADDRINUSE' || others.length === 0) throw error;
    await listen(server, others, host);
  }
}

function listenOnce(server, port, host) {
  return new Promise((resolved, rejected) => {
    server.once('error', rejected);
    server.listen(port, host, () => {
      server.off('error', rejected);
      resolved(undefined);
    });
  });
}

async function answer({ request, response, policy, api }) {
  const url = new URL(request.url, 'http://localhost');
  const reply = await api(request, url);
  if (reply) return sendJson(response, reply);
  const file = await find(url.pathname);
  if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  return sendFile(response, file, policy);
}

function sendJson(response, { status, body }) {
  response.writeHead(status, { 'content-type': TYPES['.json'], 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function sendFile(response, file, policy) {
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
  createReadStream(file).pipe(response);
}

/** A file of the build or the demo; else the shop's one page, which knows its own routes. */
async function find(pathname) {
  const path = toPath(pathname);
  const file = path.startsWith('/dist/') ? join(ROOT, path) : join(ROOT, 'demo', path);
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return file;
  // A missing script or picture must not be answered with a page.
  return extname(path) ? undefined : join(ROOT, 'demo', 'index.html');
}

/** No way out of the two folders, however the path is written. */
function toPath(pathname) {
  const path = normalize(safeDecode(pathname)).replaceAll('\\', '/');
  if (path.includes('\0') || path.split('/').includes('..')) return '/';
  return path === '/watch' ? '/watch.html' : path;
}

function safeDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '/';
  }
}
