import { useChromium } from './harness.js';
import type { Human } from './human.js';
import { click, itPlays, one, type Case, type Stage } from './signalCases.js';

/** Changes that come after a press by chance, and show nothing; and controls that only look so. */
const { open } = useChromium();

/** Without a rest before it. */
const atOnce = (selector: string) => async (human: Human) => {
  await human.moveTo(selector);
  await human.press();
};

const stage = (name: string, body: string, script: string, ...cases: Case[]): Stage => ({
  name,
  body: `<main>${body}</main>`,
  script,
  restMs: 1500,
  cases,
});

const BUTTON = '<button id=a>Save</button>';
/** What another tool on the page does 1.4 s after a press that nothing answers. */
const meanwhile = (what: string) =>
  `const make = (tag, more) => Object.assign(document.createElement(tag), more);
  a.addEventListener('pointerdown', () => setTimeout(() => { ${what} }, 1400));`;

const STAGES: readonly Stage[] = [
  stage(
    'a frame put into the head and taken out again',
    BUTTON,
    meanwhile(
      `const frame = make('iframe', { hidden: true }); document.head.append(frame); frame.remove();`,
    ),
    one('answers nothing', click('#a'), 'deadClick'),
  ),
  stage(
    'a text area put into the page and taken out again',
    BUTTON,
    meanwhile(`const text = make('textarea'); document.body.append(text); text.remove();`),
    one('answers nothing', click('#a'), 'deadClick'),
  ),
  stage(
    'a frame that cannot be seen',
    BUTTON,
    meanwhile(`document.body.append(make('iframe', { style: 'display: none' }));`),
    one('answers nothing', click('#a'), 'deadClick'),
  ),
  stage(
    'a picture of one pixel',
    BUTTON,
    meanwhile(`document.body.append(make('img', { width: 1, height: 1, src: 'data:,' }));`),
    one('answers nothing', click('#a'), 'deadClick'),
  ),
  stage(
    'a page that is fetched ahead',
    BUTTON,
    meanwhile(`document.head.append(make('link', { rel: 'prefetch', href: '/page.js' }));`),
    one('answers nothing', click('#a'), 'deadClick'),
  ),
  stage(
    'a request that begins long after',
    BUTTON,
    meanwhile(`fetch('/page.js');`),
    one('answers nothing', click('#a'), 'deadClick'),
  ),
  stage(
    'a line put into the page after the same time',
    BUTTON,
    meanwhile(`document.body.append(make('p', { textContent: 'Saved' }));`),
    one('is a slow answer', click('#a'), 'slowResponse'),
  ),
  stage(
    'a place far away that changes late after a press that was answered at once',
    `<section><button id=b>Open</button><output id=out></output></section>
    <section><button id=a>Save</button></section><p id=far>Four wait</p>`,
    `b.onclick = () => out.append('x');
    addEventListener('click', () => setTimeout(() => far.append('.'), 1500));`,
    one('answers nothing', click('#b')),
    one('answers no later press', click('#a'), 'deadClick'),
  ),
  {
    ...stage(
      'a tool tip pinned at once, on a page that is not known yet, and gone with the pointer',
      `<button id=a>Why?</button><p id=far>Far</p>`,
      `let tip;
      a.onmouseenter = () => {
        tip = Object.assign(document.createElement('i'), { textContent: 'For that.' });
        document.body.append(tip);
      };
      a.onclick = () => tip.toggleAttribute('data-pinned');
      a.onmouseleave = () => tip.remove();`,
      one('has answered at once', async (human) => {
        await human.click('#a');
        await human.pause(1500, 1600);
        await human.moveTo('#far');
      }),
    ),
    restMs: 0,
  },
  stage(
    'a link that a script makes, presses and takes away',
    BUTTON,
    `a.onclick = () => {
      const link = Object.assign(document.createElement('a'), { href: 'data:,x', download: 'x.txt' });
      document.body.append(link);
      link.click();
      link.remove();
    };`,
    one('is an answer', click('#a')),
  ),
  stage(
    'a button that answers when it is let go',
    BUTTON,
    `a.onclick = () => document.body.append('x');`,
    one('is not slow when it is held', async (human) => {
      await human.hold('#a', 1500);
    }),
  ),
  stage(
    'a button whose press freezes the page before it answers',
    BUTTON,
    `a.onmousedown = () => {
      const until = performance.now() + 1300;
      while (performance.now() < until);
    };
    a.onclick = () => document.body.append('x');`,
    one(
      'is slow, though the page hears of the release late',
      (human) => human.hold('#a', 90),
      'slowResponse',
    ),
  ),
  stage(
    'a card that shows a hand',
    `<div id=a style="cursor: pointer; width: 200px"><p>Soup</p><p>Read on</p></div>
    <div id=b style="cursor: pointer; width: 200px"><p>Bread</p></div><p id=c>Tea</p>
    <div id=d style="cursor: pointer; width: 200px"><p>Rice</p></div><output id=out></output>`,
    `b.addEventListener('click', () => out.append('x'));
    d.addEventListener('pointerdown', () => out.append('y'));`,
    one('is dead where nothing comes of it', atOnce('#a p'), 'deadClick'),
    one('is a control like another', atOnce('#b p')),
    one('may answer before it is known to be one', atOnce('#d p')),
    one('is none without the hand', atOnce('#c')),
  ),
  stage(
    'a page that shows a hand everywhere',
    `<style>body { cursor: pointer }</style><p id=a>Tea</p>`,
    '',
    one('is no control', atOnce('#a')),
  ),
  stage(
    'a clear sheet that lies over a button',
    `<span style="position: relative"><button id=a>Buy</button><i id=b style="position: absolute; inset: 0"></i></span>
    <span style="position: relative"><button id=c>Buy</button><i id=d style="position: absolute; inset: 0; background: #eee"></i></span>`,
    '',
    one('makes it dead', atOnce('#b'), 'deadClick'),
    one('is none when it is painted', atOnce('#d')),
  ),
];

itPlays(open, STAGES);
