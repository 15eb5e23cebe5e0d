/** Two projects of others: an API reference and a slide deck. */
const SWAGGER = '/pages/swagger.html';
const REVEAL = '/pages/reveal.html';
const operation = (n) => `:nth-match(.opblock, ${n})`;
const FIRST = operation(1);

const openFirst = async ({ hand, page }) => {
  await page.waitForSelector('.opblock', { timeout: 20_000 });
  await hand.read(1500);
  await hand.click(`${FIRST} .opblock-summary-control`);
  await hand.wait(500, 700);
  await hand.click(`${FIRST} .try-out__btn`);
  await hand.wait(300, 500);
};

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const otherScenarios = [
  {
    name: 'calm: an API tried out in Swagger',
    page: SWAGGER,
    isLong: true,
    visit: async (visit) => {
      const { hand, page } = visit;
      await openFirst(visit);
      await hand.click(`${FIRST} .execute`);
      await page.waitForSelector(`${FIRST} .live-responses-table`, { timeout: 10_000 });
      await hand.read(2500);
      await hand.click(`${FIRST} .opblock-summary-control`);
      await hand.read(1000);
    },
  },
  {
    name: 'calm: operations opened and closed in Swagger',
    page: SWAGGER,
    isLong: true,
    visit: async ({ hand, page }) => {
      await page.waitForSelector('.opblock', { timeout: 20_000 });
      for (const n of [2, 4, 6]) {
        await hand.click(`${operation(n)} .opblock-summary-control`);
        await hand.read(900);
      }
      await hand.hammer(`${operation(3)} .opblock-summary-control`, 4, [350, 500]);
      await hand.wheel(140, 8);
      await hand.read(1500);
    },
  },
  {
    name: 'error: Swagger’s request is answered with 500',
    page: SWAGGER,
    expects: ['errorClick'],
    isLong: true,
    visit: async (visit) => {
      const { hand, page, feels } = visit;
      await openFirst(visit);
      await hand.moveTo(`${FIRST} input[placeholder=status]`);
      await hand.again(3, [60, 90]);
      await hand.type('500');
      await hand.click(`${FIRST} .execute`);
      feels('errorClick');
      await page.waitForSelector(`${FIRST} .live-responses-table`, { timeout: 10_000 });
      await hand.read(2500);
    },
  },
  {
    name: 'scroll: up and down Swagger, not finding the operation',
    page: SWAGGER,
    expects: ['scrollThrash'],
    isLong: true,
    visit: async ({ hand, page, feelsNow }) => {
      await page.waitForSelector('.opblock', { timeout: 20_000 });
      await hand.read(1500);
      for (let n = 0; n < 6; n += 1) {
        await hand.wheel(n % 2 ? -230 : 230, 5, [50, 90]);
        if (n === 4) feelsNow('scrollThrash');
        await hand.wait(300, 500);
      }
      await hand.read(1500);
    },
  },
  {
    name: 'calm: slides leafed through with the pointer',
    page: REVEAL,
    visit: async ({ hand, page }) => {
      await page.waitForSelector('.navigate-right.enabled', { timeout: 20_000 });
      await hand.hammer('.navigate-right', 8, [250, 400]);
      await hand.read(1500);
      await hand.hammer('.navigate-left', 4, [250, 400]);
      await hand.read(1000);
    },
  },
  {
    name: 'calm: slides leafed through by keys, and seen from above',
    page: REVEAL,
    visit: async ({ hand, page }) => {
      await page.waitForSelector('.navigate-right.enabled', { timeout: 20_000 });
      for (let n = 0; n < 10; n += 1) await hand.key('Space', [160, 260]);
      for (let n = 0; n < 4; n += 1) await hand.key('ArrowLeft', [160, 260]);
      await hand.key('Escape');
      await hand.wait(900, 1300);
      await hand.key('Escape');
      await hand.read(1500);
    },
  },
  {
    name: 'rage: a dead button on a slide',
    page: REVEAL,
    expects: ['rageClick'],
    allows: ['deadClick'],
    visit: async ({ hand, page, feels }) => {
      await page.waitForSelector('.navigate-right.enabled', { timeout: 20_000 });
      for (let n = 0; n < 4; n += 1) await hand.key('ArrowRight', [500, 700]);
      await hand.wait(900, 1200);
      await hand.moveTo('#dead');
      await hand.again(4, [120, 200]);
      feels('rageClick');
      await hand.again(3, [120, 200]);
      await hand.read(1500);
    },
  },
];
