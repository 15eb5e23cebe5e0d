import { beforeAll, describe, expect, it } from 'vitest';
import { useChromium } from './harness.js';
import { namesOf, playStage, type Case, type Played, type Stage } from './signalCases.js';

const { open } = useChromium();

const CLOCK = 'setInterval(() => (clock.textContent = new Date().toISOString()), 1000);';
const COUNT = `a.onclick = () => (out.textContent = Number(out.textContent) + 1);`;
const APART =
  '<header>Cart <b id=out>0</b></header><main><section><button id=a>Add this to the cart</button></section></main>';

const hammer = (n: number) => (human: { hammer: (s: string, n: number) => Promise<void> }) =>
  human.hammer('#a', n);
const stage = (
  name: string,
  body: string,
  script: string,
  cases: Case[],
  more: Partial<Stage> = {},
): Stage => ({
  name,
  body,
  script,
  cases,
  ...more,
});
const silent = (name: string, act: Case['act']): Case => ({ name, act, expected: [] });

const STAGES: Stage[] = [
  stage('fresh page', APART, COUNT, [
    silent('a counter whose result is far, pressed fast at once', hammer(7)),
  ]),
  stage(
    'fresh page, late',
    APART,
    `a.onclick = () => setTimeout(() => (out.textContent = Number(out.textContent) + 1), 300);`,
    [silent('a far counter that answers after 300 ms', hammer(7))],
  ),
  stage(
    'fresh page, moved by itself',
    APART,
    `setTimeout(() => (out.textContent = 2), 700);` + COUNT,
    [{ name: 'far counter that was filled in late', act: hammer(7), expected: [] }],
    { restMs: 1500 },
  ),
  stage('fresh clock', APART + '<footer><i id=clock>0</i></footer>', CLOCK, [
    { name: 'dead beside an unknown clock', act: hammer(6), expected: ['rageClick', 'deadClick'] },
    { name: 'dead beside a known clock', act: (h) => h.click('#a'), expected: ['deadClick'] },
  ]),
  stage('fresh clock one', APART + '<footer><i id=clock>0</i></footer>', CLOCK, [
    {
      name: 'dead once beside an unknown clock',
      act: (h) => h.click('#a'),
      expected: ['deadClick'],
    },
    { name: 'dead again', act: (h) => h.click('#a'), expected: ['deadClick'] },
  ]),
  stage(
    'rerender',
    '<div id=root></div>',
    `let n = 0; const draw = () => { root.innerHTML = '<main><p>' + n + '</p><button id=dead>Dead button</button><button id=live>Live button</button></main>'; document.getElementById('live').onclick = () => { n++; draw(); } }; draw(); setInterval(draw, 2000);`,
    [
      { name: 'live in a page that is drawn anew', act: (h) => h.hammer('#live', 6), expected: [] },
      {
        name: 'dead in a page that is drawn anew',
        act: (h) => h.click('#dead'),
        expected: ['deadClick'],
      },
    ],
    { restMs: 5000 },
  ),
  stage(
    'carousel',
    APART + '<div class=hero><div id=strip><p>a</p></div></div>',
    `setInterval(() => (strip.style.transform = 'translateX(' + Math.random() + 'px)'), 3000);`,
    [
      { name: 'dead beside a carousel', act: (h) => h.click('#a'), expected: ['deadClick'] },
      { name: 'dead beside a carousel 2', act: (h) => h.click('#a'), expected: ['deadClick'] },
    ],
    { restMs: 3500 },
  ),
  stage('slow', APART, `a.onclick = () => setTimeout(() => (out.textContent += 'x'), 1500)`, [
    { name: 'slow far', act: (h) => h.click('#a'), expected: ['slowResponse'] },
    { name: 'slow far again', act: (h) => h.click('#a'), expected: ['slowResponse'] },
    { name: 'slow far again', act: (h) => h.click('#a'), expected: ['slowResponse'] },
  ]),
];

const played = new Map<Case, Played>();
beforeAll(async () => {
  const all = await Promise.all(STAGES.map((each) => playStage(open, each)));
  for (const one of all) for (const [key, value] of one) played.set(key, value);
}, 90_000);

describe.each(STAGES)('$name', ({ cases }) => {
  it.each(cases)('$name', (each) => {
    const { signals, reports, errors } = played.get(each)!;
    expect(reports).toEqual([]);
    expect(errors).toEqual([]);
    expect(namesOf(signals).sort()).toEqual([...each.expected].sort());
  });
});
