/** Forms: filled in with the slips that all people make, fought with, and given up. */
import { nextLoad } from './nextLoad.js';

const FORM = '/pages/form.html';
const PICKY = '/pages/form.html?picky';

const fill = async (hand, fields) => {
  for (const [id, text] of Object.entries(fields)) {
    await hand.click(`#${id}`);
    await hand.type(text, [45, 110]);
  }
};

const rub = async (hand, times) => {
  for (let n = 0; n < times; n += 1) await hand.key('Backspace', [50, 90]);
};

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const formScenarios = [
  {
    name: 'calm: a form filled in and sent, two slips on the way',
    page: FORM,
    isLong: true,
    visit: async ({ hand, page }) => {
      await fill(hand, { name: 'Ada Byronn' });
      await rub(hand, 1);
      await fill(hand, { street: '12 St James Sqare' });
      await rub(hand, 3);
      await hand.type('uare');
      await fill(hand, { phone: '0117 496 0000', plate: 'AB12 CDE' });
      await fill(hand, { reason: 'A skip for a week while the roof is mended.' });
      await hand.click('#send');
      await page.waitForSelector('#form', { state: 'detached' });
      await hand.read(2000);
    },
  },
  {
    name: 'calm: a form filled in by keys alone, and sent with Enter',
    page: FORM,
    visit: async ({ hand, page }) => {
      await page.focus('#name');
      for (const text of ['Ada Byron', '12 St James Square', '0117 496 0000', 'AB12 CDE']) {
        await hand.type(text, [40, 90]);
        await hand.key('Tab');
      }
      await hand.type('A skip.');
      await hand.key('Tab');
      await hand.key('Enter');
      await hand.read(2000);
    },
  },
  {
    name: 'calm: one field looked at again before sending',
    page: FORM,
    visit: async ({ hand }) => {
      await fill(hand, { name: 'Ada Byron', phone: '0117 496 0001' });
      await hand.click('#phone');
      await rub(hand, 1);
      await hand.type('0');
      await fill(hand, { plate: 'AB12 CDE' });
      await hand.click('#send');
      await hand.read(2000);
    },
  },
  {
    name: 'form: a phone number refused three times',
    page: PICKY,
    expects: ['formStruggle'],
    allows: ['errorClick'],
    isLong: true,
    visit: async ({ hand, trouble, feels }) => {
      await fill(hand, { name: 'Ada Byron', phone: '0117 496 0000' });
      await hand.click('#send');
      trouble();
      await hand.read(1200);
      await hand.click('#phone');
      await rub(hand, 13);
      await hand.type('+44 117 4960000');
      await hand.click('#send');
      feels('formStruggle');
      await hand.read(1200);
      await hand.click('#phone');
      await rub(hand, 15);
      await hand.type('01174960000');
      await hand.click('#send');
      await hand.read(2000);
    },
  },
  {
    name: 'form: one field gone back to again and again, rewritten each time',
    page: FORM,
    expects: ['formStruggle'],
    isLong: true,
    visit: async ({ hand, trouble, feels }) => {
      await fill(hand, { name: 'Ada Byron', plate: 'AB12CDE' });
      await fill(hand, { phone: '0117' });
      trouble();
      for (const [n, text] of ['AB12 CDE', 'AB-12-CDE', 'ab12cde'].entries()) {
        await hand.moveTo('#plate');
        await hand.again(3, [60, 90]);
        await hand.key('Backspace');
        await hand.type(text);
        await hand.click('#phone');
        if (n === 2) feels('formStruggle');
        await hand.wait(400, 700);
      }
      await hand.read(1500);
    },
  },
  {
    name: 'form: given up half-way, for another page',
    page: FORM,
    expects: ['formAbandon'],
    visit: async ({ hand, page, feels }) => {
      await fill(hand, { name: 'Ada Byron', street: '12 St James Square', phone: '0117' });
      await hand.read(2500);
      const loaded = nextLoad(page);
      await hand.click('#home');
      feels('formAbandon');
      await loaded;
      await hand.read(2000);
    },
  },
  {
    name: 'form: given up after a refusal, without a word for half a minute',
    page: PICKY,
    expects: ['formAbandon'],
    allows: ['errorClick', 'idleAfterError', 'formStruggle'],
    isLong: true,
    settleMs: 42_000,
    visit: async ({ hand, feelsNow }) => {
      await fill(hand, { name: 'Ada Byron', phone: '0117 496 0000' });
      await hand.click('#send');
      await hand.wait(30_000, 30_100);
      feelsNow('formAbandon');
    },
  },
];
