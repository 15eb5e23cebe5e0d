/** A site of several pages: found one's way about, and lost. */
import { nextLoad } from './nextLoad.js';

const HOME = '/pages/site/index.html';
const at = (page) => `/pages/site/${page}.html`;

/** Follows a link that loads another page. */
const follow = async ({ hand, page }, where) => {
  const loaded = nextLoad(page);
  await hand.click(where);
  await loaded;
  await hand.wait(250, 400);
};

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const siteScenarios = [
  {
    name: 'calm: a site read page by page, and back at the end',
    page: HOME,
    isLong: true,
    visit: async (visit) => {
      const { hand, page } = visit;
      await hand.read(5000);
      await follow(visit, '#to-opening');
      await hand.wheel(120, 5);
      await hand.read(6000);
      await follow(visit, '#to-parking');
      await hand.read(8000);
      await page.goBack();
      await hand.read(3000);
    },
  },
  {
    name: 'calm: a page loaded anew once, to see what is new',
    page: at('tickets'),
    visit: async ({ hand, page }) => {
      await hand.read(5000);
      await page.reload();
      await hand.read(5000);
    },
  },
  {
    name: 'calm: two searches, the second finds',
    page: HOME,
    visit: async (visit) => {
      const { hand } = visit;
      for (const words of ['hours', 'opening']) {
        const loaded = nextLoad(visit.page);
        await hand.click('#q');
        await hand.type(words);
        await hand.key('Enter');
        await loaded;
        await hand.read(1500);
      }
      await follow(visit, '#result');
      await hand.read(2500);
    },
  },
  {
    name: 'calm: a long page scrolled to its end and back to the top',
    page: at('parking'),
    visit: async ({ hand }) => {
      await hand.read(1500);
      await hand.wheel(200, 12, [80, 140]);
      await hand.read(2500);
      await hand.wheel(-250, 10, [80, 140]);
      await hand.read(1500);
    },
  },
  {
    name: 'calm: wide, quick pointer movements while looking about',
    page: at('opening'),
    visit: async ({ hand }) => {
      await hand.read(1500);
      const corners = [
        [1150, 120],
        [180, 640],
        [900, 300],
        [300, 160],
        [640, 520],
      ];
      for (const [x, y] of corners) {
        await hand.moveTo({ x, y });
        await hand.wait(250, 600);
      }
      await hand.read(2500);
    },
  },
  {
    name: 'calm: a line followed with the pointer while reading',
    page: at('tickets'),
    visit: async ({ hand }) => {
      for (const y of [240, 264, 288, 312]) {
        await hand.glide({ x: 190, y }, 450);
        await hand.glide({ x: 1050, y: y + 3 }, 2400);
      }
    },
  },
  {
    name: 'calm: the pointer rests at the upper edge and comes back',
    page: at('opening'),
    visit: async ({ hand }) => {
      await hand.read(6000);
      await hand.glide({ x: 500, y: 12 }, 700);
      await hand.wait(600, 900);
      await hand.glide({ x: 520, y: 300 }, 500);
      await hand.read(2000);
    },
  },
  {
    name: 'route: a page looked for, opened by mistake and left at once',
    page: HOME,
    expects: ['quickBack'],
    isLong: true,
    visit: async (visit) => {
      const { hand, page, feelsNow } = visit;
      await hand.read(9000);
      await follow(visit, '#to-tickets');
      await hand.read(9000);
      await follow(visit, '#to-opening');
      await hand.read(9000);
      await follow(visit, '#to-parking');
      await hand.read(900);
      await page.goBack();
      feelsNow('quickBack');
      await hand.read(2500);
    },
  },
  {
    name: 'route: round and round the same pages, looking for something',
    page: HOME,
    expects: ['pageLoop'],
    allows: ['quickBack', 'helpSeeking'],
    isLong: true,
    visit: async (visit) => {
      const { hand, trouble, feelsNow } = visit;
      await hand.read(2000);
      for (let n = 1; n <= 2; n += 1) {
        if (n === 2) trouble();
        await follow(visit, '#to-tickets');
        await hand.read(2500);
        await follow(visit, '#to-refunds');
        await hand.read(2500);
        await follow(visit, '#to-index');
        if (n === 2) feelsNow('pageLoop');
        await hand.read(2000);
      }
    },
  },
  {
    name: 'refresh: a page that never loads is loaded again and again',
    page: `${at('refunds')}?broken`,
    expects: ['refresh'],
    allows: ['pageLoop'],
    visit: async ({ hand, page, feelsNow }) => {
      await hand.read(4000);
      await page.reload();
      await hand.read(3500);
      await page.reload();
      feelsNow('refresh');
      await hand.read(2500);
      await page.reload();
      await hand.read(2500);
    },
  },
  {
    name: 'search: a site finds nothing, three times',
    page: HOME,
    expects: ['repeatedSearch'],
    visit: async ({ hand, page, feels }) => {
      for (const [n, words] of ['wheelchair', 'lift', 'step free'].entries()) {
        const loaded = nextLoad(page);
        await hand.click('#q');
        await hand.type(words);
        await hand.key('Enter');
        if (n === 2) feels('repeatedSearch');
        await loaded;
        await hand.read(2000);
      }
    },
  },
  {
    name: 'scroll: up and down a long page, not finding it',
    page: at('parking'),
    expects: ['scrollThrash'],
    visit: async ({ hand, feelsNow }) => {
      await hand.read(1500);
      for (let n = 0; n < 6; n += 1) {
        await hand.wheel(n % 2 ? -240 : 240, 5, [50, 90]);
        if (n === 4) feelsNow('scrollThrash');
        await hand.wait(250, 450);
      }
      await hand.read(2000);
    },
  },
  {
    name: 'pointer: shaken while the page does not load',
    page: `${at('refunds')}?broken`,
    expects: ['thrashedCursor'],
    visit: async ({ hand, feelsNow }) => {
      await hand.read(3500);
      await hand.moveTo({ x: 600, y: 380 });
      await hand.shake(1500);
      feelsNow('thrashedCursor');
      await hand.shake(1500);
      await hand.read(1500);
    },
  },
  {
    name: 'pointer: shaken over a form that cannot be sent',
    page: '/pages/broken.html',
    expects: ['thrashedCursor'],
    visit: async ({ hand, feelsNow }) => {
      await hand.read(2500);
      await hand.moveTo('#throws');
      await hand.shake(1500, 240);
      feelsNow('thrashedCursor');
      await hand.shake(1200, 240);
      await hand.read(1500);
    },
  },
  {
    name: 'exit: off to the address bar after a while of looking',
    page: at('refunds'),
    expects: ['exitIntent'],
    visit: async ({ hand, feelsNow }) => {
      await hand.read(7000);
      await hand.wheel(120, 3);
      await hand.read(2000);
      await hand.leaveAtTop();
      feelsNow('exitIntent');
      await hand.wait(2500);
    },
  },
  {
    name: 'help: the pointer waits over the help link',
    page: at('tickets'),
    expects: ['helpSeeking'],
    visit: async ({ hand, feelsNow }) => {
      await hand.read(3500);
      await hand.moveTo('#to-help');
      await hand.wait(1000, 1050);
      feelsNow('helpSeeking');
      await hand.wait(1500, 1800);
      await hand.moveTo({ x: 600, y: 420 });
      await hand.read(2000);
    },
  },
  {
    name: 'help: the help page is looked up, and nobody is asked',
    page: at('refunds'),
    expects: ['helpSeeking'],
    visit: async (visit) => {
      await visit.hand.read(4000);
      await follow(visit, '#to-help');
      visit.feelsNow('helpSeeking');
      await visit.hand.read(6000);
    },
  },
  {
    name: 'idle: nothing more is done after a press that threw',
    page: '/pages/broken.html',
    expects: ['errorClick', 'idleAfterError'],
    allows: ['deadClick'],
    isLong: true,
    settleMs: 24_000,
    visit: async ({ hand, feels, feelsNow }) => {
      await hand.read(1500);
      await hand.click('#throws');
      feels('errorClick');
      await hand.wait(15_000, 15_100);
      feelsNow('idleAfterError');
    },
  },
  {
    name: 'idle: nothing more is done after a press that nothing answered',
    page: '/pages/broken.html',
    expects: ['deadClick', 'idleAfterError'],
    isLong: true,
    settleMs: 26_000,
    visit: async ({ hand, feels, feelsNow }) => {
      await hand.read(1500);
      await hand.click('#dead');
      feels('deadClick');
      await hand.wait(17_500, 17_600);
      feelsNow('idleAfterError');
    },
  },
];
