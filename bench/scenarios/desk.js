/** A desk of web components and hashes: worked at in peace, and broken while it never rests. */
const PAGE = '/pages/desk.html';
const NOISY = '/pages/desk.html?noise';
const BROKEN = '/pages/desk.html?broken&noise';

const calm = (name, visit, page = PAGE) => ({ name: `calm: ${name}`, page, visit });

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const deskScenarios = [
  calm('cells of a sheet chosen, filled in and mended', async ({ hand }) => {
    for (const cell of ['#c00', '#c11', '#c21', '#c02']) {
      await hand.moveTo(cell);
      await hand.press();
      await hand.wait(120, 200);
    }
    for (const [cell, text] of [
      ['#c10', '12'],
      ['#c12', '407'],
    ]) {
      await hand.moveTo(cell);
      await hand.again(2, [50, 80]);
      await hand.type(text);
      await hand.key('Backspace');
      await hand.type('5');
      await hand.key('Enter');
    }
    await hand.read(1200);
  }),
  calm('a line of code written, and half of it taken back', async ({ hand }) => {
    await hand.click('#code');
    await hand.key('End');
    await hand.key('Enter');
    await hand.type('for (const n of list) sum += n;', [40, 90]);
    for (let n = 0; n < 9; n += 1) await hand.key('Backspace', [45, 80]);
    await hand.type('add(n);', [50, 100]);
    await hand.read(1200);
  }),
  calm(
    'jobs put in order by arrows and by dragging',
    async ({ hand }) => {
      await hand.hammer('#jobs li:nth-child(4) .up', 1, [250, 350]);
      await hand.click('#jobs li:nth-child(3) .up');
      await hand.click('#jobs li:nth-child(2) .down');
      await hand.drag('#jobs li:nth-child(1) span', '#jobs li:nth-child(3) span');
      await hand.read(1500);
    },
    `${PAGE}#/jobs`,
  ),
  calm('a letter written in one part, counted in another', async ({ hand }) => {
    await hand.read(1200);
    await hand.click('#write');
    await hand.read(3000);
    await hand.hammer('#write', 5, [120, 190]);
    await hand.read(2500);
  }),
  calm('a chat, with an answer that takes a moment', async ({ hand }) => {
    await hand.click('#bubble');
    await hand.click('#say');
    for (const text of ['Are you open today?', 'And tomorrow?']) {
      await hand.type(text, [50, 110]);
      await hand.key('Enter');
      await hand.read(2500);
    }
    await hand.click('#bubble');
    await hand.read(1500);
  }),
  calm('the pages of the desk looked through', async ({ hand }) => {
    for (const where of ['#to-jobs', '#to-terms', '#to-find', '#to-sheet']) {
      await hand.click(where);
      await hand.read(2600);
    }
  }),
  calm(
    'found at the first go, letter by letter',
    async ({ hand }) => {
      await hand.click('#q');
      await hand.type('pr', [300, 420]);
      await hand.read(1500);
      await hand.click('#found a');
      await hand.read(2000);
    },
    `${PAGE}#/find`,
  ),
  calm(
    'signed up without a hitch',
    async ({ hand }) => {
      for (const [field, text] of [
        ['#first', 'Ada'],
        ['#last', 'Byron'],
        ['#zip', '10115'],
      ]) {
        await hand.click(field);
        await hand.type(text);
      }
      await hand.click('#go');
      await hand.read(2500);
    },
    `${PAGE}#/sign`,
  ),
  calm(
    'worked at while everything moves',
    async ({ hand }) => {
      await hand.read(2500);
      await hand.click('#archive');
      await hand.read(2000);
      await hand.click('#report');
      await hand.read(2000);
      await hand.click('#inside-frame');
      await hand.read(2000);
      await hand.click('#nowhere');
      await hand.read(2500);
    },
    NOISY,
  ),
  {
    name: 'dead: a button does nothing while everything moves',
    page: BROKEN,
    expects: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(2500);
      await hand.click('#archive');
      feels('deadClick');
      await hand.read(3500);
    },
  },
  {
    name: 'dead: pressed in the first moment of a page that moves',
    page: BROKEN,
    expects: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.click('#archive');
      feels('deadClick');
      await hand.read(3500);
    },
  },
  {
    name: 'rage: a dead button hammered while everything moves',
    page: BROKEN,
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(2500);
      await hand.moveTo('#archive');
      await hand.again(4, [110, 190]);
      feels('rageClick');
      await hand.again(3, [110, 190]);
      await hand.read(1500);
    },
  },
  {
    name: 'dead: a button deep in shadow roots does nothing',
    page: NOISY,
    expects: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(2500);
      await hand.click('#seal');
      feels('deadClick');
      await hand.read(3500);
    },
  },
  {
    name: 'dead: a link that is none does nothing',
    page: BROKEN,
    expects: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(2500);
      await hand.click('#nowhere');
      feels('deadClick');
      await hand.read(3500);
    },
  },
  {
    name: 'slow: a report after 1.7 s while everything moves',
    page: BROKEN,
    expects: ['slowResponse'],
    visit: async ({ hand, feels }) => {
      await hand.read(2500);
      await hand.click('#report');
      feels('slowResponse');
      await hand.read(3500);
    },
  },
  {
    name: 'route: to and fro between the terms and signing up',
    page: `${PAGE}#/sheet`,
    expects: ['pageLoop'],
    allows: ['quickBack'],
    isLong: true,
    visit: async ({ hand, trouble, feelsNow }) => {
      await hand.read(2000);
      for (let n = 1; n <= 3; n += 1) {
        await hand.click('#to-sign');
        await hand.read(2200);
        await hand.click('#to-terms');
        if (n === 2) trouble();
        if (n === 3) feelsNow('pageLoop');
        await hand.read(2200);
      }
    },
  },
  {
    name: 'form: signing up refused in words alone, three times',
    page: `${BROKEN}#/sign`,
    expects: ['formStruggle'],
    visit: async ({ hand, trouble, feels }) => {
      for (const [field, text] of [
        ['#first', 'Ada'],
        ['#last', 'Byron'],
        ['#zip', '10115'],
      ]) {
        await hand.click(field);
        await hand.type(text);
      }
      await hand.click('#go');
      trouble();
      for (const [n, text] of ['D-10115', '10 115'].entries()) {
        await hand.read(1200);
        await hand.moveTo('#zip');
        await hand.again(3, [60, 90]);
        await hand.type(text);
        await hand.click('#go');
        if (n === 1) feels('formStruggle');
      }
      await hand.read(2000);
    },
  },
  {
    name: 'form: signing up given up for another page of the desk',
    page: `${PAGE}#/sign`,
    expects: ['formAbandon'],
    visit: async ({ hand, feels }) => {
      for (const [field, text] of [
        ['#first', 'Ada'],
        ['#last', 'Byron'],
      ]) {
        await hand.click(field);
        await hand.type(text);
      }
      await hand.read(1500);
      await hand.click('#to-jobs');
      feels('formAbandon');
      await hand.read(2500);
    },
  },
  {
    name: 'search: three things looked for as one types, none found',
    page: `${BROKEN}#/find`,
    expects: ['repeatedSearch'],
    visit: async ({ hand, feels }) => {
      for (const [n, words] of ['stapler', 'clips', 'pencil'].entries()) {
        await hand.moveTo('#q');
        await hand.again(3, [60, 90]);
        await hand.type(words, [60, 120]);
        if (n === 2) feels('repeatedSearch');
        await hand.read(1800);
      }
    },
  },
];
