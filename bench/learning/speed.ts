import { N_SLOTS, featureNames } from '../../src/features/index.js';
import { trainMlp } from '../../src/learner/trainMlp.js';
import { riskModel } from '../../src/models/index.js';
import { packState } from '../../src/models/packState.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import type { Label } from '../../src/types.js';
import { print } from './print.js';

const random = seededRandom(5);

/** Nothing of it is 0, or seen twice: no moment costs more. */
const moment = () => ({
  x: Float64Array.from(featureNames, () => 2 * random() - 1),
  slots: Array.from({ length: 130 }, () => Math.floor(random() * N_SLOTS)),
});

const label = (): Label => (random() < 0.3 ? 1 : 0);

/** What a prediction costs with all experts, what a step of the worker, and what is kept. */
export function judgeSpeed(): void {
  const model = riskModel({ featureNames });
  for (let i = 0; i < 3000; i += 1) {
    const { x, slots } = moment();
    model.learnOne(x, label(), 1, slots);
  }
  const training = trainMlp({ nFeatures: featureNames.length });
  const batches = Array.from({ length: 300 }, () =>
    Array.from({ length: 32 }, () => ({ x: moment().x, y: label(), w: 1 })),
  );
  const steps = timesOf(batches, (batch) => training.learnMany(batch));
  model.mlp.setWeights(training.getWeights());
  const moments = Array.from({ length: 5000 }, moment);
  const predictions = timesOf(moments, ({ x, slots }) => model.foretell(x, slots));
  const explained = timesOf(moments, ({ x, slots }) => model.assess(x, slots));
  print('Cost with all experts, µs, the least of three times each; bytes of what is saved', [
    ['', 'median', 'p99', 'at most'],
    ['prediction', ...cells(predictions), 'p99 200'],
    ['the same with what moved it', ...cells(explained), ''],
    ['step of 32 in the worker', ...cells(steps), 'median 1000'],
    ['bytes of the models', JSON.stringify(packState(model.getState())).length, '', 64_000],
  ]);
}

/** Sorted, in µs. What other processes take shows in one try, seldom in three. */
function timesOf<Item>(items: readonly Item[], fn: (item: Item) => unknown): number[] {
  const time = (item: Item): number => {
    const begin = performance.now();
    fn(item);
    return 1000 * (performance.now() - begin);
  };
  return items.map((item) => Math.min(time(item), time(item), time(item))).sort((a, b) => a - b);
}

function cells(sorted: readonly number[]): [median: string, p99: string] {
  const at = (share: number) => sorted[Math.floor(share * sorted.length)]!.toFixed(0);
  return [at(0.5), at(0.99)];
}
