/** A phone in the hand. */
const PHONE = {
  viewport: { width: 390, height: 780 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};
const onPhone = { page: '/pages/mobile.html', context: PHONE };

const up = (hand, ms) => hand.swipe({ x: 190, y: 620 }, { x: 195, y: 220 }, ms);
const down = (hand, ms) => hand.swipe({ x: 190, y: 260 }, { x: 195, y: 640 }, ms);

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const touchScenarios = [
  {
    ...onPhone,
    name: 'calm: a page read by scrolling with a finger',
    visit: async ({ hand }) => {
      for (let n = 0; n < 4; n += 1) {
        await up(hand, 320);
        await hand.wait(700, 1200);
      }
      await down(hand, 300);
      await hand.wait(1000, 1500);
    },
  },
  {
    ...onPhone,
    name: 'calm: a gallery swiped through, and a strip that scrolls',
    visit: async ({ hand }) => {
      const gallery = await hand.box('#gallery');
      const y = gallery.y + 80;
      for (let n = 0; n < 3; n += 1) await hand.swipe({ x: 320, y }, { x: 90, y }, 200);
      await hand.swipe({ x: 90, y }, { x: 320, y }, 200);
      const strip = await hand.box('#strip');
      const line = strip.y + 40;
      await hand.swipe({ x: 340, y: line }, { x: 80, y: line }, 280);
      await hand.wait(800, 1200);
    },
  },
  {
    ...onPhone,
    name: 'calm: a recipe saved and taken back with taps',
    visit: async ({ hand }) => {
      await hand.tap('#save');
      await hand.wait(900, 1300);
      await hand.tap('#save');
      await hand.wait(1200, 1500);
    },
  },
  {
    ...onPhone,
    name: 'dead: a tap on a button that does nothing',
    expects: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.wait(1500, 2000);
      await hand.tap('#dead');
      feels('deadClick');
      await hand.wait(3500, 4000);
    },
  },
  {
    ...onPhone,
    name: 'rage: taps on a button that does nothing',
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.wait(1500, 2000);
      for (let n = 1; n <= 6; n += 1) {
        await hand.tap('#dead', [80, 140]);
        if (n === 4) feels('rageClick');
      }
      await hand.wait(1500, 2000);
    },
  },
  {
    ...onPhone,
    name: 'swipe: a picture that says it can be swiped, and can’t',
    expects: ['deadSwipe'],
    visit: async ({ hand, feels }) => {
      await hand.wait(1500, 2000);
      const { y } = await hand.box('#still');
      await hand.swipe({ x: 320, y: y + 90 }, { x: 80, y: y + 95 }, 220);
      feels('deadSwipe');
      await hand.wait(3500, 4000);
      await hand.swipe({ x: 330, y: y + 85 }, { x: 70, y: y + 90 }, 220);
      feels('deadSwipe');
      await hand.wait(3500, 4000);
    },
  },
];
