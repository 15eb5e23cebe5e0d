/** Surfaces on which people draw, pan, play: quick presses and wild movement, all calm. */
const SURFACES = '/pages/surfaces.html';

const calm = (name, visit) => ({ name: `calm: ${name}`, page: SURFACES, visit });

const within = async (hand, where) => {
  const { x, y, width, height } = await hand.box(where);
  return (across, down) => ({ x: x + width * across, y: y + height * down });
};

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const surfaceScenarios = [
  calm('a drawing hatched with quick strokes', async ({ hand }) => {
    const at = await within(hand, '#board');
    await hand.drag(at(0.2, 0.2), at(0.7, 0.8), at(0.3, 0.7), at(0.6, 0.3));
    await hand.moveTo(at(0.4, 0.4));
    hand.down();
    await hand.shake(2500, 220);
    hand.up();
    await hand.moveTo(at(0.8, 0.4));
    await hand.again(6, [80, 130]);
  }),
  calm('a map dragged about and zoomed', async ({ hand }) => {
    const at = await within(hand, '#map');
    await hand.drag(at(0.5, 0.5), at(0.8, 0.7));
    await hand.drag(at(0.6, 0.6), at(0.3, 0.4));
    await hand.drag(at(0.4, 0.3), at(0.7, 0.6));
    await hand.hammer('#zoom-in', 5, [140, 220]);
    await hand.moveTo(at(0.6, 0.5));
    await hand.again(2, [40, 60]);
    await hand.hammer('#zoom-out', 4, [160, 240]);
  }),
  calm('a film played, paused, played', async ({ hand }) => {
    await hand.click('#play');
    await hand.wait(900, 1200);
    await hand.click('#film');
    await hand.wait(700, 900);
    await hand.click('#film');
    await hand.wait(1500, 2000);
    await hand.click('#skip');
    await hand.wait(600, 900);
    await hand.click('#play');
  }),
  calm('a player pressed four times', async ({ hand }) => {
    await hand.hammer('#video-like', 4, [190, 280]);
    await hand.read(1500);
  }),
  calm('moles whacked as they come', async ({ hand, page }) => {
    await page.locator('#moles').scrollIntoViewIfNeeded();
    for (let n = 0; n < 14; n += 1) {
      const mole = page.locator('#moles .up').first();
      const box = await mole.boundingBox({ timeout: 1500 }).catch(() => null);
      if (!box) continue;
      await hand.glide({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, 170);
      await hand.press();
    }
  }),
  calm('targets shot at on a canvas', async ({ hand }) => {
    const at = await within(hand, '#targets');
    for (let n = 0; n < 12; n += 1) {
      await hand.glide(at(0.2 + (n % 5) * 0.15, 0.3 + (n % 3) * 0.2), 140);
      await hand.again(2, [60, 110]);
    }
  }),
  calm('cookies baked by pressing thirty times', async ({ hand }) => {
    await hand.read(1000);
    await hand.hammer('#cookie', 30, [70, 130]);
  }),
  calm('dice rolled five times, painted on a canvas', async ({ hand }) => {
    await hand.read(1000);
    await hand.hammer('#roll', 5, [450, 700]);
    await hand.read(1500);
  }),
];
