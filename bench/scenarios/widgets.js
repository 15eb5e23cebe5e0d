/** Widgets that are meant to be pressed quickly, dragged and gone back and forth on: all calm. */
const PAGE = '/pages/widgets.html';

const calm = (name, visit) => ({ name: `calm: ${name}`, page: PAGE, visit });

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const widgetScenarios = [
  calm('a stepper pressed eleven times', async ({ hand }) => {
    await hand.hammer('#more', 11, [100, 180]);
    await hand.read(1500);
    await hand.hammer('#fewer', 3, [140, 220]);
  }),
  calm('a plain button pressed nine times, each adds a night', async ({ hand }) => {
    await hand.read(1500);
    await hand.hammer('#add-night', 9, [130, 220]);
    await hand.read(1500);
  }),
  calm('undo pressed six times, each takes one back', async ({ hand }) => {
    await hand.hammer('#add-night', 7, [160, 260]);
    await hand.read(1500);
    await hand.hammer('#undo', 6, [110, 170]);
    await hand.read(1500);
  }),
  calm('a spinbutton by its arrow keys', async ({ hand, page }) => {
    await page.focus('#spin');
    for (let n = 0; n < 12; n += 1) await hand.key('ArrowUp', [70, 120]);
    for (let n = 0; n < 4; n += 1) await hand.key('ArrowDown', [90, 140]);
  }),
  calm('a number field by its own arrows', async ({ hand }) => {
    const { x, y, width, height } = await hand.box('#rooms');
    await hand.moveTo({ x: x + width - 9, y: y + height * 0.3 });
    await hand.again(7, [110, 180]);
    await hand.read(1200);
  }),
  calm('a carousel, seven pictures on and three back', async ({ hand }) => {
    await hand.hammer('#next-slide', 7, [140, 230]);
    await hand.read(1200);
    await hand.hammer('#back-slide', 3, [160, 260]);
  }),
  calm('a carousel whose button names no direction', async ({ hand }) => {
    await hand.read(1000);
    await hand.hammer('#plain-next', 8, [150, 240]);
    await hand.read(1200);
  }),
  calm('a range slider dragged to and fro', async ({ hand }) => {
    const { x, y, width, height } = await hand.box('#budget');
    const at = (share) => ({ x: x + width * share, y: y + height / 2 });
    await hand.drag(at(0.3), at(0.8), at(0.5), at(0.65));
    await hand.moveTo(at(0.9));
    await hand.again(2, [250, 350]);
  }),
  calm('a slider of the page’s own, dragged and pressed', async ({ hand }) => {
    const { x, y, height } = await hand.box('#track');
    const at = (px) => ({ x: x + px, y: y + height / 2 });
    await hand.drag(at(12), at(220), at(90), at(180), at(140));
    for (const px of [60, 120, 200, 280]) {
      await hand.moveTo(at(px));
      await hand.press();
      await hand.wait(120, 200);
    }
  }),
  calm('a date picker, eight months on and a day', async ({ hand }) => {
    await hand.hammer('#next-month', 8, [150, 250]);
    await hand.hammer('#last-month', 2, [220, 300]);
    await hand.click('#calendar tr:nth-child(3) td:nth-child(4) button');
    await hand.click('#calendar tr:nth-child(3) td:nth-child(5) button');
    await hand.read(1500);
  }),
  calm('a grid, sorted four times and walked by keys', async ({ hand }) => {
    await hand.hammer('#grid [data-key="2"]', 4, [220, 320]);
    await hand.click('#grid tbody tr:nth-child(2) td:nth-child(1)');
    const keys = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowUp'];
    for (const key of keys) await hand.key(key, [80, 140]);
  }),
  calm('cells of a grid pressed one after the other', async ({ hand }) => {
    for (const row of [1, 2, 3, 4, 5, 6]) {
      await hand.moveTo(`#grid tbody tr:nth-child(${row}) td:nth-child(2)`);
      await hand.press();
    }
  }),
  calm('a tree opened and closed', async ({ hand }) => {
    for (const n of [1, 3, 5]) {
      await hand.click(`#tree > li:nth-child(${n}) > .label`);
      await hand.read(700);
    }
    await hand.click('#tree > li:nth-child(1) > .label');
    await hand.click('#tree > li:nth-child(1) > .label');
  }),
  calm('a menu that opens on the way down, and an item', async ({ hand }) => {
    await hand.click('#menu-button');
    await hand.read(900);
    await hand.click('#menu [role=menuitem]:nth-child(2)');
    await hand.click('#menu-button');
    await hand.read(700);
    await hand.click('h1');
  }),
  calm('a dialog closed by a press beside it', async ({ hand }) => {
    await hand.click('#open-dialog');
    await hand.type('Grace Hopper');
    await hand.moveTo({ x: 1150, y: 620 });
    await hand.press();
    await hand.read(1500);
  }),
  calm('a toggle pressed on, off, on, off', async ({ hand }) => {
    await hand.read(1000);
    await hand.hammer('#like', 4, [170, 240]);
    await hand.read(1000);
  }),
  calm('eight boxes ticked in a row', async ({ hand }) => {
    const names = ['Window', 'Quiet', 'Wi-Fi', 'Bike', 'Meal', 'Child', 'Dog', 'Table'];
    for (const name of names) {
      await hand.moveTo(`#tick-${name}`);
      await hand.press();
    }
    await hand.read(1000);
  }),
  calm('tabs and a disclosure looked through', async ({ hand }) => {
    for (const n of [1, 2, 3, 4, 2, 1]) {
      await hand.click(`#tabs > :nth-child(${n})`);
      await hand.wait(200, 400);
    }
    await hand.click('#details summary');
    await hand.read(1000);
    await hand.click('#details summary');
  }),
  calm('cards dragged from one list to the other', async ({ hand }) => {
    for (let n = 0; n < 3; n += 1) await hand.drag('#todo li:first-child', '#done');
    await hand.drag('#done li:first-child', '#todo');
  }),
  calm('a choice made by keys alone', async ({ hand, page }) => {
    await page.focus('#like');
    for (let n = 0; n < 4; n += 1) await hand.key('Space', [230, 320]);
    for (let n = 0; n < 6; n += 1) await hand.key('Tab', [120, 200]);
    await hand.key('Enter');
    await hand.key('Shift+Tab');
  }),
];
