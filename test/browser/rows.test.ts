import type { Page } from 'playwright-core';
import { useChromium } from './harness.js';
import type { Human } from './human.js';
import { itPlays, type Case, type Stage } from './signalCases.js';

/**
 * What decides about pressed controls, in real Chromium with trusted input; several things are done
 * on one load of a page, one after the other. `R`, `D`, `E` are cases that peers test, `G` those that
 * peers get wrong; a comment says where we differ from a peer on purpose.
 */
const { open } = useChromium();

const DEAD = ['deadClick'];
const RAGE = ['deadClick', 'rageClick'];
const none: string[] = [];

const click = (id: string) => (human: Human) => human.click(`#${id}`);
const hammer =
  (id: string, times = 6) =>
  (human: Human) =>
    human.hammer(`#${id}`, times, [40, 90]);
const withKey = (id: string, key: string) => async (_: Human, page: Page) => {
  await page.keyboard.down(key);
  await page.click(`#${id}`);
  await page.keyboard.up(key);
};
const one = (name: string, act: Case['act'], expected: readonly string[]): Case => ({
  name,
  act,
  expected,
});

/** A control of its own for each case, named after it; a press is all that is done. */
function controls(
  of: readonly (readonly [
    name: string,
    html: string,
    expected: readonly string[],
    onclick?: string,
  ])[],
  act: (id: string) => Case['act'] = click,
): Pick<Stage, 'body' | 'script' | 'cases'> {
  return {
    body: of.map(([, html], i) => `<div class=row>${html.replace('$', `id=x${i}`)}</div>`).join(''),
    script: of
      .map(([, , , onclick], i) =>
        onclick ? `x${i}.addEventListener('click', () => { ${onclick} });` : '',
      )
      .join('\n'),
    cases: of.map(([name, , expected], i) => one(name, act(`x${i}`), expected)),
  };
}

const STAGES: readonly Stage[] = [
  {
    name: 'a press on what does nothing',
    ...controls([
      ['D24, D49, D66, D69, D71: an inert button', '<button $>Apply</button>', DEAD],
      ['D56: an inert input button', '<input type=button $ value=Apply>', DEAD],
      ['D56: an inert submit button', '<input type=submit $ value=Apply>', DEAD],
      ['D29, D75: a link without href', '<a $ style="cursor:pointer">Apply</a>', DEAD],
      ['D75: role=button', '<div role=button $>Apply</div>', DEAD],
      [
        'D04: an icon in a button',
        '<button><svg $ width=40 height=20><circle r=9 cx=9 cy=9 /></svg></button>',
        DEAD,
      ],
      ['D04: a div that looks like a button', '<div class=btn $>Apply</div>', DEAD],
      ['D29: a checkbox that is held back', '<input type=checkbox $ onclick="return false">', DEAD],
      [
        'D61: only the console hears of it',
        '<button $>Apply</button>',
        DEAD,
        `console.log('pressed')`,
      ],
      [
        'D33, D63: it throws and does nothing',
        '<button $>Apply</button>',
        ['deadClick', 'errorClick'],
        `throw new Error('on purpose')`,
      ],
      [
        'D59: it scrolls after 3 s',
        '<button $>Apply</button>',
        DEAD,
        `setTimeout(() => scrollTo(0, 5), 3001)`,
      ],
      [
        'D72: history.back() with nothing behind it',
        '<button $>Apply</button>',
        DEAD,
        `history.forward()`,
      ],
      [
        'only a visitor counter hears of it',
        '<button $>Apply</button>',
        DEAD,
        `document.head.append(document.createElement('script')); fetch('/collect'); navigator.sendBeacon('/page.js')`,
      ],
      [
        'it only shows that it was pressed',
        '<button $>Apply</button>',
        DEAD,
        `const e = event.currentTarget; e.dataset.pressed = ''; const s = document.createElement('span'); s.className = 'MuiTouchRipple-ripple'; e.append(s); setTimeout(() => s.remove(), 300)`,
      ],
    ]),
  },
  {
    name: 'a press on what is not judged',
    ...controls([
      // The browser goes somewhere; where nothing comes of it, nobody can tell.
      ['D03, D28, D57, D76: a link', '<a $ href="#nowhere">Away</a>', none],
      ['D03: a span in a link', '<a href="#nowhere"><span $>Away</span></a>', none],
      [
        'D03: a drawing in a link',
        '<a href="#nowhere"><svg width=50 height=20><g><rect $ width=50 height=20 /></g></svg></a>',
        none,
      ],
      ['D55, D57: a download', '<a $ href="data:text/plain,x" download=x.txt>Save</a>', none],
      ['D28, D46, D57: a text field', '<input $>', none],
      ['D28: a password', '<input type=password $>', none],
      ['D28: a text area', '<textarea $></textarea>', none],
      ['D28: editable text', '<div contenteditable $>Write here</div>', none],
      ['D28: inside editable text', '<div contenteditable><b $>Write here</b></div>', none],
      ['D28: a canvas', '<canvas $ width=60 height=30></canvas>', none],
      ['a frame', '<iframe $ width=60 height=30></iframe>', none],
      ['a list', '<select $><option>1</select>', none],
      // Datadog calls it dead; it says already what a press would make it say.
      ['D45: a radio that is on', '<input type=radio $ checked>', none],
      [
        'a tab that is chosen',
        '<div role=tablist><button role=tab aria-selected=true $>One</button></div>',
        none,
      ],
      ['D30, D46: the label of a text field', '<label $ for=t1>Name</label><input id=t1>', none],
      // Datadog calls it dead; a label of nothing is text.
      ['D30: the label of nothing', '<label $ for=nothing>Name</label>', none],
      ['D05, D02, D52, D71: plain text', '<p $ style="width:99px">Text</p>', none],
    ]),
  },
  {
    name: 'a press that is no press',
    body: `<button id=a>Apply</button> <button id=b disabled><i id=bi>Pay now</i></button>
      <div id=c role=button tabindex=0 aria-disabled=true>Pay</div> <p id=text>Stoneware, linen and warm light.</p>`,
    cases: [
      ...['Control', 'Alt', 'Shift', 'Meta'].map((key) =>
        one(`D23: with ${key}`, withKey('a', key), none),
      ),
      one('D67, D40: the right button', (_, page) => page.click('#a', { button: 'right' }), none),
      one('G08: made by a script', (_, page) => page.evaluate('a.click()'), none),
      one(
        'D26, D37: selects by dragging, and a word',
        async (human, page) => {
          const box = (await page.locator('#text').boundingBox())!;
          await human.drag({ x: box.x + 5, y: box.y + 8 }, { x: box.x + 90, y: box.y + 8 });
          await human.doubleClick('#text');
        },
        none,
      ),
      one(
        'R31, G13: selects a paragraph and copies it',
        async (human, page) => {
          await human.hammer('#text', 4);
          await page.keyboard.press('Control+C');
        },
        none,
      ),
      // A class of its own: the page says no, which is not nothing.
      one('G14, D76: a disabled button', (human) => human.hammer('#bi', 3, [400, 500]), [
        'blockedClick',
      ]),
      one('G14: an aria-disabled button', (human) => human.hammer('#c', 3, [400, 500]), [
        'blockedClick',
      ]),
      one(
        'a press that is dragged away',
        async (human, page) => {
          const box = (await page.locator('#a').boundingBox())!;
          await human.drag({ x: box.x + 9, y: box.y + 9 }, { x: box.x + 300, y: box.y + 90 });
        },
        none,
      ),
    ],
  },
  {
    name: 'a press with a mark on it',
    ...controls(
      [
        [
          'D06, R12: .ph-no-deadclick',
          '<button class=ph-no-deadclick $>Apply</button>',
          ['rageClick'],
        ],
        [
          'R12: .ph-no-rageclick around it',
          '<div class=ph-no-rageclick><button $>Apply</button></div>',
          DEAD,
        ],
        [
          'R59: data-beforehand-ignore',
          '<button data-beforehand-ignore="rageClick deadClick" $>Apply</button>',
          none,
        ],
        [
          "R13, D07: marks add up, ours and a peer's",
          '<div class=ph-no-deadclick><button data-beforehand-ignore=rageClick $>Apply</button></div>',
          none,
        ],
        [
          'D36, R11: data-beforehand-ignore=all around it',
          '<div data-beforehand-ignore=all><button $>Apply</button></div>',
          none,
        ],
        ['a bare data-beforehand-ignore', '<button data-beforehand-ignore $>Apply</button>', none],
        [
          'R38: data-dd-ignore-frustration',
          '<div data-dd-ignore-frustration="rage-click dead-click"><button $>Apply</button></div>',
          none,
        ],
        [
          'data-dd-ignore-frustration=all',
          '<button data-dd-ignore-frustration=all $>Apply</button>',
          none,
        ],
        [
          'D41: what is marked as noise answers nothing',
          '<button $>Apply</button><p data-beforehand-noise id=noisy></p>',
          RAGE,
          `noisy.textContent += 'x'`,
        ],
        ['R24: our own UI', '<div data-beforehand-ui><button $>Apply</button></div>', none],
        // PostHog tells nothing at all there; we count the press and say not where it was.
        [
          'R11: .ph-no-capture hides where, not that',
          '<div class=ph-no-capture><button $>Apply</button></div>',
          RAGE,
        ],
      ],
      hammer,
    ),
  },
  {
    name: 'quick presses that are no rage',
    ...controls(
      [
        ['R14, D38: a text field', '<input $>', none],
        ['R14: a text area', '<textarea $></textarea>', none],
        ['R16: editable text', '<div contenteditable $>Write</div>', none],
        ['R17, R23: "+"', '<button $>+</button>', DEAD],
        ['R17: "−"', '<button $>−</button>', DEAD],
        [
          'R17: an arrow called "Increase quantity"',
          '<button $ aria-label="Increase quantity">^</button>',
          DEAD,
        ],
        ['R19: "Next"', '<button $>Next</button>', DEAD],
        ['R19: "Nächste Seite"', '<button $>Nächste Seite</button>', DEAD],
        ['a range', '<input type=range $>', none],
        ['a number', '<input type=number $ value=1>', none],
        ['a checkbox', '<input type=checkbox $>', none],
        [
          'a switch',
          '<button role=switch aria-checked=false $>Dark</button>',
          none,
          `event.currentTarget.ariaChecked = event.currentTarget.ariaChecked !== 'true'`,
        ],
        [
          'R40, R61: a counter',
          '<button $>Add one of these</button><output></output>',
          none,
          `event.currentTarget.nextSibling.value += 'x'`,
        ],
        [
          'R32, R41: it scrolls',
          '<button $>Down the page</button>',
          none,
          `document.body.style.paddingBottom ||= '3000px'; scrollBy(0, 1)`,
        ],
        ['a canvas', '<canvas $ width=60 height=40></canvas>', none],
        [
          'a tool of a canvas',
          '<div><canvas width=9 height=9></canvas><button $>Brush</button></div>',
          none,
          `document.querySelector('canvas:not([id])').getContext('2d').fillRect(0, 0, 1, 1)`,
        ],
      ],
      hammer,
    ),
  },
  {
    name: 'quick presses that are rage',
    ...controls(
      [
        ['R46, R54, R58, R22: an inert button', '<button $>Apply</button>', RAGE],
        ['R15: a link without href', '<a $>Apply</a>', RAGE],
        ['a link to nowhere', '<a $ href="javascript:void(0)">Apply</a>', RAGE],
        ['a link that is held back', '<a $ href="#" onclick="return false">Apply</a>', RAGE],
        [
          'what it changes, it takes back',
          '<button $ aria-expanded=false>Apply</button>',
          RAGE,
          `for (const is of ['true', 'false']) event.currentTarget.setAttribute('aria-expanded', is)`,
        ],
        [
          'R15: a checkbox that is held back',
          '<input type=checkbox $ onclick="return false">',
          RAGE,
        ],
        ['R18: "C++"', '<button $>C++</button>', RAGE],
        ['R18: "5 > 3"', '<button $>5 > 3</button>', RAGE],
        ['R18: "sign-up"', '<button $>sign-up</button>', RAGE],
        ['R20: "Learn more >"', '<button $>Learn more ></button>', RAGE],
        ['R20: "home > settings"', '<button $>home > settings</button>', RAGE],
        [
          'G10: "Buy" in a "Featured carousel"',
          '<div role=region aria-label="Featured carousel"><button $>Buy</button></div>',
          RAGE,
        ],
        ['R57: in an open shadow tree', '<x-box $></x-box>', RAGE],
        ['R59: no control at all', '<h1 $ style="user-select:none">Hello</h1>', ['rageClick']],
        [
          'R37: it fails each time',
          '<button $>Pay</button><s></s>',
          ['errorClick', 'rageClick'],
          `event.currentTarget.nextSibling.append('x'); throw new Error('on purpose')`,
        ],
        ['a div whose text gets selected', '<div role=button tabindex=0 $>Apply</div>', RAGE],
        [
          'it starts a request each time, and shows nothing',
          '<button $>Apply</button>',
          ['rageClick'],
          `fetch('/page.js', { cache: 'reload' })`,
        ],
        ['it is mounted anew each time', '<div id=mount><button $>Apply</button></div>', RAGE],
      ],
      hammer,
    ),
  },
  {
    name: 'what answers a press',
    ...controls([
      [
        'D09, D25, D72: a change',
        '<button $>Go</button><p></p>',
        none,
        `event.currentTarget.nextSibling.append('x')`,
      ],
      [
        'D08, D47, D54, D59: it scrolls',
        '<button $>Go</button>',
        none,
        `document.body.style.paddingBottom ||= '3000px'; scrollBy(0, 9)`,
      ],
      [
        'D10: it selects',
        '<button $>Go</button><p id=sel>Some text</p>',
        none,
        `getSelection().selectAllChildren(sel)`,
      ],
      [
        'D47, D62: a new window',
        '<button $>Go</button>',
        none,
        `window.open('about:blank').close()`,
      ],
      [
        'D72, D76, D42: fetch',
        '<button $>Go</button>',
        none,
        `fetch('/page.js', { cache: 'reload' })`,
      ],
      [
        'D72: XMLHttpRequest',
        '<button $>Go</button>',
        none,
        `const x = new XMLHttpRequest(); x.open('GET', '/page.js'); x.send()`,
      ],
      ['D72: pushState', '<button $>Go</button>', none, `history.pushState(0, '', '?a')`],
      ['D72: replaceState', '<button $>Go</button>', none, `history.replaceState(0, '', '?b')`],
      ['D72: a hash', '<button $>Go</button>', none, `location.hash = 'x'`],
      ['D73: history.back()', '<button $>Go</button>', none, `history.back()`],
      [
        'G01: it is answered before bubbling, by a slow page that lets nothing through',
        '<button $>Go</button><p></p>',
        none,
        `const t = performance.now(); while (performance.now() - t < 8); event.stopImmediatePropagation(); event.currentTarget.nextSibling.append('x')`,
      ],
      [
        'D32: when the button goes down',
        '<button $ onpointerdown="this.nextSibling.append(1)">Go</button><p></p>',
        none,
      ],
      [
        'D32: when the button goes up',
        '<button $ onpointerup="this.nextSibling.append(1)">Go</button><p></p>',
        none,
      ],
      [
        'G03: a download without a trace',
        '<button $>Go</button>',
        none,
        `const a = document.createElement('a'); a.download = 'x'; a.href = URL.createObjectURL(new Blob(['x'])); a.click()`,
      ],
      [
        'G04: a sound without an element',
        '<button $>Go</button>',
        none,
        `new Audio('/page.js').play().catch(() => {})`,
      ],
      ['G04: a sound that is there already, by "Play"', '<button $>Play</button>', none],
      [
        'copying, by its name',
        '<button $>Copy link</button>',
        none,
        `navigator.clipboard.writeText('x').catch(() => {})`,
      ],
    ]),
  },
  {
    name: 'a tool of an editor',
    body: `<div><button id=bold onmousedown="event.preventDefault()">Bold</button>
      <button id=send>Send</button><p contenteditable id=text>Text</p></div>`,
    script: `bold.onclick = () => document.execCommand('bold');`,
    cases: [
      one(
        'is for what is written next',
        async (human, page) => {
          await page.focus('#text');
          await human.click('#bold');
        },
        none,
      ),
      one('is not each button beside it', click('send'), DEAD),
    ],
  },
  {
    name: 'what answers a press, unseen by changes',
    ...controls([
      ['G06, D44, D30: a checkbox', '<input type=checkbox $>', none],
      ['D30: its label', '<label $ for=cb>Yes, I do</label><input type=checkbox id=cb>', none],
      ['D44: a range', '<input type=range $>', none],
      [
        'G06: a popover',
        '<button $>Go</button><div popover id=pop style="inset:auto 0 0 auto">Hi</div>',
        none,
        `pop.togglePopover()`,
      ],
      ['G06: in an open shadow tree of its own', '<x-own $></x-own>', none],
      ['G06: in nested open shadow trees', '<x-outer $></x-outer>', none],
      [
        'G06: a canvas beside it',
        '<div><button $>Go</button><canvas width=9 height=9 id=cv></canvas></div>',
        none,
        `cv.getContext('2d').fillRect(0, 0, 9, 9)`,
      ],
      [
        'G06: an adopted style sheet',
        '<button $>Go</button>',
        none,
        `const s = new CSSStyleSheet(); s.replaceSync('p{color:red}'); document.adoptedStyleSheets = [s]`,
      ],
      [
        'a dialog',
        '<button $>Go</button><dialog id=dlg onclick="this.close()">Hello there</dialog>',
        none,
        `dlg.showModal(); setTimeout(() => dlg.close(), 2000)`,
      ],
      ['details', '<details><summary $>More</summary>Text</details>', none],
      [
        'a value set by script',
        '<button $>Go</button><input id=val>',
        none,
        `val.value += 'x'; val.focus()`,
      ],
      [
        'a calculator with a field as its display',
        '<div><input readonly><div><button $>7</button></div></div>',
        none,
        `event.currentTarget.parentNode.previousSibling.value += '7'`,
      ],
      [
        'a field that is filled in late',
        '<div><input><button $>Suggest</button></div>',
        none,
        `const [f] = event.currentTarget.parentNode.children; setTimeout(() => (f.value = 'x'), 800)`,
      ],
      [
        'a part of the page that can be scrolled by keys',
        '<div tabindex=0><p $>Some text in it</p></div>',
        none,
      ],
      [
        'the file chooser',
        '<button $>Go</button><input type=file id=chooser hidden>',
        none,
        `chooser.click()`,
      ],
      ['a file field', '<input type=file $>', none],
      [
        'a frame of this origin',
        '<button $>Go</button><iframe id=fr width=50 height=20></iframe>',
        none,
        `fr.contentDocument.body.append('x')`,
      ],
      ['print', '<button $>Go</button>', none, `window.print()`],
      [
        'full screen',
        '<button $>Go</button>',
        none,
        `document.documentElement.requestFullscreen().then(() => document.exitFullscreen()).catch(() => {})`,
      ],
      [
        'a question of the browser',
        '<button $>Go</button>',
        none,
        `const t = performance.now(); while (performance.now() - t < 1200);`,
      ],
    ]),
  },
];

/** Shadow trees and frames for the rows above. */
const TREES = `
  const tree = (host, html, live) => {
    if (!host) return;
    host.style.display = 'inline-block';
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = html;
    if (live) root.querySelector('button').onclick = () => root.querySelector('i').append('x');
    return root;
  };
  const IN = '<button style="width:80px;height:30px">In</button><i></i>';
  tree(document.querySelector('x-box'), IN);
  tree(document.querySelector('x-own'), IN, true);
  const outer = tree(document.querySelector('x-outer'), '<section><x-inner></x-inner></section>');
  if (outer) tree(outer.querySelector('x-inner'), IN, true);
  const mount = document.getElementById('mount');
  mount?.addEventListener('click', () => setTimeout(() => {
    const [b] = mount.children;
    b.replaceWith(b.cloneNode(true));
  }, 0));
`;

itPlays(
  open,
  STAGES.map((stage) => ({ ...stage, script: (stage.script ?? '') + TREES })),
);
