import type { Foretold, Hedge } from '../models/hedge.js';
import type { OnlineClassifier } from '../models/OnlineClassifier.js';
import type { FeatureVector, Label, LabelledExample } from '../types.js';
import type { Scored } from './Scored.js';

/** A classifier; one that is a mixture also says what its experts say. */
type Model = OnlineClassifier & Partial<Pick<Hedge, 'foretell'>>;

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
    const foretold = model.foretell?.(example.x);
    const probability = foretold?.probability ?? model.predictProbaOne(example.x);
    waiting.push({ ...example, ...(foretold && { predicted: foretold.predicted }) });
    step += 1;
    yield { step, probability, y: example.y, predicted: expertsOf(foretold) };
    if (waiting.length >= labelDelay + batchSize) model.learnMany(waiting.splice(0, batchSize));
  }
}

function expertsOf({ models = {} }: Partial<Foretold> = {}): Record<string, number> {
  return Object.fromEntries(
    Object.entries(models).map(([name, { probability }]) => [name, probability]),
  );
}
