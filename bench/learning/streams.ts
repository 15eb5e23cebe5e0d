import { bootstrap, logLoss, prequential } from '../../src/evaluation/index.js';
import { trainMlp } from '../../src/learner/trainMlp.js';
import { riskModel } from '../../src/models/index.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import type { Label, LabelledExample } from '../../src/types.js';
import { readStream, type Stream } from './data.js';
import { interval, print, short } from './print.js';

/** The risk model with the network that a worker would train, trained in line. */
function withNetwork(names: readonly string[]) {
  const model = riskModel({ featureNames: names });
  const training = trainMlp({ nFeatures: names.length });
  return {
    ...model,
    learnMany: (batch: readonly LabelledExample[]) => {
      model.learnMany(batch);
      training.learnMany(batch.map(({ x, y, w = 1 }) => ({ x, y, w })));
      model.mlp.setWeights(training.getWeights());
    },
  };
}

type Model = ReturnType<typeof withNetwork>;

function play(
  model: Model,
  rows: Stream['rows'],
  options: { labelDelay?: number; batchSize?: number },
) {
  const said: Record<string, { probability: number; y: Label; user: string }[]> = {};
  for (const { step, y, probability, predicted } of prequential(model, rows, options)) {
    // Neighbours are alike: whole stretches are drawn anew.
    const user = `${Math.floor(step / 48)}`;
    for (const [name, p] of Object.entries({ ...predicted, hedge: probability })) {
      (said[name] ??= []).push({ probability: p, y, user });
    }
  }
  return said;
}

const accuracy = (scored: readonly { probability: number; y: Label }[]) =>
  scored.filter(({ probability, y }) => probability > 0.5 === (y === 1)).length / scored.length;

/** Public streams of the online-learning literature. */
export function judgeStreams({ isQuick }: { isQuick: boolean }): void {
  const known = { phishing: ['.887', '.9135', 0.9], elec2: ['—', '.9064', 0.912] } as const;
  const rows: (string | number)[][] = [];
  for (const name of ['phishing', 'elec2'] as const) {
    const stream = readStream(name);
    if (!stream) continue;
    const part = isQuick ? stream.rows.slice(0, 5000) : stream.rows;
    for (const labelDelay of [0, 48]) {
      const said = play(withNetwork(stream.names), part, { labelDelay });
      const { hedge = [], ...experts } = said;
      const [best, loss] = bestOf(experts);
      const [lr, river, reach] = known[name];
      const hit = accuracy(hedge);
      rows.push([
        `${name}, labels ${labelDelay} late`,
        hedge.length,
        lr,
        river,
        short(hit, 4),
        interval(bootstrap(hedge, accuracy)),
        labelDelay ? '' : `${short(reach)} ${hit >= reach ? '✓' : '✗'}`,
        short(logLoss(hedge)),
        best,
        short(logLoss(hedge) / loss),
      ]);
    }
  }
  print('Streams: accuracy of the Hedge, predict then learn', [
    [
      '',
      'n',
      'LR',
      'best of River',
      'Hedge',
      '95 %',
      'reach',
      'log loss',
      'best expert',
      'loss/best',
    ],
    ...rows,
  ]);
  judgeBatches(isQuick);
}

function bestOf(experts: Record<string, readonly { probability: number; y: Label }[]>) {
  const losses = Object.entries(experts).map(([name, said]) => [name, logLoss(said)] as const);
  return losses.reduce((a, b) => (b[1] < a[1] ? b : a));
}

function judgeBatches(isQuick: boolean): void {
  const stream = readStream('elec2');
  if (!stream) return;
  const part = isQuick ? stream.rows.slice(0, 12_000) : stream.rows;
  const rows = [1, 8, 100, 1000, 10_000].map((batchSize) => {
    const begin = performance.now();
    const { hedge = [] } = play(withNetwork(stream.names), part, { batchSize });
    const micros = (1000 * (performance.now() - begin)) / part.length;
    return [batchSize, short(accuracy(hedge), 4), short(logLoss(hedge)), micros.toFixed(0)];
  });
  print('Batch ladder, elec2: the same code at every size', [
    ['batch', 'accuracy', 'log loss', 'µs/example'],
    ...rows,
  ]);
}

/** After an abrupt change, samples until the mean log loss of 100 is back within 10 % of before. */
export function judgeDrift(): void {
  const random = seededRandom(7);
  const names = ['a', 'b', 'c', 'd', 'e'];
  const before = 3000;
  const rows = Array.from({ length: 2 * before }, (_, i) => {
    const x = Float64Array.from(names, () => 2 * random() - 1);
    const z = (i < before ? 1 : -1) * 4 * (x[0]! + x[1]! - x[2]!);
    return { x, y: (random() < 1 / (1 + Math.exp(-z)) ? 1 : 0) as Label };
  });
  const said = play(withNetwork(names), rows, {});
  const recoveries = Object.entries(said).map(([name, scored]) => {
    const usual = logLoss(scored.slice(before - 1000, before));
    const at = Array.from({ length: before - 100 }, (_, i) => i).find(
      (i) => logLoss(scored.slice(before + i, before + i + 100)) <= 1.1 * usual,
    );
    return [name, short(usual), at === undefined ? 'never' : at + 100] as const;
  });
  print('Abrupt drift: the labels of a synthetic stream turn round after 3 000', [
    ['', 'log loss before', 'samples to recover'],
    ...recoveries.map((row) => [...row]),
  ]);
}
