/** Presses that come to nothing, come late, or end in an error. */
const BROKEN = '/pages/broken.html';
const TICKING = '/pages/broken.html?clock';

/** A press, and then some seconds in which nothing happens. */
const deadPress =
  (where) =>
  async ({ hand, feels }) => {
    await hand.read(1500);
    await hand.click(where);
    feels('deadClick');
    await hand.read(3000);
  };

/** Presses the same thing again and again; a person would call it rage at the fourth. */
const rageOn =
  (where, times = 7, gapMs = [110, 190]) =>
  async ({ hand, feels }) => {
    await hand.read(1200);
    await hand.moveTo(where);
    await hand.wait(80, 200);
    await hand.again(4, gapMs);
    feels('rageClick');
    await hand.again(times - 4, gapMs);
    await hand.read(1500);
  };

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const pressScenarios = [
  {
    name: 'dead: a button does nothing',
    page: BROKEN,
    expects: ['deadClick'],
    visit: deadPress('#dead'),
  },
  {
    name: 'dead: a button does nothing while a clock ticks',
    page: TICKING,
    expects: ['deadClick'],
    visit: deadPress('#clock-dead'),
  },
  {
    name: 'dead: a role=button does nothing',
    page: BROKEN,
    expects: ['deadClick'],
    visit: deadPress('#dead-div'),
  },
  {
    name: 'dead: a button does nothing and the visitor scrolls on to look',
    page: BROKEN,
    expects: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click('#dead');
      feels('deadClick');
      await hand.wait(700, 900);
      await hand.wheel(160, 4);
      await hand.read(2500);
    },
  },
  {
    name: 'dead: two buttons do nothing, pressed half a second apart',
    page: BROKEN,
    expects: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click('#dead');
      feels('deadClick');
      await hand.click('#other-dead');
      feels('deadClick');
      await hand.read(3000);
    },
  },
  {
    name: 'rage: a dead button',
    page: BROKEN,
    expects: ['rageClick', 'deadClick'],
    visit: async (visit) => {
      await visit.hand.click('#dead');
      visit.feels('deadClick');
      await rageOn('#dead')(visit);
    },
  },
  {
    name: 'rage: the icon and the words of one dead button in turn',
    page: BROKEN,
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1200);
      const [glyph, word] = [await hand.box('#glyph'), await hand.box('#word')];
      const y = glyph.y + glyph.height / 2;
      for (const n of [1, 2, 3, 4, 5, 6]) {
        await hand.glide({ x: n % 2 ? glyph.x + glyph.width - 4 : word.x + 6, y }, 40);
        await hand.press();
        if (n === 4) feels('rageClick');
        await hand.wait(40, 80);
      }
      await hand.read(1500);
    },
  },
  {
    name: 'rage: a button that is rendered anew at every press and saves nothing',
    page: BROKEN,
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: rageOn('#remounted'),
  },
  {
    name: 'rage: a dead button inside a shadow root',
    page: BROKEN,
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: rageOn('#chip'),
  },
  {
    name: 'rage: a checkbox that springs back',
    page: BROKEN,
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: rageOn('#springs-back'),
  },
  {
    name: 'rage: a stepper that does not count',
    page: BROKEN,
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: rageOn('#more'),
  },
  {
    name: 'keys: Enter on a dead button, again and again',
    page: BROKEN,
    expects: ['keyboardRage'],
    allows: ['deadClick', 'rageClick'],
    visit: async ({ hand, feels }) => {
      await hand.click('#name');
      await hand.key('Tab');
      for (let n = 1; n <= 6; n += 1) {
        await hand.key('Enter', [140, 220]);
        if (n === 4) feels('keyboardRage');
      }
      await hand.wait(1500);
    },
  },
  {
    name: 'keys: Space on a dead role=button, again and again',
    page: BROKEN,
    expects: ['keyboardRage'],
    allows: ['deadClick', 'rageClick'],
    visit: async ({ hand, page, feels }) => {
      await hand.read(1000);
      await page.focus('#dead-div');
      for (let n = 1; n <= 5; n += 1) {
        await hand.key('Space', [150, 240]);
        if (n === 4) feels('keyboardRage');
      }
      await hand.wait(1500);
    },
  },
  {
    name: 'blocked: a disabled button',
    page: BROKEN,
    expects: ['blockedClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click('#disabled');
      feels('blockedClick');
      await hand.read(1200);
      await hand.click('#disabled');
      await hand.read(1500);
    },
  },
  {
    name: 'blocked: an aria-disabled button',
    page: BROKEN,
    expects: ['blockedClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click('#aria-disabled');
      feels('blockedClick');
      await hand.read(2500);
    },
  },
  {
    name: 'error: a press throws',
    page: BROKEN,
    expects: ['errorClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click('#throws');
      feels('errorClick');
      await hand.read(2500);
    },
  },
  {
    name: 'error: a promise is rejected 700 ms after a press',
    page: BROKEN,
    expects: ['errorClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click('#rejects');
      feels('errorClick');
      await hand.read(2500);
    },
  },
  {
    name: 'error: a request fails after a press, and nothing is said',
    page: BROKEN,
    expects: ['errorClick'],
    unseen: ['errorClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click('#fails');
      feels('errorClick');
      await hand.read(2500);
    },
  },
  {
    name: 'slow: an answer after 1.9 s without a sign',
    page: BROKEN,
    expects: ['slowResponse'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click('#late');
      feels('slowResponse');
      await hand.read(2500);
    },
  },
  {
    name: 'slow: the page stands still for 2.2 s',
    page: BROKEN,
    expects: ['slowResponse'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click('#blocks');
      feels('slowResponse');
      await hand.wait(3500);
    },
  },
  {
    name: 'slow: a request of 5.5 s without a sign',
    page: TICKING,
    expects: ['slowResponse'],
    // From 2.5 s on, dead is what it feels like too.
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(1500);
      await hand.click('#silent-request');
      feels('slowResponse');
      await hand.read(5000);
    },
  },
];
