/** Widgets of the WAI-ARIA practices, used as they are meant to be, and broken. */
const PAGE = '/pages/practices.html';
const BROKEN = '/pages/practices.html?broken';

const calm = (name, visit, more = {}) => ({ name: `calm: ${name}`, page: PAGE, visit, ...more });

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const practiceScenarios = [
  calm('a town chosen from a list that a server fills', async ({ hand, page }) => {
    await hand.click('#town');
    await hand.type('ber', [140, 260]);
    await page.waitForSelector('#towns li');
    await hand.key('ArrowDown');
    await hand.key('ArrowDown');
    await hand.key('Enter');
    await hand.read(1500);
    await hand.click('#all-towns');
    await hand.click('#towns li:nth-child(4)');
    await hand.read(1500);
  }),
  calm('a range of days, three months on, chosen anew', async ({ hand }) => {
    await hand.hammer('#later', 3, [260, 360]);
    for (const day of [4, 9, 11, 17]) await hand.click(`#days button:nth-child(${day})`);
    await hand.hammer('#earlier', 2, [260, 360]);
    await hand.read(1500);
  }),
  calm('stars given, taken for more, and the same again', async ({ hand }) => {
    for (const n of [3, 5, 4]) await hand.click(`#star-${n}`);
    await hand.click('#star-4');
    await hand.read(1500);
  }),
  calm('colours and candles tried out', async ({ hand }) => {
    for (const n of [2, 3, 4, 2]) await hand.click(`#swatches button:nth-child(${n})`);
    await hand.click('#candle-label span');
    await hand.hammer('#music-label span', 3, [300, 420]);
    await hand.read(1500);
  }),
  calm('questions opened and shut, one of them by CSS alone', async ({ hand }) => {
    await hand.click('label[for=fold]');
    await hand.read(900);
    await hand.click('label[for=fold]');
    await hand.click('#q1');
    await hand.read(900);
    await hand.click('#q2');
    await hand.click('#q1');
    await hand.read(1200);
  }),
  calm('a tool tip read, and pinned', async ({ hand }) => {
    await hand.moveTo('#why');
    await hand.wait(1500, 2000);
    await hand.press();
    await hand.read(2500);
  }),
  calm('a toolbar used by pointer and by keys', async ({ hand, page }) => {
    for (const n of [1, 2, 1, 3]) await hand.click(`#tools button:nth-child(${n})`);
    await page.focus('#tools button:first-child');
    for (const key of ['ArrowRight', 'Space', 'ArrowRight', 'Space', 'Space'])
      await hand.key(key, [220, 320]);
    await hand.read(1200);
  }),
  calm('a note saved twice; each time a message comes and goes', async ({ hand, page }) => {
    await hand.click('#note');
    await hand.type('By the window, please.');
    await hand.click('#save');
    await page.waitForSelector('.toast');
    await hand.read(900);
    await hand.click('.toast button');
    await hand.click('#save');
    await hand.read(4500);
  }),
  calm(
    'a note copied with a button that shows a picture only',
    async ({ hand }) => {
      await hand.click('#note');
      await hand.type('A quiet table.');
      await hand.click('#copy-icon');
      await hand.read(3000);
    },
    { context: { permissions: ['clipboard-read', 'clipboard-write'] } },
  ),
  calm('a picture to be chosen, and the chooser shut again', async ({ hand }) => {
    await hand.read(1000);
    await hand.click('#choose');
    await hand.read(3000);
  }),
  calm('the page printed', async ({ hand }) => {
    await hand.read(1000);
    await hand.click('#print');
    await hand.read(3000);
  }),
  calm('a form whose button wakes when all is right', async ({ hand }) => {
    await hand.click('#name');
    await hand.type('Ada Byron', [50, 110]);
    await hand.key('Tab');
    await hand.type('ada@exmaple', [50, 110]);
    for (let n = 0; n < 5; n += 1) await hand.key('Backspace', [60, 100]);
    await hand.type('ample.org', [50, 110]);
    await hand.click('#book');
    await hand.read(2000);
  }),
  calm('a code of six digits, one of them mended', async ({ hand }) => {
    await hand.click('#d0');
    await hand.type('402', [180, 300]);
    await hand.key('Backspace');
    await hand.key('Backspace');
    await hand.type('1773', [180, 300]);
    await hand.read(2500);
  }),
  calm(
    'a cookie banner looked into and saved',
    async ({ hand }) => {
      await hand.click('#settings');
      await hand.read(1200);
      await hand.click('#purposes input');
      await hand.click('#only');
      await hand.read(2500);
    },
    { page: `${PAGE}?cookies` },
  ),
  calm('the page walked through by keys, a question opened on the way', async ({ hand, page }) => {
    await page.focus('#q1');
    await hand.key('Enter', [700, 900]);
    await hand.key('Tab', [200, 300]);
    await hand.key('Space', [700, 900]);
    await hand.key('Space', [300, 400]);
    for (let n = 0; n < 4; n += 1) await hand.key('Tab', [150, 250]);
    await hand.key('Shift+Tab');
    await hand.read(1000);
  }),
  calm('a name written with an input method', async ({ hand, page }) => {
    const cdp = await page.context().newCDPSession(page);
    await hand.click('#name');
    for (const text of ['や', 'やま', 'やまだ', 'やま', 'やまだ', '山田']) {
      await cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await hand.wait(150, 260);
    }
    await cdp.send('Input.insertText', { text: '山田' });
    await hand.key('Tab');
    await hand.read(1500);
  }),
  calm('the pointer drifts over the navigation on its way', async ({ hand }) => {
    await hand.read(1500);
    const { x, y, width, height } = await hand.box('nav');
    await hand.glide({ x: x + width * 0.5, y: y + height / 2 }, 900);
    await hand.glide({ x: x + 10, y: y + height / 2 }, 1600);
    await hand.wait(1500, 2000);
    await hand.glide({ x: 500, y: 420 }, 600);
    await hand.read(2000);
  }),
  {
    name: 'dead: the button that should list all towns',
    page: BROKEN,
    expects: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.click('#town');
      await hand.type('ber', [140, 260]);
      await hand.wait(1200, 1500);
      await hand.click('#all-towns');
      feels('deadClick');
      await hand.read(3500);
    },
  },
  {
    name: 'rage: a box behind its label that does not stay ticked',
    page: BROKEN,
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.moveTo('#music-label span');
      await hand.again(4, [110, 180]);
      feels('rageClick');
      await hand.again(3, [110, 180]);
      await hand.read(1500);
    },
  },
  {
    name: 'rage: a question that opens and shuts in one press',
    page: BROKEN,
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.moveTo('#q2');
      await hand.again(4, [120, 190]);
      feels('rageClick');
      await hand.again(3, [120, 190]);
      await hand.read(1500);
    },
  },
  {
    name: 'blocked: a button that stays shut though all is filled in',
    page: BROKEN,
    expects: ['blockedClick'],
    visit: async ({ hand, feels }) => {
      await hand.click('#name');
      await hand.type('Ada Byron', [50, 110]);
      await hand.key('Tab');
      await hand.type('ada@example.org', [50, 110]);
      await hand.click('#book');
      feels('blockedClick');
      await hand.wait(900, 1200);
      await hand.press();
      await hand.read(2000);
    },
  },
  {
    name: 'form: a code refused, and refused again',
    page: BROKEN,
    expects: ['formStruggle'],
    allows: ['errorClick'],
    visit: async ({ hand, trouble, feelsNow }) => {
      await hand.click('#d0');
      await hand.type('402177', [160, 260]);
      await hand.wait(1500, 1800);
      trouble();
      await hand.type('402117', [160, 260]);
      await hand.wait(700, 800);
      feelsNow('formStruggle');
      await hand.wait(1000, 1200);
      await hand.type('402177', [160, 260]);
      await hand.read(2000);
    },
  },
  {
    name: 'help: the focus stays on the way to help',
    page: PAGE,
    expects: ['helpSeeking'],
    visit: async ({ hand, page, feelsNow }) => {
      await hand.read(2000);
      await page.focus('#q1');
      await page.focus('#help');
      await hand.wait(2000, 2050);
      feelsNow('helpSeeking');
      await hand.wait(1500, 2000);
      await hand.key('Tab');
      await hand.read(1000);
    },
  },
];
