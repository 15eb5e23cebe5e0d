import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openIn, useChromium, type Opened } from './harness.js';

const { browser } = useChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ROUTES = [
  ['/', 'Things for a quiet house'],
  ['/product/dune-vase', 'Dune vase'],
  ['/product/nothing', 'Nothing here'],
  ['/cart', 'Your cart'],
  ['/shipping', 'Where shall we send it?'],
  ['/payment', 'How would you like to pay?'],
  ['/account', 'Your account'],
  ['/help', 'Help'],
  ['/help/coupon-codes', 'When a coupon code isn’t taken'],
  ['/contact', 'Write to us'],
  ['/nowhere', 'Nothing here'],
] as const;

const ADDRESS = {
  name: 'Ada Byron',
  email: 'ada@example.com',
  street: '12 St James Square',
  town: 'Bristol',
};
const CARD = { card: '4242 4242 4242 4242', expiry: '04/29', cvc: '123' };
const FILLED_CART = JSON.stringify({
  lines: [{ id: 'dune-vase', quantity: 1 }],
  delivery: 'standard',
});

let scripts: Record<string, string>;
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: { shop: 'demo/main.ts', watch: 'demo/watch.ts' },
    outdir: '/build',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  scripts = Object.fromEntries(
    outputFiles.map(({ path, text }) => [path.split(/[\\/]/).at(-1)!, text]),
  );
});

interface VisitOptions {
  context?: BrowserContextOptions;
  /** Begins with a vase in the cart. */
  withCart?: boolean;
  /** Stands in for the SDK's file: this is about the shop. */
  sdk?: string;
}

async function visit(path: string, { context, withCart = false, sdk = '' }: VisitOptions = {}) {
  const inContext = await browser().newContext({
    viewport: { width: 1280, height: 800 },
    ...context,
  });
  const page = await inContext.newPage();
  await page.route('**/dist/*', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: sdk }),
  );
  for (const [name, body] of Object.entries(scripts)) {
    await page.route(`**/build/${name}`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body }),
    );
  }
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      console.error(`violated: ${violatedDirective}`);
    });
  });
  if (withCart) {
    await page.addInitScript((cart) => sessionStorage.setItem('hollin.cart', cart), FILLED_CART);
  }
  const opened = await openIn(page, { path });
  await page.waitForSelector('h1');
  return opened;
}

const test = (name: string) => `[data-test="${name}"]`;
const textOf = (page: Page, name: string) => page.locator(test(name)).first().textContent();

async function fill({ page, human }: Opened, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    await human.click(test(name));
    await human.type(value);
    expect(await page.inputValue(test(name))).toBe(value);
  }
}

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

async function findDefects(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** No error, no violation of the policy, and no request to anywhere else. */
function expectQuiet({ errors, requests }: Opened) {
  expect(errors).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(inject('origin')))).toEqual([]);
}

describe.concurrent('the demo shop', () => {
  it.each(ROUTES)('shows %s', async (path, title) => {
    const opened = await visit(path, { withCart: true });
    expect(await opened.page.textContent('h1')).toBe(title);
    expect(await opened.page.title()).toBe(`${title} · Hollin`);
    expectQuiet(opened);
  });

  it.each(['light', 'dark'] as const)(
    'has no accessibility defect that axe knows, %s',
    async (colorScheme) => {
      const { page } = await visit('/', {
        withCart: true,
        context: { colorScheme, reducedMotion: 'reduce' },
      });
      for (const [path] of ROUTES) {
        await page.goto(inject('origin') + path);
        await page.waitForSelector('h1');
        expect(await findDefects(page), path).toEqual([]);
      }
    },
  );

  it('fits 320 px without scrolling sideways', async () => {
    const { page } = await visit('/', {
      withCart: true,
      context: { viewport: { width: 320, height: 640 } },
    });
    for (const [path] of ROUTES) {
      await page.goto(inject('origin') + path);
      await page.waitForSelector('h1');
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        path,
      ).toBeLessThanOrEqual(320);
    }
  });

  it('says that the cart is empty instead of asking for an address', async () => {
    const { page } = await visit('/shipping');
    expect(await page.textContent('h1')).toBe('Your cart is empty');
  });

  it('sells a vase to a calm visitor', async () => {
    const opened = await visit('/');
    const { page, human } = opened;
    await human.click(test('product-dune-vase'));
    await page.waitForURL('**/product/dune-vase');
    await human.click(test('add-to-cart'));
    await human.click(test('view-cart'));
    await page.waitForURL('**/cart');
    await fill(opened, { coupon: 'welcome10' });
    await human.click(test('apply-coupon'));
    await page.waitForSelector(test('discount'));
    expect(await textOf(page, 'total')).toBe('£46.30');
    await human.click(test('checkout'));
    await page.waitForURL('**/shipping');
    await fill(opened, { ...ADDRESS, postcode: 'bs1 4dj' });
    await human.click(test('continue'));
    await page.waitForURL('**/payment');
    await fill(opened, CARD);
    await human.click(test('pay'));
    await page.waitForURL('**/order/*');
    await page.waitForSelector(test('order-placed'));
    expect(await textOf(page, 'cart-count')).toBe('0');
    expectQuiet(opened);
  });

  it('counts every press of a fast finger on the stepper', async () => {
    const { page, human } = await visit('/cart', { withCart: true });
    await human.hammer(test('quantity-plus'), 7);
    await page.waitForFunction(
      () => document.querySelector('[data-test="quantity"]')?.textContent === '8',
    );
    expect(await textOf(page, 'total')).toBe('£368');
    expect(await textOf(page, 'cart-count')).toBe('8');
  });

  it('finds products by word and by room', async () => {
    const { page, human } = await visit('/');
    await human.click(test('search'));
    await human.type('stoneware');
    await human.key('Enter');
    await page.waitForFunction(() => document.querySelectorAll('.card').length === 3);
    await human.click(test('room-kitchen'));
    await page.waitForFunction(() => document.querySelectorAll('.card').length === 2);
  });

  it('tells a wrong coupon and a wrong postcode what is wrong with them', async () => {
    const { page } = await visit('/cart', { withCart: true });
    await page.fill(test('coupon'), 'FREE');
    await page.click(test('apply-coupon'));
    await page.waitForSelector(`${test('coupon')}[aria-invalid]`);
    expect(await textOf(page, 'coupon-message')).toBe('We don’t know this code.');
    await page.click(test('checkout'));
    await page.fill(test('postcode'), 'Bristol');
    await page.click(test('continue'));
    expect(await textOf(page, 'postcode-message')).toContain('such as BS1 4DJ');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('name');
  });

  it('goes back to where the visitor was', async () => {
    const { page } = await visit('/');
    await page.click(test('nav-help'));
    await page.click(test('article-returns'));
    expect(await page.textContent('h1')).toBe('Sending something back');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Help');
  });

  it('saves the account and takes a message', async () => {
    const opened = await visit('/account');
    const { page } = opened;
    await page.fill(test('name'), ADDRESS.name);
    await page.fill(test('email'), ADDRESS.email);
    await page.click(test('save-account'));
    await page.waitForSelector(test('account-saved'));
    await page.goto(`${inject('origin')}/contact`);
    await page.fill(test('email'), ADDRESS.email);
    await page.fill(test('message'), 'Is the bowl safe in an oven?');
    await page.click(test('send'));
    await page.waitForSelector(test('message-sent'));
    expectQuiet(opened);
  });
});

describe.concurrent('the demo’s faults', () => {
  it('coupon: Apply does nothing at all', async () => {
    const opened = await visit('/cart?fault=coupon', { withCart: true });
    const { page, human, requests } = opened;
    await fill(opened, { coupon: 'WELCOME10' });
    const [before, asked] = [await page.innerHTML('main'), requests.length];
    await human.hammer(test('apply-coupon'), 4);
    await human.pause(500, 600);
    expect(await page.innerHTML('main')).toBe(before);
    expect(requests).toHaveLength(asked);
    expectQuiet(opened);
  });

  it('add: Add to cart throws and adds nothing', async () => {
    const { page, human, errors } = await visit('/product/dune-vase?fault=add');
    await human.click(test('add-to-cart'));
    await expect.poll(() => errors).toEqual([expect.stringContaining('TypeError')]);
    expect(await textOf(page, 'cart-count')).toBe('0');
    expect(await page.locator(test('added')).count()).toBe(0);
  });

  it('payment: eight seconds without a sign, then one order', async () => {
    const opened = await visit('/payment?fault=payment', { withCart: true });
    const { page, human, requests } = opened;
    await fill(opened, CARD);
    const start = Date.now();
    await human.click(test('pay'));
    const before = await page.innerHTML('main');
    await human.hammer(test('pay'), 3);
    await human.pause(3000, 3100);
    expect(await page.innerHTML('main')).toBe(before);
    await page.waitForSelector(test('order-placed'), { timeout: 15_000 });
    expect(Date.now() - start).toBeGreaterThan(7900);
    expect(requests.filter((url) => url.includes('/api/payment'))).toHaveLength(1);
    expectQuiet(opened);
  });

  it('postcode: refuses without a word, and takes the spelling that the help tells', async () => {
    const opened = await visit('/shipping?fault=postcode', { withCart: true });
    const { page, human } = opened;
    await fill(opened, { ...ADDRESS, postcode: 'BS1 4DJ' });
    await human.click(test('continue'));
    await page.waitForSelector(`${test('postcode')}[aria-invalid="true"]`);
    expect(await textOf(page, 'postcode-message')).toBe('');
    expect(new URL(page.url()).pathname).toBe('/shipping');
    await page.fill(test('postcode'), 'BS14DJ');
    await human.click(test('continue'));
    await page.waitForURL('**/payment*');
    expectQuiet(opened);
  });

  it('search: finds nothing, whatever is looked for', async () => {
    const opened = await visit('/?fault=search');
    const { page, human } = opened;
    await human.click(test('search'));
    await human.type('lamp');
    await human.click(test('search-go'));
    await page.waitForSelector(test('nothing-found'));
    expectQuiet(opened);
  });

  it('stay on while the visitor goes about, and in a page opened without them', async () => {
    const { page } = await visit('/?fault=coupon,add');
    await page.click(test('nav-help'));
    expect(new URL(page.url()).search).toBe('?fault=coupon,add');
    await page.goto(`${inject('origin')}/contact`);
    await page.waitForSelector('h1');
    expect(await textOf(page, 'fault-count')).toBe('2');
    await page.goto(`${inject('origin')}/contact?fault=`);
    await page.waitForSelector('h1');
    expect(await textOf(page, 'fault-count')).toBe('');
  });

  it('are switched in the panel, which closes with Escape', async () => {
    const { page } = await visit('/');
    await page.click(test('faults'));
    await page.check(test('fault-search'));
    expect(new URL(page.url()).search).toBe('?fault=search');
    await page.keyboard.press('Escape');
    expect(await page.isVisible(test('fault-search'))).toBe(false);
    await page.fill(test('search'), 'lamp');
    await page.click(test('search-go'));
    await page.waitForSelector(test('nothing-found'));
  });
});

describe.concurrent('the demo’s controls', () => {
  it('start over: forgets the cart, the faults and what was learned', async () => {
    const sdk = `window.Beforehand = { assistant: { eraseData: async () => localStorage.setItem('erased', 'yes') } };`;
    const { page } = await visit('/product/dune-vase?fault=coupon', { sdk });
    await page.click(test('add-to-cart'));
    await page.click(test('start-over'));
    await page.waitForURL(`${inject('origin')}/`);
    await page.waitForSelector('h1');
    expect(await textOf(page, 'cart-count')).toBe('0');
    expect(await textOf(page, 'fault-count')).toBe('');
    expect(await page.evaluate(() => localStorage.getItem('erased'))).toBe('yes');
  });

  it('inspector: opens beside the shop and stays while the visitor goes about', async () => {
    const { page } = await visit('/help');
    await page.click(test('inspector'));
    await page.waitForURL('**/help?beforehand-inspector');
    await page.click(test('nav-account'));
    expect(new URL(page.url()).search).toBe('?beforehand-inspector');
    const shop = await page.locator('.shop').boundingBox();
    expect(1280 - shop!.width).toBeGreaterThanOrEqual(360);
  });
});

describe.concurrent('watching a stuck visitor', () => {
  /** Offers help, as the SDK would, after the n-th press of a control. */
  const helpAfter = (n: number, control: string) => `
    let presses = 0;
    addEventListener('click', ({ target }) => {
      if (target.closest?.('[data-test="${control}"]')) presses += 1;
    }, true);
    window.Beforehand = { assistant: { explain: () => [{ shown: presses >= ${n} }] } };`;

  it.each([
    ['coupon', 'apply-coupon', 'coupon', 'WELCOME10'],
    ['postcode', 'continue', 'postcode', 'BS1 4dj'],
  ])('plays %s until help is offered, and keeps nothing', async (id, control, field, typed) => {
    const opened = await visit(`/watch?play=${id}`, { sdk: helpAfter(2, control) });
    const { page } = opened;
    await page.waitForSelector('.caption.is-over', { timeout: 40_000 });
    expect(await textOf(page, 'caption')).toContain('Nothing left this page.');
    expect(await page.inputValue(test(field))).toBe(typed);
    expect(await page.isVisible('.fake-cursor')).toBe(false);
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    expectQuiet(opened);
  });

  it('stops when whoever watches has seen enough', async () => {
    const { page } = await visit('/watch');
    await page.click(test('stop-watching'));
    expect(await textOf(page, 'caption')).toContain('Stopped');
    expect(await page.isVisible('.fake-cursor')).toBe(false);
  });
});
