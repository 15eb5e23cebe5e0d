/** A feed without end, games, a box for pictures; by pointer, by keys, by finger. */
const PAGE = '/pages/feed.html';
const ENDLESS = '/pages/feed.html?endless';
const BROKEN = '/pages/feed.html?broken';
const PHONE = {
  viewport: { width: 390, height: 780 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};

const calm = (name, visit, more = {}) => ({ name: `calm: ${name}`, page: PAGE, visit, ...more });
const post = (n, what) => `.post:nth-child(${n}) ${what}`;

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const feedScenarios = [
  calm('pressed as fast as can be from the first moment, each press counts', async ({ hand }) => {
    await hand.hammer('#tap', 22, [45, 80]);
    await hand.read(1500);
  }),
  calm('a game of memory, cards turned quickly', async ({ hand }) => {
    for (const n of [1, 4, 9, 2, 7, 12, 3, 5, 1, 8]) {
      await hand.moveTo(`#memory button:nth-child(${n})`);
      await hand.press();
      await hand.wait(60, 120);
    }
    await hand.read(1500);
  }),
  calm('a tune on a piano, one key struck eight times', async ({ hand }) => {
    await hand.hammer('#keys button:nth-child(3)', 8, [70, 120]);
    for (const n of [4, 5, 5, 4, 3, 2, 1, 1]) {
      await hand.moveTo(`#keys button:nth-child(${n})`);
      await hand.press();
    }
    await hand.read(1500);
  }),
  calm(
    'a feed without end scrolled on, and back to the top',
    async ({ hand }) => {
      await hand.moveTo({ x: 700, y: 400 });
      await hand.wheel(260, 16, [90, 160]);
      await hand.read(2000);
      await hand.wheel(-400, 14, [60, 110]);
      await hand.read(1500);
    },
    { page: ENDLESS },
  ),
  calm('older pictures asked for four times, as soon as they come', async ({ hand, page }) => {
    for (let n = 1; n <= 4; n += 1) {
      await hand.click('#more');
      await page.waitForSelector(`.post:nth-child(${6 + 4 * n})`);
      await hand.wheel(200, 2);
    }
    await hand.read(1500);
  }),
  calm('pictures liked on the way down, one taken back', async ({ hand }) => {
    for (const n of [1, 2, 4]) {
      await hand.click(post(n, '.like'));
      await hand.read(700);
    }
    await hand.click(post(4, '.like'));
    await hand.click(post(4, '.share'));
    await hand.read(2500);
  }),
  calm('pictures looked at in a box, by its arrows and by keys', async ({ hand }) => {
    await hand.click(post(1, '.photo'));
    await hand.read(900);
    await hand.hammer('#right', 5, [170, 260]);
    await hand.hammer('#left', 3, [200, 300]);
    for (const key of ['ArrowRight', 'ArrowRight', 'Escape']) await hand.key(key, [200, 320]);
    await hand.click(post(2, '.photo'));
    await hand.click('#shut');
    await hand.read(1500);
  }),
  calm('a list of thousands scrolled and rows chosen', async ({ hand }) => {
    await hand.moveTo('#rows');
    await hand.wheel(300, 6);
    for (const n of [3, 5, 6, 5]) await hand.click(`#rows .row:nth-of-type(${n + 1})`);
    await hand.wheel(-200, 4);
    await hand.read(1500);
  }),
  calm(
    'on a phone: the menu, a heart, the box',
    async ({ hand }) => {
      await hand.tap('#menu');
      await hand.wait(900, 1200);
      await hand.tap('#menu');
      await hand.tap(post(1, '.like'));
      await hand.wait(700, 900);
      await hand.tap(post(1, '.photo'));
      await hand.wait(700, 900);
      for (let n = 0; n < 4; n += 1) await hand.tap('#right', [150, 250]);
      await hand.tap('#shut');
      await hand.wait(2500, 3000);
    },
    { context: PHONE },
  ),
  {
    name: 'dead: sharing a picture does nothing',
    page: BROKEN,
    expects: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click(post(2, '.share'));
      feels('deadClick');
      await hand.read(3500);
    },
  },
  {
    name: 'error: a heart that goes out again',
    page: BROKEN,
    expects: ['errorClick'],
    unseen: ['errorClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click(post(1, '.like'));
      feels('errorClick');
      await hand.read(3000);
    },
  },
  {
    name: 'error: older pictures don’t come, and nothing more is tried',
    page: BROKEN,
    expects: ['errorClick', 'idleAfterError'],
    unseen: ['errorClick'],
    allows: ['deadClick'],
    isLong: true,
    settleMs: 24_000,
    visit: async ({ hand, feels, feelsNow }) => {
      await hand.read(1500);
      await hand.click('#more');
      feels('errorClick');
      await hand.wait(15_400, 15_500);
      feelsNow('idleAfterError');
    },
  },
  {
    name: 'rage: the box of a picture can’t be shut',
    page: BROKEN,
    expects: ['rageClick', 'deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.click(post(1, '.photo'));
      await hand.read(1500);
      await hand.click('#shut');
      feels('deadClick');
      await hand.wait(1200, 1600);
      await hand.again(4, [110, 180]);
      feels('rageClick');
      await hand.again(3, [110, 180]);
      await hand.key('Escape');
      await hand.read(1500);
    },
  },
  {
    name: 'rage: on a phone, a menu that doesn’t open',
    page: BROKEN,
    context: PHONE,
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.wait(1200, 1500);
      for (let n = 1; n <= 6; n += 1) {
        await hand.tap('#menu', [90, 150]);
        if (n === 4) feels('rageClick');
      }
      await hand.wait(1500, 2000);
    },
  },
  {
    name: 'scroll: up and down a list of thousands',
    page: PAGE,
    expects: ['scrollThrash'],
    visit: async ({ hand, feelsNow }) => {
      await hand.read(1500);
      await hand.moveTo('#rows');
      for (let n = 0; n < 6; n += 1) {
        await hand.wheel(n % 2 ? -180 : 180, 5, [50, 90]);
        if (n === 4) feelsNow('scrollThrash');
        await hand.wait(250, 450);
      }
      await hand.read(1500);
    },
  },
];
