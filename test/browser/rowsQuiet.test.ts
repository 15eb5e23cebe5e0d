import { useChromium } from './harness.js';
import type { Human } from './human.js';
import { click, itPlays, one, type Case, type Stage } from './signalCases.js';

/** Answers that no change of the document tells of, and answers that are taken back. */
const { open } = useChromium();

const hammer = (selector: string) => (human: Human) => human.hammer(selector, 6);

/** Beside each answer a button that has none. */
const DEAD = '<p><button id=dead>Dead</button></p>';
const stage = (name: string, body: string, script: string, ...cases: Case[]): Stage => ({
  name,
  body: `<main>${body}${DEAD}</main>`,
  script,
  restMs: 1500,
  cases: [...cases, one('is not that of a dead button', click('#dead'), 'deadClick')],
});

const MENU = '<div class=drop><button id=a>Account</button><div class=list>Orders</div></div>';
const at = (css: string) => `<style>${css}</style>`;

const STAGES: readonly Stage[] = [
  stage(
    'a menu that a rule for the focus shows at once',
    `${at('.list { display: none } .drop:focus-within > .list { display: block }')}${MENU}`,
    '',
    one('is an answer', click('#a')),
  ),
  stage(
    'a menu that fades in with the focus, by a rule within a layer',
    `${at('@layer x { .list { opacity: 0; transition: all 0.3s } .drop:focus-within > .list { opacity: 1 } }')}${MENU}`,
    '',
    one('is an answer', click('#a')),
  ),
  stage(
    'a card that a script turns',
    '<button id=a>Turn</button><i id=card style="display: block; width: 80px; height: 80px"></i>',
    `a.onclick = () => card.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 300 });`,
    one('is an answer', click('#a')),
    one('is one each time', hammer('#a')),
  ),
  stage(
    'a component that is closed',
    '<x-heart role=button tabindex=0 id=a>Like</x-heart>',
    `customElements.define('x-heart', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML = '<slot></slot>'; }
    });`,
    one('may have answered', click('#a')),
  ),
  stage(
    'a view that is shown already, as its class says',
    '<button class=active id=a>Goods</button><button id=b>Makers</button>',
    '',
    one('needs no answer', click('#a')),
    one('needs one where it is not', click('#b'), 'deadClick'),
  ),
  stage(
    'a key pad that writes into a field far away',
    '<section><input id=pin readonly></section><div><div><div><div><div><button id=a>4</button></div></div></div></div></div>',
    `a.onclick = () => (pin.value += '4');`,
    one('is no rage', hammer('#a')),
  ),
  stage(
    'a switch that is taken back',
    '<button id=a role=switch aria-checked=false>Tell me</button>',
    `a.onclick = () => { a.ariaChecked = 'true'; setTimeout(() => (a.ariaChecked = 'false'), 30); };`,
    one('is rage when it is pressed again and again', hammer('#a'), 'rageClick'),
  ),
  stage(
    'a box that does not stay ticked, pressed by its words',
    '<label><input type=checkbox id=a><span id=b>Music</span></label>',
    `a.onchange = () => setTimeout(() => (a.checked = false), 30);`,
    one('is rage when it is pressed again and again', hammer('#b'), 'rageClick'),
  ),
  stage(
    'a switch that switches',
    '<button id=a role=switch aria-checked=false>Tell me</button>',
    `a.onclick = () => (a.ariaChecked = String(a.ariaChecked !== 'true'));`,
    one('is no rage', hammer('#a')),
  ),
];

itPlays(open, STAGES);
