import type { OnlineClassifier } from '../models/OnlineClassifier.js';
import type { FeatureVector, Label, LabelledExample } from '../types.js';
import type { Scored } from './Scored.js';

/** A classifier; one that is a mixture also says what its experts say. */
type Model = OnlineClassifier & {
  assess?(x: FeatureVector): {
    readonly probability: number;
    readonly models: Readonly<Record<string, { readonly probability: number }>>;
  };
};

export interface PrequentialOptions {
  /** Examples that pass before a label is known. @defaultValue 0 */
  labelDelay?: number;
  /** Known labels that are learned in one go. @defaultValue 1 */
  batchSize?: number;
}

export interface PrequentialStep extends Scored {
  /** 1-based count of examples seen. */
  readonly step: number;
  /** What each expert of a mixture said, by name. */
  readonly predicted: Readonly<Record<string, number>>;
}

/**
 * Tests, then trains, on each example in turn, so that every prediction is made on data that the
 * model has not seen (prequential, or progressive, validation).
 *
 * With a delay, the model goes on predicting until a label is due, as on a real page; a mixture is
 * then judged on what its experts said at the time. What is not due at the end is not learned.
 *
 * @see Gama, Sebastião, Rodrigues (2013), "On evaluating stream learning algorithms"
 */
export function* prequential(
  model: Model,
  examples: Iterable<{ readonly x: FeatureVector; readonly y: Label; readonly w?: number }>,
  options: PrequentialOptions = {},
): Generator<PrequentialStep> {
  const { labelDelay = 0, batchSize = 1 } = options;
  const waiting: LabelledExample[] = [];
  let step = 0;
  for (const example of examples) {
    const { probability, predicted } = predict(model, example.x);
    waiting.push({ ...example, ...(predicted && { predicted }) });
    step += 1;
    yield { step, probability, y: example.y, predicted: predicted ?? {} };
    if (waiting.length >= labelDelay + batchSize) model.learnMany(waiting.splice(0, batchSize));
  }
}

function predict(model: Model, x: FeatureVector) {
  if (!model.assess) return { probability: model.predictProbaOne(x), predicted: undefined };
  const { probability, models } = model.assess(x);
  const said = Object.entries(models).map(([name, expert]) => [name, expert.probability] as const);
  return { probability, predicted: Object.fromEntries(said) };
}
