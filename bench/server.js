import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { createDemoServer } from '../scripts/demoServer.js';

const HERE = import.meta.dirname;
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
const FOLDERS = [
  ['/pages/', join(HERE, 'pages')],
  ['/swagger-ui/', join(HERE, 'node_modules/swagger-ui-dist')],
  ['/reveal/', join(HERE, 'node_modules/reveal.js/dist')],
];
/** The shop's own tag, with its own options: here every SDK runs with its defaults. */
const SHOP_TAG = /<script\s+async\s+src="\/dist\/beforehand\.global\.js"[^>]*><\/script>/;
/** The shop is served without its strict policy, which most peers can't live under. */
const NO_POLICY = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'";
const MAX_WAIT_MS = 10_000;

/**
 * Serves the host pages on loopback, each with the given scripts at the top of its head: our own
 * pages, the demo shop, and two projects of others.
 *
 * `/stub/…` takes what peers send; `/api/echo?wait=&status=` is a back end that is slow or failing.
 *
 * @param {{ head: (url: URL) => string, scripts: ReadonlyMap<string, string> }} options
 */
export async function createBenchServer({ head, scripts }) {
  const shop = await createDemoServer({ port: 0, policy: NO_POLICY });
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });

  async function answer(request, response) {
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname.startsWith('/stub/')) return sendStub(request, response);
    if (url.pathname === '/pages/api/echo') return sendEcho(url, response);
    const script = scripts.get(/^\/peers\/(.+)\.js$/.exec(url.pathname)?.[1] ?? '');
    if (script !== undefined) return send(response, '.js', script);
    const file = await findFile(url.pathname);
    if (file === undefined) return forward(request, response, url);
    const body = await readFile(file);
    const isPage = extname(file) === '.html';
    return send(response, extname(file), isPage ? withHead(body.toString(), url) : body);
  }

  async function forward(request, response, url) {
    const body = await readBody(request);
    const { method } = request;
    const type = request.headers['content-type'];
    const from = await fetch(`${shop.origin}${url.pathname}${url.search}`, {
      method,
      ...(type && { headers: { 'content-type': type } }),
      ...(body.length > 0 && { body }),
    });
    const answerType = from.headers.get('content-type') ?? 'text/plain';
    response.writeHead(from.status, { 'content-type': answerType, 'cache-control': 'no-store' });
    const content = Buffer.from(await from.arrayBuffer());
    response.end(answerType.startsWith('text/html') ? withHead(content.toString(), url) : content);
  }

  const withHead = (html, url) =>
    html.replace(SHOP_TAG, '').replace('<head>', `<head>${head(url)}`);

  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await shop.close();
    },
  };
}

async function findFile(pathname) {
  const path = normalize(decodeURIComponent(pathname));
  const folder = FOLDERS.find(([prefix]) => path.startsWith(prefix));
  if (!folder) return undefined;
  const file = join(folder[1], path.slice(folder[0].length));
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? file : undefined;
}

function send(response, extension, body) {
  response.writeHead(200, {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  });
  response.end(body);
}

/** What peers ask at the start is whether to record, and how. */
async function sendStub(request, response) {
  await readBody(request);
  response.writeHead(200, {
    'content-type': TYPES['.json'],
    'access-control-allow-origin': '*',
  });
  response.end('{"status":1,"code":200}');
}

async function sendEcho(url, response) {
  const wait = Math.min(Number(url.searchParams.get('wait') ?? 0), MAX_WAIT_MS);
  await new Promise((done) => setTimeout(done, wait));
  response.writeHead(Number(url.searchParams.get('status') ?? 200), {
    'content-type': TYPES['.json'],
    'cache-control': 'no-store',
  });
  response.end('{"done":true}');
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
