/** Kinds of widgets that the other pages don't have, each used in peace, and some of them broken. */
const PAGE = '/pages/kinds.html';
const BROKEN = '/pages/kinds.html?broken';

const calm = (name, visit) => ({ name: `calm: ${name}`, page: PAGE, visit });
/** Presses these one after the other, and reads on each time. */
const inTurn =
  (...wheres) =>
  async ({ hand }) => {
    await hand.read(1500);
    for (const where of wheres) {
      await hand.click(where);
      await hand.read(2600);
    }
  };
const hammer =
  (where, times, gapMs = [130, 220]) =>
  async ({ hand }) => {
    await hand.read(1500);
    await hand.hammer(where, times, gapMs);
    await hand.read(2600);
  };
const broken = (type, what, where, more = {}) => ({
  name: `${what}`,
  page: BROKEN,
  expects: [type],
  visit: async ({ hand, feels }) => {
    await hand.read(1500);
    await hand.click(where);
    feels(type);
    await hand.read(3500);
  },
  ...more,
});
const raged = (what, where) => ({
  name: `rage: ${what}`,
  page: BROKEN,
  expects: ['rageClick'],
  allows: ['deadClick'],
  visit: async ({ hand, feels }) => {
    await hand.read(1500);
    await hand.moveTo(where);
    await hand.again(4, [110, 180]);
    feels('rageClick');
    await hand.again(3, [110, 180]);
    await hand.read(2000);
  },
});

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const kindScenarios = [
  calm('menus that a style sheet opens', inTurn('#account', 'h1, #goods, output', '#language')),
  calm('a code of equal digits on a key pad', hammer('#pad button:nth-child(4)', 5)),
  calm('five pieces put into the basket, told far away', hammer('#add', 5)),
  calm('three things kept, each told in a corner', hammer('#later', 4, [260, 380])),
  calm('a card turned by a script', inTurn('#flip', '#flip')),
  calm('a card turned six times', hammer('#flip', 6, [180, 260])),
  calm('the view that is open pressed again', inTurn('#views button:first-child')),
  calm(
    'views that come bone by bone',
    inTurn('#views button:nth-child(2)', '#views button:nth-child(3)'),
  ),
  calm('a page that is loaded when it is asked for', inTurn('#to-makers')),
  calm('a heart in a closed component', inTurn('market-heart', 'market-heart')),
  calm('a table sorted six times', hammer('#table th button', 6, [200, 320])),
  calm('pages of a table leafed through', async ({ hand }) => {
    for (const n of [2, 3, 4, 5, 1]) {
      await hand.click(`#pages button:nth-child(${n})`);
      await hand.wait(200, 400);
    }
    await hand.read(2600);
  }),
  calm('pictures that snap, six on', hammer('#on', 6, [220, 340])),
  calm('rules of which one is open, and a question', async ({ hand }) => {
    for (const where of ['#rule-1', '#rule-2', '#rule-2']) {
      await hand.click(where);
      await hand.read(1200);
    }
    await hand.click('#ask');
    await hand.click('#words');
    await hand.type('When?');
    await hand.click('#sent');
    await hand.read(2600);
  }),
  calm('a button held until it is full', async ({ hand }) => {
    await hand.moveTo('#hold');
    await hand.wait(200, 300);
    hand.down();
    await hand.wait(1500, 1600);
    hand.up();
    await hand.read(2600);
  }),
  calm('apples drawn into the basket', async ({ hand }) => {
    await hand.drag('#apple', '#basket-drop');
    await hand.read(2600);
  }),
  calm('a size, a colour, a password looked at', async ({ hand, page }) => {
    await page.focus('#size');
    await hand.key('ArrowDown');
    await hand.click('#colour');
    await hand.wait(600, 800);
    await hand.key('Escape');
    await hand.click('#eye');
    await hand.click('#eye');
    await hand.read(2600);
  }),
  calm('a list kept, a recount, a switch', inTurn('#keep', '#recount', '#notify', '#recipe')),
  calm('the stock, after three seconds of a word to wait', async ({ hand }) => {
    await hand.read(1500);
    await hand.click('#stock');
    await hand.read(5500);
  }),
  broken('deadClick', 'dead: a button under a clear sheet', '#offer'),
  broken('deadClick', 'dead: a card with a hand over it', '#recipe'),
  broken('deadClick', 'dead: a view that does not open', '#views button:nth-child(2)'),
  broken('deadClick', 'dead: a heading that does not sort', '#table th button'),
  broken('deadClick', 'dead: a thing is not kept', '#later'),
  broken('errorClick', 'error: a page that cannot be loaded', '#to-makers', {
    allows: ['deadClick'],
  }),
  broken('errorClick', 'error: a list that is not kept, and a message says so', '#keep'),
  broken('slowResponse', 'slow: counted far away after 1.5 s', '#recount'),
  broken('slowResponse', 'slow: the stock, after three seconds without a word', '#stock', {
    allows: ['deadClick'],
  }),
  raged('a switch that is taken back', '#notify'),
  raged('a key pad that writes nothing', '#pad button:nth-child(4)'),
];
