import {
  evaluateRecordings,
  mergePriors,
  trainPrior,
  type Delay,
  type EvaluationRow,
  type Recording,
} from '../../src/evaluation/index.js';
import { N_SLOTS, featureNames } from '../../src/features/index.js';
import { riskModel } from '../../src/models/index.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import { readSessions } from './data.js';
import { print, short } from './print.js';

const hedgeOf = (rows: readonly EvaluationRow[]) => rows.find(({ model }) => model === 'hedge');

/** What must not work, what must not matter, and what delay costs. */
export function judgeControls({ isQuick }: { isQuick: boolean }): void {
  const pisa = readSessions('pisa-climate-control')?.slice(0, isQuick ? 2500 : undefined);
  const miniwob = readSessions('miniwob-demos')?.slice(0, isQuick ? 2500 : undefined);
  if (pisa) {
    const random = seededRandom(11);
    const labels = pisa.map(({ label }) => label).sort(() => random() - 0.5);
    const shuffled = pisa.map((each, i) => ({ ...each, label: labels[i]! }));
    const { auc } = hedgeOf(evaluateRecordings(shuffled, { cut: '6actions' }))!;
    print('Controls', [
      ['', 'AUC', ''],
      ['pisa, 6 actions, labels shuffled', short(auc), Math.abs(auc - 0.5) <= 0.02 ? '✓' : '✗'],
    ]);
    judgeMerging(pisa);
  }
  if (miniwob) judgeDelays(miniwob);
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

/** One pass over all against parts that were trained apart; then people that neither has seen. */
function judgeMerging(recordings: readonly Recording[]): void {
  const held = recordings.filter((_, i) => i % 5 === 4);
  const seen = recordings.filter((_, i) => i % 5 !== 4);
  const parts = Array.from({ length: 8 }, (_, part) =>
    trainPrior(
      seen.filter((_each, i) => i % 8 === part),
      { cut: '6actions' },
    ),
  );
  const judge = (name: string, prior: ReturnType<typeof trainPrior>) => {
    const { auc, logLoss } = hedgeOf(evaluateRecordings(held, { cut: '6actions', prior }))!;
    return [name, short(auc), short(logLoss), JSON.stringify(prior).length];
  };
  print('Priors, pisa after 6 actions, on people kept apart', [
    ['', 'AUC', 'log loss', 'bytes'],
    judge('one pass', trainPrior(seen, { cut: '6actions' })),
    judge('8 parts merged', mergePriors(parts)),
  ]);
}

/** What a prediction costs, with all experts. */
export function judgeSpeed(): void {
  const random = seededRandom(5);
  const model = riskModel({ featureNames });
  const moment = () => ({
    x: Float64Array.from(featureNames, () => 2 * random() - 1),
    slots: Array.from({ length: 130 }, () => Math.floor(random() * N_SLOTS)),
  });
  for (let i = 0; i < 3000; i += 1) {
    const { x, slots } = moment();
    model.learnOne(x, random() < 0.3 ? 1 : 0, 1, slots);
  }
  const times = Array.from({ length: 5000 }, () => {
    const { x, slots } = moment();
    const begin = performance.now();
    model.assess(x, slots);
    return performance.now() - begin;
  }).sort((a, b) => a - b);
  print('Cost of a prediction with all experts, and of what is saved', [
    ['median µs', 'p99 µs', 'state bytes'],
    [
      (1000 * times[2500]!).toFixed(0),
      (1000 * times[4950]!).toFixed(0),
      JSON.stringify(model.getState()).length,
    ],
  ]);
}
