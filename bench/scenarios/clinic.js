/** A page that counts presses and changes by itself, with controls of many kinds; and broken. */
const PAGE = '/pages/clinic.html';
const BROKEN = '/pages/clinic.html?broken';

/** Presses these one after the other, and looks each time at what comes of it. */
const inTurn =
  (...wheres) =>
  async ({ hand }) => {
    await hand.read(1200);
    for (const where of wheres) {
      await hand.click(where);
      await hand.read(2700);
    }
  };
const calm = (name, visit, more = {}) => ({ name: `calm: ${name}`, page: PAGE, visit, ...more });
/** Uses what works, then what does not. */
const broken = (type, name, where, { before = [], ms = 3500, ...more } = {}) => ({
  name,
  page: BROKEN,
  expects: [type],
  visit: async ({ hand, feels }) => {
    await hand.read(1200);
    for (const each of before) {
      await hand.click(each);
      await hand.read(2700);
    }
    await hand.click(where);
    feels(type);
    await hand.read(ms);
  },
  ...more,
});
const WORKING = ['#cancel', '#fold-label', '#to-hours'];

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const clinicScenarios = [
  calm('a doctor remembered, an appointment cancelled', inTurn('#like', '#cancel')),
  calm('confirmed, with a wheel that turns for two seconds', async ({ hand }) => {
    await hand.read(1200);
    await hand.click('#confirm');
    await hand.read(5200);
  }),
  calm('asked, planned and called back, told far away', inTurn('#lab', '#plan', '#call')),
  calm('a list sorted by its headings', inTurn('th:nth-child(2)', 'th:nth-child(1)')),
  calm('a card opened by code that comes first', inTurn('#row')),
  calm('a bill downloaded, a number copied', inTurn('#download', '#copy', '#copy')),
  calm('a window opened, a letter and a call begun', inTurn('#window', '#mail', '#tel')),
  calm('papers and a colour to be chosen', async ({ hand }) => {
    await hand.read(1200);
    await hand.click('#attach');
    await hand.read(2700);
    await hand.click('#colour');
    await hand.wait(700, 900);
    await hand.key('Escape');
    await hand.read(2700);
  }),
  calm('what style sheets do alone', inTurn('#fold-label', '#to-hours', '#dense', 'label[for=s2]')),
  calm('the title changed, the colours too', inTurn('#mute', '#theme')),
  calm('renewed, moved, asked, talked', inTurn('#throws', '#rejects', '#xhr', '#socket')),
  calm('text marked, and the page pressed to unmark it', async ({ hand }) => {
    await hand.read(1200);
    await hand.moveTo('#row p');
    await hand.again(2, [60, 90]);
    await hand.wait(600, 800);
    await hand.click('h1');
    await hand.click('code');
    await hand.read(2700);
  }),
  broken(
    'deadClick',
    'dead: a call back that nobody hears of, on a page that counts presses',
    '#call',
    {
      before: WORKING,
    },
  ),
  broken('deadClick', 'dead: a heading with a hand that does not sort', 'th:nth-child(2)', {
    before: WORKING,
  }),
  broken('deadClick', 'dead: a card with a hand on a page that counts presses', '#row p', {
    before: WORKING,
  }),
  broken('deadClick', 'dead: a number is not copied', '#copy', {
    before: WORKING,
    unseen: ['deadClick'],
  }),
  broken('deadClick', 'dead: a sheet is left over the whole page', '#like', {
    page: `${BROKEN}&cover`,
  }),
  broken('deadClick', 'dead: a download does not begin', '#download', { before: WORKING }),
  broken('blockedClick', 'blocked: a reminder that cannot be set', '#remind'),
  broken('blockedClick', 'blocked: a button that is locked', '#locked'),
  broken('errorClick', 'error: a heart that is taken back', '#like'),
  broken('errorClick', 'error: a prescription throws', '#throws', { allows: ['deadClick'] }),
  broken('errorClick', 'error: a move is rejected', '#rejects'),
  broken('errorClick', 'error: a result that the server does not give', '#xhr', {
    unseen: ['errorClick'],
    allows: ['deadClick'],
  }),
  broken('deadClick', 'dead: a line to a nurse that does not open', '#socket', {
    before: WORKING,
    allows: ['errorClick'],
  }),
  broken('slowResponse', 'slow: confirmed after two seconds without a word', '#confirm', {
    before: WORKING,
  }),
  broken('slowResponse', 'slow: the laboratory answers after 1.7 s, far away', '#lab', {
    before: WORKING,
  }),
  broken('slowResponse', 'slow: the page is stuck for 1.6 s', '#plan'),
  {
    name: 'rage: a call back that nobody hears of, on a page that counts presses',
    page: BROKEN,
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1200);
      for (const each of WORKING) {
        await hand.click(each);
        await hand.read(2000);
      }
      await hand.moveTo('#call');
      await hand.again(4, [110, 180]);
      feels('rageClick');
      await hand.again(3, [110, 180]);
      await hand.read(2000);
    },
  },
];
