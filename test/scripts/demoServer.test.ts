import { createServer } from 'node:http';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoServer, STRICT_POLICY } from '../../scripts/demoServer.js';

let server: Awaited<ReturnType<typeof createDemoServer>>;
beforeAll(async () => {
  server = await createDemoServer({ port: 0 });
});
afterAll(() => server.close());

const get = (path: string) => fetch(server.origin + path);
const send = (method: string, path: string, body: unknown) =>
  fetch(server.origin + path, { method, body: JSON.stringify(body) }).then((reply) => reply.json());

/** Sends the path as it stands; `fetch` would tidy it up. */
const getRaw = (path: string) =>
  new Promise<string>((done, failed) => {
    request(server.origin, { path }, (reply) => {
      let text = '';
      reply.on('data', (chunk) => (text += chunk));
      reply.on('end', () => done(text));
    })
      .on('error', failed)
      .end();
  });

describe('createDemoServer', () => {
  it.each(['/', '/product/dune-vase', '/order/7'])(
    'answers %s with the shop, under the policy',
    async (path) => {
      const reply = await get(path);
      expect(reply.headers.get('content-security-policy')).toBe(STRICT_POLICY);
      expect(await reply.text()).toContain('/build/shop.js');
    },
  );

  it('has a page of its own for watching', async () => {
    const page = await (await get('/watch?play=postcode')).text();
    expect(page).toContain('/build/watch.js');
    expect(page).toContain('data-config="/watch.json"');
  });

  it('says that a file is missing instead of sending a page', async () => {
    expect((await get('/dist/nothing.js')).status).toBe(404);
    expect((await get('/api/nothing')).status).toBe(404);
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/dist/../../package.json',
    '/..%5cpackage.json',
    '/%00',
  ])('keeps %s inside', async (path) => {
    expect(await getRaw(path)).not.toContain('"devDependencies"');
  });

  it('takes another port when the wanted one is in use', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => blocker.once('listening', done));
    const { port } = blocker.address() as AddressInfo;
    const second = await createDemoServer({ port });
    expect(second.origin).not.toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(second.origin)).ok).toBe(true);
    await second.close();
    blocker.close();
  });
});

describe('the back end', () => {
  it('finds products by every word, in any case', async () => {
    const find = async (query: string) => {
      const found: { id: string }[] = await (
        await get(`/api/products?q=${encodeURIComponent(query)}`)
      ).json();
      return found.map(({ id }) => id);
    };
    expect(await find('LAMP linen')).toEqual(['moth-lamp']);
    expect(await find('velvet')).toEqual([]);
    expect(await find('')).toHaveLength(12);
  });

  it('knows its coupons', async () => {
    expect(await send('POST', '/api/coupon', { code: ' welcome10 ' })).toEqual({ percent: 10 });
    expect(await send('POST', '/api/coupon', { code: 'toString' })).toEqual({ percent: 0 });
    expect(await send('POST', '/api/coupon', {})).toEqual({ percent: 0 });
  });

  it('keeps an order under the number that paying gave', async () => {
    const { number } = await send('POST', '/api/payment', { town: 'Bristol' });
    expect(await (await get(`/api/orders/${number}`)).json()).toEqual({ number, town: 'Bristol' });
    expect((await get('/api/orders/1')).status).toBe(404);
  });

  it('survives a body that is no JSON', async () => {
    const reply = await fetch(`${server.origin}/api/coupon`, { method: 'POST', body: '{"code":' });
    expect(await reply.json()).toEqual({ percent: 0 });
  });

  it('gives watching the shop’s own tasks and articles, and stores nothing', async () => {
    const [shop, watch] = await Promise.all(
      ['/beforehand.json', '/watch.json'].map(async (path) => (await get(path)).json()),
    );
    expect(watch).toMatchObject({ tasks: shop.tasks, articles: shop.articles });
    expect(watch).toMatchObject({ trustSynthetic: true, storage: false, holdout: 0 });
  });
});
