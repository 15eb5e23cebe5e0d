import { describe, expect, it } from 'vitest';
import type { Signal } from '../../src/types.js';
import { bundle, useChromium } from './harness.js';
import type { Human } from './human.js';

const { open } = useChromium();

const WATCHER = `
  import { merge } from 'rxjs';
  import { createPage, defaultClock } from './src/browser/index.ts';
  import { defaultDetectors } from './src/detectors/index.ts';
  window.signals = [];
  window.reports = [];
  const { streams } = createPage({
    document,
    clock: defaultClock(window),
    random: () => 0.5,
    report: ({ message }) => reports.push(message),
    selectors: [],
  });
  merge(...defaultDetectors().map((each) => each.detect(streams))).subscribe((each) => signals.push(each));
`;

/** Nothing more is found about a press after this. */
const VERDICT_MS = 3000;

/** Lets somebody act on a page, and tells what the detectors made of it. */
async function signalsOf(body: string, act: (human: Human) => Promise<void>): Promise<Signal[]> {
  const { page, human, errors } = await open({
    html: `<!doctype html><html lang=en><body><main>${body}</main><script src="/page.js"></script><script src="/watcher.js"></script></body></html>`,
    scripts: { 'page.js': PAGE, 'watcher.js': await bundle(WATCHER) },
  });
  await act(human);
  await page.waitForTimeout(VERDICT_MS);
  expect(await page.evaluate('reports')).toEqual([]);
  expect(errors.filter((error) => !error.includes('on purpose'))).toEqual([]);
  return page.evaluate('signals');
}

/** What the host's own controls do. */
const PAGE = `
  const on = (id, fn) => document.getElementById(id)?.addEventListener('click', fn);
  on('count', () => { const out = document.querySelector('output'); out.value = Number(out.value) + 1; });
  on('fails', () => { throw new Error('on purpose'); });
  on('slow', () => setTimeout(() => document.querySelector('output').append('done'), 1500));
  document.querySelector('[role=search]')?.addEventListener('submit', (event) => {
    event.preventDefault();
    document.querySelector('output').value = 'nothing found';
  });
`;

const namesOf = (signals: readonly Signal[]) => signals.map(({ detector }) => detector);
const search = async (human: Human, words: string) => {
  await human.doubleClick('input');
  await human.type(words);
  await human.key('Enter');
};

describe.concurrent('defaultDetectors, with real input', () => {
  it('find a dead button, and rage on the third press of the next run', async () => {
    const signals = await signalsOf('<button id=dead>Apply</button>', async (human) => {
      await human.click('#dead');
      await human.pause(2800, 2800);
      await human.hammer('#dead', 3);
    });
    expect(namesOf(signals)).toEqual([
      'deadClick',
      'rageClick',
      'deadClick',
      'deadClick',
      'deadClick',
    ]);
    expect(signals[1]).toMatchObject({ strength: 1, evidence: { presses: 3 } });
    expect(signals.at(-1)).toMatchObject({ strength: 1, evidence: { presses: 4 } });
  });

  it('find rage on the fourth press of a button that does nothing', async () => {
    const signals = await signalsOf('<button>Apply</button>', (human) => human.hammer('button', 6));
    expect(namesOf(signals).filter((name) => name === 'rageClick')).toHaveLength(1);
    expect(signals[0]).toMatchObject({ detector: 'rageClick', evidence: { presses: 4 } });
  });

  it('find a button that fails', async () => {
    const signals = await signalsOf('<button id=fails>Add</button>', (human) =>
      human.click('#fails'),
    );
    expect(namesOf(signals)).toContain('errorClick');
  });

  it('find a disabled button', async () => {
    const signals = await signalsOf('<button disabled>Pay</button>', async (human) => {
      await human.click('button');
      await human.click('button');
    });
    expect(signals.map(({ detector, strength }) => [detector, strength])).toEqual([
      ['blockedClick', 0.4],
      ['blockedClick', 0.8],
    ]);
  });

  it('find a slow answer', async () => {
    const signals = await signalsOf(
      '<form onsubmit="return false"><button type=button id=slow>Pay</button><output></output></form>',
      (human) => human.click('#slow'),
    );
    expect(namesOf(signals)).toEqual(['slowResponse']);
    expect(signals[0]!.evidence['latencyMs']).toBeGreaterThanOrEqual(1400);
  });

  it('find a form that is refused twice', async () => {
    const form = '<form><input required pattern="[A-Z]+" name=code><button>Go on</button></form>';
    const signals = await signalsOf(form, async (human) => {
      await human.click('input');
      await human.type('bs1');
      await human.click('button');
      await human.pause(1500, 1500);
      await human.click('button');
    });
    const causes = signals
      .filter(({ detector }) => detector === 'formStruggle')
      .map(({ evidence }) => evidence);
    expect(causes).toEqual(expect.arrayContaining([{ invalid: 2 }, { refused: 2 }]));
  });

  it('find three searches without a result', async () => {
    const form = '<form role=search><input type=search></form><output></output>';
    const signals = await signalsOf(form, async (human) => {
      for (const words of ['lamp', 'light', 'bulb']) await search(human, words);
    });
    expect(namesOf(signals)).toEqual(['repeatedSearch']);
  });

  it.each<[string, string, (human: Human) => Promise<void>]>([
    [
      'selects a word and a paragraph',
      '<p id=text>Stoneware, linen and warm light, made in small numbers.</p>',
      async (human) => {
        await human.doubleClick('#text');
        await human.pause(800, 800);
        await human.hammer('#text', 4);
      },
    ],
    [
      'counts up fast',
      '<button id=count>Add one more of these</button><output>0</output>',
      (human) => human.hammer('#count', 8),
    ],
    [
      'uses a stepper fast',
      '<button id=count aria-label="+">+</button><output>0</output>',
      (human) => human.hammer('#count', 8),
    ],
    [
      'ticks boxes, one to and fro',
      '<label><input type=checkbox id=one>One</label> <label><input type=checkbox id=two>Two</label>',
      async (human) => {
        await human.hammer('#one', 5);
        await human.click('#two');
      },
    ],
    [
      'fills in a form, and mends a slip',
      '<form onsubmit="return false"><input id=name required><input id=town required></form>',
      async (human) => {
        await human.click('#name');
        await human.type('Ada Lovelqce');
        for (let i = 0; i < 3; i += 1) await human.key('Backspace');
        await human.type('ace');
        await human.key('Tab');
        await human.type('London');
        await human.key('Enter');
      },
    ],
    [
      'types a code into its boxes, and mends it',
      `<form>${'<input maxlength=1 size=1>'.repeat(5)}</form>
       <script>
         const form = document.querySelector('form');
         form.oninput = ({ target }) => target.value && target.nextElementSibling?.focus();
         form.onkeydown = ({ target, key }) =>
           key === 'Backspace' && !target.value && target.previousElementSibling?.focus();
       </script>`,
      async (human) => {
        await human.click('input');
        for (const part of ['123', '45', '67', '89']) {
          await human.type(part);
          for (let i = 0; i < 3; i += 1) await human.key('Backspace');
        }
      },
    ],
    [
      'reads',
      '<p>Made in small numbers.</p><div style="height: 3000px"></div>',
      (human) => human.read(3000),
    ],
  ])('leave somebody alone who %s', async (_, body, act) => {
    expect(await signalsOf(body, act)).toEqual([]);
  });
});
