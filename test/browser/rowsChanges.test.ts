import { useChromium } from './harness.js';
import type { Human } from './human.js';
import { itPlays, type Case, type Stage } from './signalCases.js';

/** Pages that change by themselves, and pages that have just been opened. */
const { open } = useChromium();

const ADD = '<main><section><button id=a>Add this to the cart</button></section></main>';
const APART = `<header>Cart <b id=out>0</b></header>${ADD}`;
const CLOCK = `<footer>It is <i id=clock>0</i></footer>`;
const TICK = 'setInterval(() => (clock.textContent = new Date().toISOString()), 1000);';
const COUNT = 'a.onclick = () => (out.textContent = Number(out.textContent) + 1);';
const DRAWN =
  '<main><p>N</p><button id=dead>Dead button</button><button id=live>Live button</button></main>';

const one = (name: string, act: (human: Human) => Promise<void>, ...expected: string[]): Case => ({
  name,
  act,
  expected,
});
const press = (human: Human) => human.click('#a');
const hammer = (human: Human) => human.hammer('#a', 7);

const STAGES: readonly Stage[] = [
  {
    name: 'a counter far from its button, on a page just opened',
    body: APART,
    script: COUNT,
    cases: [one('is no rage', hammer)],
  },
  {
    name: 'a far counter that answers late, on a page just opened',
    body: APART,
    script: `a.onclick = () => setTimeout(() => (out.textContent += 'x'), 300);`,
    cases: [one('is no rage', hammer)],
  },
  {
    name: 'a far counter that was filled in by itself',
    body: APART,
    script: `setTimeout(() => (out.textContent = 2), 700); ${COUNT}`,
    restMs: 1500,
    cases: [one('is no rage', hammer)],
  },
  {
    name: 'a far counter beside a clock',
    body: APART + CLOCK,
    script: TICK + COUNT,
    restMs: 3000,
    cases: [one('is no rage', hammer), one('is not dead', press)],
  },
  {
    name: 'a dead button beside a clock that nobody knows yet',
    body: APART + CLOCK,
    script: TICK,
    cases: [
      one('is rage', hammer, 'deadClick', 'rageClick'),
      one('is dead, when the clock is known', press, 'deadClick'),
    ],
  },
  {
    name: 'a dead button, pressed once, beside a clock that nobody knows yet',
    body: APART + CLOCK,
    script: TICK,
    cases: [one('is dead', press, 'deadClick'), one('is dead again', press, 'deadClick')],
  },
  {
    name: 'a dead button beside a ticker',
    body: APART + CLOCK,
    script: 'setInterval(() => (clock.textContent = Math.random()), 90);',
    restMs: 1500,
    cases: [one('is dead', press, 'deadClick')],
  },
  {
    name: 'a dead button beside a carousel',
    body: `${APART}<div id=strip><p>One</p></div>`,
    script: `setInterval(() => (strip.style.transform = 'translateX(' + Math.random() + 'px)'), 3000);`,
    restMs: 3500,
    cases: [one('is dead', press, 'deadClick'), one('is dead again', press, 'deadClick')],
  },
  {
    name: 'a page that is drawn anew every two seconds',
    body: '<div id=root></div>',
    script: `let n = 0;
      const draw = () => {
        root.innerHTML = '${DRAWN}'.replace('N', n + ' ' + Math.random());
        document.getElementById('live').onclick = () => { n += 1; draw(); };
      };
      draw();
      setInterval(draw, 2000);`,
    restMs: 5000,
    cases: [
      one('has its live button', (human) => human.hammer('#live', 6)),
      one('has its dead button', (human) => human.click('#dead'), 'deadClick'),
    ],
  },
  {
    name: 'a page that polls its server',
    body: APART,
    script: `setInterval(() => fetch('/page.js', { cache: 'reload' }), 300);`,
    restMs: 1500,
    cases: [one('has its dead button', press, 'deadClick')],
  },
  {
    name: 'a dead button beside prices that come at any time, and a poll',
    body: `${APART}<p id=tape></p><p id=people></p>`,
    script: `const price = () => { tape.append(' ' + Math.random()); setTimeout(price, 200 + 900 * Math.random()); };
      price();
      setInterval(async () => { await fetch('/page.js', { cache: 'reload' }); people.textContent = Math.random(); }, 1300);`,
    restMs: 4500,
    cases: [
      one('is dead', press, 'deadClick'),
      one('is rage, and not slow', hammer, 'deadClick', 'rageClick'),
    ],
  },
  {
    name: 'a list that is polled, and asked for by a button too',
    body: `${APART}<ul id=list></ul>`,
    script: `const poll = async () => { await fetch('/page.js', { cache: 'reload' }); list.append('x'); };
      setInterval(poll, 1500);
      a.onclick = poll;`,
    restMs: 6500,
    cases: [one('is its answer', press)],
  },
  {
    name: 'a list that grows on a beat, and when its button asks for more',
    body: `${APART}<p><button id=dead>Load the older ones</button></p><ul id=list></ul>`,
    script: `const grow = () => setTimeout(() => list.append('x'), 120);
      setInterval(grow, 1500);
      a.onclick = grow;`,
    restMs: 6000,
    cases: [
      one('is no answer of the button beside', (human) => human.click('#dead'), 'deadClick'),
      one('is its answer', press),
      one('is its answer each time', press),
    ],
  },
  {
    name: 'an answer in a shadow root beside that of its button',
    body: '<div id=app></div>',
    script: `const root = app.attachShadow({ mode: 'open' });
      root.innerHTML = '<div id=l></div><div id=r></div>';
      const [left, right] = [...root.children].map((each) => each.attachShadow({ mode: 'open' }));
      left.innerHTML = '<button>Write</button><button>Seal</button>';
      left.firstChild.onclick = () => right.append('x');`,
    cases: [
      one('is seen', (human) => human.click('#app #l button:first-child')),
      one(
        'is missed where there is none',
        (human) => human.click('#app #l button + button'),
        'deadClick',
      ),
    ],
  },
  {
    name: 'an answer from afar that takes 1.5 s',
    body: APART,
    script: `a.onclick = () => setTimeout(() => (out.textContent += 'x'), 1500);`,
    cases: [
      one('is slow', press, 'slowResponse'),
      one('is slow again', press, 'slowResponse'),
      one('is slow each time', press, 'slowResponse'),
    ],
  },
  {
    name: 'an answer that goes on for long',
    body: APART,
    script: `a.onclick = () => { let n = 0; const t = setInterval(() => { out.textContent += 'x'; if (++n > 60) clearInterval(t); }, 50); };`,
    cases: [one('is one', press), one('is one again', press)],
  },
];

itPlays(open, STAGES);
