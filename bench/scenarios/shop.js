/** The demo shop: bought from in peace, and with its faults switched on. */
const to = (test) => `[data-test="${test}"]`;

const putIntoCart = async ({ hand, page }) => {
  await hand.click(to('add-to-cart'));
  await page.waitForSelector(to('added'), { timeout: 5000 });
  await hand.read(600);
};

const fill = async (hand, fields) => {
  for (const [field, text] of Object.entries(fields)) {
    await hand.click(to(field));
    await hand.type(text, [45, 110]);
  }
};

const ADDRESS = {
  name: 'Ada Byron',
  email: 'ada@example.com',
  street: '12 St James Square',
  town: 'Bristol',
};

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const shopScenarios = [
  {
    name: 'calm: the shop, from the shelf to the order',
    page: '/',
    isLong: true,
    visit: async ({ hand, page }) => {
      await hand.read(2000);
      await hand.click(to('product-moth-lamp'));
      await page.waitForSelector(to('add-to-cart'));
      await hand.read(2500);
      await putIntoCart({ hand, page });
      await hand.click(to('nav-cart'));
      await hand.read(1500);
      await hand.click(to('checkout'));
      await fill(hand, { ...ADDRESS, postcode: 'BS1 4DJ' });
      await hand.click(to('continue'));
      await page.waitForSelector(to('card'), { timeout: 5000 });
      await fill(hand, { card: '4242 4242 4242 4242', expiry: '04/29', cvc: '123' });
      await hand.click(to('pay'));
      await page.waitForSelector(to('order-placed'), { timeout: 10_000 });
      await hand.read(2500);
    },
  },
  {
    name: 'calm: the shop, two products compared at leisure',
    page: '/',
    isLong: true,
    visit: async ({ hand, page }) => {
      await hand.read(3000);
      await hand.click(to('product-moth-lamp'));
      await hand.read(8000);
      await page.goBack();
      await hand.read(3500);
      await hand.click(to('product-quarter-clock'));
      await hand.read(8500);
      await page.goBack();
      await hand.read(2000);
    },
  },
  {
    name: 'calm: the shop, seven of one thing',
    page: '/product/dune-vase',
    visit: async ({ hand, page }) => {
      await page.waitForSelector(to('quantity-plus'));
      await hand.hammer(to('quantity-plus'), 6, [120, 190]);
      await hand.read(900);
      await hand.hammer(to('quantity-minus'), 2, [150, 220]);
      await putIntoCart({ hand, page });
    },
  },
  {
    name: 'calm: the shop, looked through room by room',
    page: '/',
    visit: async ({ hand, page }) => {
      await page.waitForSelector(to('room-kitchen'));
      for (const room of ['kitchen', 'light', 'sleep', 'living', 'all', 'light']) {
        await hand.click(to(`room-${room}`));
        await hand.read(500);
      }
      await hand.wheel(120, 5);
      await hand.read(1500);
    },
  },
  {
    name: 'calm: the shop, searched and found',
    page: '/',
    visit: async ({ hand, page }) => {
      await hand.click(to('search'));
      await hand.type('lamp');
      await hand.key('Enter');
      await page.waitForSelector(to('product-moth-lamp'));
      await hand.read(1500);
      await hand.click(to('product-moth-lamp'));
      await hand.read(3000);
    },
  },
  {
    name: 'calm: the shop, its account filled in with one slip',
    page: '/account',
    visit: async ({ hand, page }) => {
      await page.waitForSelector(to('save-account'));
      await hand.click(to('name'));
      await hand.type('Ada Bryon', [60, 120]);
      for (let n = 0; n < 3; n += 1) await hand.key('Backspace', [60, 110]);
      await hand.type('ron');
      await hand.click(to('email'));
      await hand.type('ada@example.com', [60, 120]);
      await hand.click(to('save-account'));
      await page.waitForSelector(to('account-saved'), { timeout: 5000 });
      await hand.read(1500);
    },
  },
  {
    name: 'dead: the shop’s coupon button does nothing',
    page: '/product/dune-vase?fault=coupon',
    expects: ['deadClick'],
    visit: async ({ hand, page, feels }) => {
      await putIntoCart({ hand, page });
      await hand.click(to('nav-cart'));
      await page.waitForSelector(to('coupon'));
      await hand.click(to('coupon'));
      await hand.type('WELCOME10');
      await hand.click(to('apply-coupon'));
      feels('deadClick');
      await hand.read(4000);
    },
  },
  {
    name: 'rage: the shop’s coupon button does nothing and is hammered',
    page: '/product/dune-vase?fault=coupon',
    expects: ['rageClick', 'deadClick'],
    visit: async ({ hand, page, feels }) => {
      await putIntoCart({ hand, page });
      await hand.click(to('nav-cart'));
      await page.waitForSelector(to('coupon'));
      await hand.click(to('coupon'));
      await hand.type('WELCOME10');
      await hand.moveTo(to('apply-coupon'));
      await hand.press();
      feels('deadClick');
      await hand.wait(1500, 2200);
      await hand.again(4, [120, 200]);
      feels('rageClick');
      await hand.again(4, [120, 200]);
      await hand.read(2000);
    },
  },
  {
    name: 'error: the shop’s “Add to cart” throws',
    page: '/product/moth-lamp?fault=add',
    expects: ['errorClick'],
    allows: ['deadClick'],
    visit: async ({ hand, page, feels }) => {
      await page.waitForSelector(to('add-to-cart'));
      await hand.read(2000);
      await hand.click(to('add-to-cart'));
      feels('errorClick');
      await hand.read(3500);
    },
  },
  {
    name: 'slow: the shop’s payment takes 8 s without a sign',
    page: '/product/moth-lamp?fault=payment',
    expects: ['slowResponse'],
    // From 2.5 s on, dead is what it feels like too.
    allows: ['deadClick'],
    isLong: true,
    visit: async ({ hand, page, feels }) => {
      await putIntoCart({ hand, page });
      await hand.click(to('nav-cart'));
      await hand.click(to('checkout'));
      await fill(hand, { ...ADDRESS, postcode: 'BS1 4DJ' });
      await hand.click(to('continue'));
      await page.waitForSelector(to('card'), { timeout: 5000 });
      await fill(hand, { card: '4242 4242 4242 4242', expiry: '04/29', cvc: '123' });
      await hand.click(to('pay'));
      feels('slowResponse');
      await page.waitForSelector(to('order-placed'), { timeout: 15_000 });
    },
  },
  {
    name: 'form: the shop refuses the postcode and doesn’t say why',
    page: '/product/moth-lamp?fault=postcode',
    expects: ['formStruggle'],
    // Each refusal is an error after a press, too.
    allows: ['errorClick', 'deadClick'],
    isLong: true,
    visit: async ({ hand, page, trouble, feels }) => {
      await putIntoCart({ hand, page });
      await hand.click(to('nav-cart'));
      await hand.click(to('checkout'));
      await fill(hand, { ...ADDRESS, postcode: 'bs1 4dj' });
      await hand.click(to('continue'));
      trouble();
      await hand.read(1200);
      await hand.click(to('postcode'));
      for (let n = 0; n < 4; n += 1) await hand.key('Backspace', [60, 110]);
      await hand.type('4DJ');
      await hand.click(to('continue'));
      feels('formStruggle');
      await hand.read(1200);
      await hand.click(to('postcode'));
      for (let n = 0; n < 3; n += 1) await hand.key('Backspace', [60, 110]);
      await hand.type(' 4dj');
      await hand.click(to('continue'));
      await hand.read(2000);
    },
  },
  {
    name: 'search: the shop finds nothing, three times',
    page: '/?fault=search',
    expects: ['repeatedSearch'],
    visit: async ({ hand, page, feels }) => {
      for (const [n, words] of ['lamp', 'light', 'moth'].entries()) {
        await hand.moveTo(to('search'));
        await hand.again(n === 0 ? 1 : 3, [60, 90]);
        await hand.type(words);
        await hand.key('Enter');
        if (n === 2) feels('repeatedSearch');
        await page.waitForSelector(to('nothing-found'), { timeout: 5000 });
        await hand.read(1800);
      }
    },
  },
  {
    name: 'route: the shop, to and fro between cart and delivery',
    page: '/product/moth-lamp',
    expects: ['pageLoop'],
    // The steps back are quick ones, too.
    allows: ['quickBack'],
    isLong: true,
    visit: async ({ hand, page, trouble, feelsNow }) => {
      await putIntoCart({ hand, page });
      await hand.click(to('nav-cart'));
      await hand.read(2500);
      for (let n = 1; n <= 2; n += 1) {
        if (n === 2) trouble();
        await hand.click(to('checkout'));
        await hand.read(3000);
        await page.goBack();
        if (n === 2) feelsNow('pageLoop');
        await hand.read(3000);
      }
    },
  },
  {
    name: 'route: the shop, a product opened by mistake and left at once',
    page: '/',
    expects: ['quickBack'],
    isLong: true,
    visit: async ({ hand, page, feelsNow }) => {
      await hand.read(9000);
      await hand.click(to('product-moth-lamp'));
      await hand.read(10_000);
      await hand.click(to('nav-account'));
      await hand.read(9000);
      await hand.click(to('nav-help'));
      await hand.read(1200);
      await page.goBack();
      feelsNow('quickBack');
      await hand.read(2500);
    },
  },
];
