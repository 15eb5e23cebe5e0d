import { trainMlp } from '../../src/learner/trainMlp.js';
import type { RiskModel } from '../../src/models/index.js';

/** A risk model whose network learns too: in a page, a worker does that for it. */
export function withNetwork(model: RiskModel, nFeatures: number): RiskModel {
  const training = trainMlp({ nFeatures });
  return {
    ...model,
    learnMany: (batch) => {
      model.learnMany(batch);
      training.learnMany(batch.map(({ x, y, w = 1 }) => ({ x, y, w })));
      model.mlp.setWeights(training.getWeights());
    },
  };
}
