import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const DEMO = resolve(import.meta.dirname, '..', 'demo');
const COUPONS = { WELCOME10: 10, HOLLIN15: 15 };
/** The slow payment's wait; longer ones are cut, so that no request can hold the server up. */
const MAX_WAIT_MS = 10_000;
const MAX_BODY_BYTES = 100_000;

/**
 * The shop's back end: products, coupons, payments and orders, kept in memory.
 *
 * @returns {(request: import('node:http').IncomingMessage, url: URL) => Promise<Answer | undefined>}
 * answers a request, or gives `undefined` for a path that is not the back end's
 * @typedef {{ status: number, body: unknown }} Answer
 */
export function createDemoApi() {
  const orders = new Map();

  const routes = {
    'GET /api/products': async ({ query }) =>
      ok(search(await read('products.json'), query.get('q') ?? '')),
    'POST /api/coupon': ({ body }) => coupon(body),
    'POST /api/payment': ({ body, query }) => pay(orders, body, Number(query.get('wait') ?? 0)),
    'POST /api/messages': () => ok({ received: true }),
    'PUT /api/account': () => ok({ saved: true }),
    'GET /watch.json': async () => ok(forWatching(await read('beforehand.json'))),
  };

  return async (request, url) => {
    const order = /^\/api\/orders\/(\d+)$/.exec(url.pathname)?.[1];
    if (order) return orders.has(order) ? ok(orders.get(order)) : missing();
    const route = routes[`${request.method} ${url.pathname}`];
    if (route) return route({ query: url.searchParams, body: await readBody(request) });
    return url.pathname.startsWith('/api/') ? missing() : undefined;
  };
}

/**
 * Products that hold every word of the query, in their name, their material or their room.
 *
 * @template {{ name: string, room: string, material: string, words: string }} Product
 * @param {readonly Product[]} products
 * @param {string} query
 */
export function search(products, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return products.filter(({ name, room, material, words: more }) => {
    const text = `${name} ${room} ${material} ${more}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/**
 * The shop's own options with what a played session needs: it is made of script events, it must
 * leave nothing behind, and it must not wait for half a minute.
 *
 * @param {object} config
 */
export function forWatching(config) {
  return {
    ...config,
    trustSynthetic: true,
    storage: false,
    holdout: 0,
    limits: { minSessionMs: 3000 },
  };
}

function coupon({ code = '' }) {
  return ok({ percent: COUPONS[String(code).trim().toUpperCase()] ?? 0 });
}

async function pay(orders, order, waitMs) {
  await new Promise((done) => setTimeout(done, Math.min(Math.max(waitMs || 0, 0), MAX_WAIT_MS)));
  const number = String(10_482 + orders.size);
  orders.set(number, { ...order, number });
  return ok({ number });
}

async function readBody(request) {
  if (request.method === 'GET') return {};
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MAX_BODY_BYTES) return {};
  }
  return toObject(text);
}

function toObject(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

async function read(file) {
  return JSON.parse(await readFile(join(DEMO, file), 'utf8'));
}

function ok(body) {
  return { status: 200, body };
}

function missing() {
  return { status: 404, body: { reason: 'not found' } };
}
