import {
  bootstrap,
  evaluate,
  evaluateRecordings,
  mergePriors,
  rocAuc,
  trainPart,
  trainPrior,
  uplift,
  type Delay,
  type EvaluationRow,
  type Prior,
  type Recording,
} from '../../src/evaluation/index.js';
import { armOf } from '../../src/policy/index.js';
import { hash32 } from '../../src/tools/hash32.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import { longerThan, readSessions, thinned } from './data.js';
import { interval, print, short } from './print.js';

const hedgeOf = (rows: readonly EvaluationRow[]) => rows.find(({ model }) => model === 'hedge');

/** Recordings that a control looks at: enough to see an effect, few enough to wait for. */
const MAX_RECORDINGS = 6000;

/** What must not work, what must not matter, and what delay costs. */
export function judgeControls({ isQuick }: { isQuick: boolean }): void {
  const some = (name: string) => {
    const all = readSessions(name);
    return all && thinned(all, isQuick ? 1500 : MAX_RECORDINGS);
  };
  const [pisa, miniwob] = [some('pisa-climate-control'), some('miniwob-demos')];
  if (pisa) {
    judgeShuffled(pisa);
    judgeInvisible(pisa);
    judgeMerging('pisa after 6 actions', pisa, '6actions');
  }
  if (!miniwob) return;
  judgeMerging('miniwob, whole', miniwob, 'end');
  judgeCursor(miniwob);
  judgeDelays(miniwob);
}

/** Nothing can be foretold of labels that belong to others. */
function judgeShuffled(recordings: readonly Recording[]): void {
  const random = seededRandom(11);
  const labels = recordings
    .map(({ label }) => ({ label, place: random() }))
    .sort((a, b) => a.place - b.place);
  const shuffled = recordings.map((each, i) => ({ ...each, label: labels[i]!.label! }));
  const { moments } = evaluate(shuffled, { cut: '6actions' });
  const auc = rocAuc(moments.hedge!);
  print('Control: labels shuffled, pisa after 6 actions', [
    ['AUC', '95 %', '.50 ± .02'],
    [
      short(auc),
      interval(bootstrap(moments.hedge!, rocAuc)),
      Math.abs(auc - 0.5) <= 0.02 ? '✓' : '✗',
    ],
  ]);
}

/** Draws of the hold-out that an invisible prompt is tried with. */
const N_DRAWS = 400;

/** A prompt that nobody sees helps nobody: intervals of 95 % have to hold 0 about that often. */
function judgeInvisible(recordings: readonly Recording[]): void {
  const draws = Array.from({ length: N_DRAWS }, (_, draw) =>
    uplift(
      recordings.map(({ user, label }) => ({
        arm: armOf(hash32(`${draw}-${user}`), 0.5),
        bad: label === 1,
      })),
    ),
  ).filter((drawn) => drawn.status === 'known');
  const holding = draws.filter(({ interval: [low, high] }) => low <= 0 && high >= 0);
  const mean = draws.reduce((sum, { difference }) => sum + difference / draws.length, 0);
  print('Control: uplift of an invisible prompt, pisa, hold-out drawn by the policy', [
    ['draws', 'mean uplift', 'intervals that hold 0'],
    [draws.length, short(mean, 4), short(holding.length / draws.length)],
  ]);
}

/** What the pointer does between presses. */
const CURSOR_EVENTS = ['mousemove', 'mousedown', 'mouseup'];

function judgeCursor(recordings: readonly Recording[]): void {
  const without = recordings.map((each) => ({
    ...each,
    events: each.events.filter(([, type]) => !CURSOR_EVENTS.includes(type)),
  }));
  const judge = (name: string, all: readonly Recording[]) => {
    const { moments } = evaluate(longerThan(all, 4), { cut: '4s' });
    return [name, short(rocAuc(moments.hedge!)), interval(bootstrap(moments.hedge!, rocAuc))];
  };
  print('Control: the cursor block left out, miniwob after 4 s', [
    ['', 'AUC', '95 %'],
    judge('with', recordings),
    judge('without', without),
  ]);
}

function judgeDelays(recordings: readonly Recording[]): void {
  const rows = (['0', '60s', 'session', 'visit'] as const satisfies readonly Delay[]).map(
    (delay) => {
      const row = hedgeOf(evaluateRecordings(recordings, { cut: '4s', delay }))!;
      return [delay, row.n, short(row.auc), short(row.logLoss), row.microsPerEvent.toFixed(0)];
    },
  );
  print('Delay ladder, miniwob after 4 s', [
    ['delay', 'n', 'AUC', 'log loss', 'µs/event'],
    ...rows,
  ]);
}

/** Parts that are merged, as `beforehand train --partial` and `beforehand merge` do it. */
const N_PARTS = [8, 128];

/** One pass over all against parts that were trained apart; then people that neither has seen. */
function judgeMerging(name: string, recordings: readonly Recording[], cut: string): void {
  const isHeld = ({ user }: Recording) => hash32(user) % 5 === 4;
  const held = recordings.filter(isHeld);
  const seen = recordings.filter((each) => !isHeld(each));
  const mergeOf = (n: number) =>
    mergePriors(
      Array.from({ length: n }, (_, part) =>
        trainPart(
          seen.filter((_each, i) => i % n === part),
          { cut },
        ),
      ),
    ) as Prior;
  const judge = (what: string, prior: Prior) => {
    const { auc, logLoss } = hedgeOf(evaluateRecordings(held, { cut, prior }))!;
    return [what, short(auc, 4), short(logLoss, 4), JSON.stringify(prior).length];
  };
  print(`Priors, ${name}, on people kept apart`, [
    ['', 'AUC', 'log loss', 'bytes'],
    judge('one pass', trainPrior(seen, { cut })),
    ...N_PARTS.map((n) => judge(`${n} parts merged`, mergeOf(n))),
  ]);
}
