/**
 * Writes the sessions that the demo's "Watch a stuck visitor" plays, `demo/recordings/*.json`.
 *
 * What the visitor does is told below; how the hand moves comes from a model of one, seeded, so
 * that the files come out the same every time: `node scripts/recordStuckVisitor.js`.
 */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createHandModel } from './handModel.js';

const FOLDER = resolve(import.meta.dirname, '..', 'demo', 'recordings');
const { moveTo, press, pressOften, type, wait } = createHandModel(7);

const choose = (product) => [
  wait(1100),
  moveTo(product, { ms: 1250, at: [0.5, 0.45] }),
  wait(350),
  press(),
  wait(900),
  moveTo('add-to-cart', { ms: 900 }),
  wait(220),
  press(),
  wait(700),
  moveTo('nav-cart', { ms: 850 }),
  wait(160),
  press(),
  wait(900),
];

const coupon = {
  id: 'coupon',
  fault: 'coupon',
  ending:
    'The shop’s coupon button is broken. The visitor was offered help before they gave up. Nothing left this page.',
  next: { id: 'postcode', label: 'Watch another' },
  steps: [
    { say: 'A visitor looks around the shop and finds a vase.' },
    ...choose('product-dune-vase'),
    { say: 'They have a coupon and type it in.' },
    moveTo('coupon', { ms: 800, at: [0.3, 0.5] }),
    wait(140),
    press(),
    wait(420),
    type('WELCOME10'),
    wait(350),
    moveTo('apply-coupon', { ms: 520 }),
    wait(120),
    press(),
    { say: 'They press Apply. Nothing happens.' },
    wait(620),
    ...pressOften(2),
    wait(480),
    { say: 'They press again, and again.' },
    ...pressOften(5),
    wait(450),
    ...pressOften(5),
    wait(3200),
    moveTo('total', { ms: 700 }),
    wait(900),
    moveTo('apply-coupon', { ms: 560 }),
    ...pressOften(6),
  ],
};

const postcode = {
  id: 'postcode',
  fault: 'postcode',
  ending:
    'The shop’s form refuses the postcode without a word. The visitor was offered help before they gave up. Nothing left this page.',
  next: { id: 'coupon', label: 'Watch the first one' },
  steps: [
    { say: 'A visitor puts a lamp into the cart and checks out.' },
    ...choose('product-moth-lamp'),
    moveTo('checkout', { ms: 760 }),
    press(),
    wait(700),
    { say: 'They fill in the form.' },
    ...['Ada Byron', 'ada@example.com', '12 St James Square', 'Bristol'].flatMap((text, i) => [
      moveTo(['name', 'email', 'street', 'town'][i], { ms: 430, at: [0.3, 0.5] }),
      press(),
      wait(120),
      type(text, 62),
    ]),
    moveTo('postcode', { ms: 430, at: [0.3, 0.5] }),
    press(),
    wait(150),
    type('BS1 4DJ'),
    wait(200),
    moveTo('continue', { ms: 620 }),
    press(),
    { say: 'Continue marks the postcode and says nothing.' },
    wait(600),
    moveTo('postcode', { ms: 420, at: [0.35, 0.5] }),
    press(),
    wait(200),
    { say: 'They type it again. It is refused again.' },
    type(['Backspace', 'Backspace', 'Backspace'], 60),
    type('4dj', 60),
    moveTo('continue', { ms: 480 }),
    press(),
    wait(500),
    ...pressOften(5),
    wait(3200),
    moveTo('postcode', { ms: 560, at: [0.35, 0.5] }),
    press(),
    type(['Backspace', 'Backspace', 'Backspace']),
    type('4DJ'),
    moveTo('continue', { ms: 600 }),
    ...pressOften(6),
  ],
};

for (const recording of [coupon, postcode]) {
  await writeFile(join(FOLDER, `${recording.id}.json`), toText(recording));
}

/** One step a line: readable, and a change shows as one. */
function toText({ steps, ...about }) {
  const lines = steps.map((step) => `    ${JSON.stringify(step)}`).join(',\n');
  return `${JSON.stringify(about, null, 2).slice(0, -2)},\n  "steps": [\n${lines}\n  ]\n}\n`;
}
