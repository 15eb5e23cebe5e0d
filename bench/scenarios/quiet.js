/** Answers that no change in the document shows, text that is selected, pages that never rest: calm. */
const ANSWERS = '/pages/answers.html';
const LIVE = '/pages/live.html';

const calm = (page) => (name, visit) => ({ name: `calm: ${name}`, page, visit });
const onAnswers = calm(ANSWERS);
const onLive = calm(LIVE);

/** Presses once and reads on. */
const once =
  (where) =>
  async ({ hand }) => {
    await hand.read(1200);
    await hand.click(where);
    await hand.read(2500);
  };

/** @type {readonly import('./Scenario.js').Scenario[]} */
export const quietScenarios = [
  onAnswers('a file is made and downloaded', once('#download')),
  onAnswers('a link downloads', once('#download-link')),
  {
    ...onAnswers('a link is copied to the clipboard', once('#copy')),
    context: { permissions: ['clipboard-read', 'clipboard-write'] },
  },
  onAnswers('a sound is played by nobody’s element', once('#sound')),
  onAnswers('a new tab is opened', once('#elsewhere')),
  onAnswers('the theme changes in an adopted sheet', async ({ hand }) => {
    await hand.click('#theme');
    await hand.read(2500);
    await hand.click('#theme');
  }),
  onAnswers('a popover opens', once('#hint')),
  onAnswers('a switch inside a shadow root', async ({ hand }) => {
    await hand.click('#switch');
    await hand.read(1500);
    await hand.hammer('#switch', 3, [240, 340]);
  }),
  onAnswers('boxes and radios that only change themselves', async ({ hand }) => {
    await hand.click('#plain-check');
    await hand.read(1200);
    await hand.click('#invoice');
    await hand.read(1200);
    await hand.click('#invoice');
    await hand.read(2000);
  }),
  onAnswers('a button that scrolls, and a link that jumps', async ({ hand }) => {
    await hand.click('#to-end');
    await hand.read(1500);
    await hand.click('#anchor');
    await hand.read(1500);
  }),
  onAnswers('a button that puts the focus into a field', once('#focus-field')),
  onAnswers('a press inside a frame', async ({ hand }) => {
    await hand.click('#frame');
    await hand.read(2500);
  }),
  onAnswers('words and paragraphs selected and copied', async ({ hand }) => {
    await hand.moveTo('#text');
    await hand.again(2, [60, 100]);
    await hand.read(900);
    await hand.moveTo('#text-2');
    await hand.again(3, [60, 100]);
    await hand.key('Control+c');
    const { x, y, width } = await hand.box('#text');
    await hand.drag({ x: x + 10, y: y + 12 }, { x: x + width * 0.6, y: y + 14 });
    await hand.read(1200);
  }),
  onAnswers('idle presses on empty space and on a picture', async ({ hand }) => {
    await hand.click('#picture');
    await hand.read(1500);
    await hand.click('h1');
    await hand.read(1500);
    await hand.click('#far');
  }),
  onLive('a page that ticks and polls is read', async ({ hand }) => {
    await hand.read(4000);
    await hand.click('#pin');
    await hand.read(2500);
    await hand.click('#refresh-now');
    await hand.read(2500);
  }),
  onLive('a long note typed fast, with a few slips', async ({ hand }) => {
    await hand.click('#note');
    await hand.type('The desk was quiet this morning, and the mial', [25, 70]);
    for (let n = 0; n < 3; n += 1) await hand.key('Backspace', [40, 80]);
    await hand.type('ail came late; nothing else is to be said of it.', [25, 70]);
  }),
  onLive('a text edited: bold, italic, words taken and replaced', async ({ hand }) => {
    await hand.moveTo('#rich');
    await hand.again(2, [60, 100]);
    await hand.hammer('#bold', 4, [180, 260]);
    await hand.click('#italic');
    await hand.click('#rich');
    await hand.key('End');
    await hand.type(' Nobody spoke against it.');
    await hand.moveTo('#rich');
    await hand.again(3, [60, 100]);
    await hand.read(1000);
  }),
  {
    name: 'dead: a button does nothing on a page that ticks and polls',
    page: LIVE,
    expects: ['deadClick'],
    visit: async ({ hand, feels }) => {
      await hand.read(5000);
      await hand.click('#stuck');
      feels('deadClick');
      await hand.read(3500);
    },
  },
];
