import { BeforehandError } from '../errors.js';
import type {
  Contribution,
  FeatureVector,
  Label,
  LabelledExample,
  ModelState,
  Slots,
} from '../types.js';

/**
 * A binary classifier that learns on a stream: predict, wait for the label, learn, once.
 *
 * The verbs are River's (`learn_one`, `learn_many`, `predict_proba_one`). A new model is done when
 * it passes `test/contracts/onlineClassifier.ts`.
 */
export interface OnlineClassifier {
  readonly name: string;

  /**
   * The probability that `y` is 1. Pure: it changes neither the model nor `x`.
   *
   * @param x - features, shape `[nFeatures]`
   * @param slots - sequence features that are on; a model without any passes over them
   * @returns a probability in [0, 1]; 0.5, or the prior's, before anything was learned
   * @throws BeforehandError `shape-mismatch` when `x` has another length or is not finite
   */
  predictProbaOne(x: FeatureVector, slots?: Slots): number;

  /**
   * Takes one step towards `y`. Returns nothing: the model itself changes.
   *
   * @param w - sample weight, for instance 1 / propensity; 0 teaches nothing. @defaultValue 1
   */
  learnOne(x: FeatureVector, y: Label, w?: number, slots?: Slots): void;

  /**
   * Takes one step on a batch: the same code as {@link learnOne}, which is a batch of one. The size
   * of the batch is the only difference between online and offline learning here.
   */
  learnMany(batch: readonly LabelledExample[]): void;

  /** How each feature moves the prediction at `x`, in logits, in any order. Pure. */
  contributions?(x: FeatureVector, slots?: Slots): readonly Contribution[];

  /** Things have changed: what was learned counts for less from here, so that it can be learned anew. */
  onDrift?(): void;

  /** Everything needed to go on from here, bit for bit. */
  getState(): ModelState;

  /**
   * Goes on from a saved state.
   *
   * @returns false, having changed nothing, when the state is another model's, of another shape or
   * not finite
   */
  setState(state: ModelState): boolean;

  /** Frees what the model holds outside the JavaScript heap. Safe to call twice. */
  dispose(): void;
}

/** Guards a model's entry points against features from another schema. */
export function assertShape(x: FeatureVector, nFeatures: number): void {
  if (x.length !== nFeatures) {
    throw new BeforehandError('shape-mismatch', `expected ${nFeatures} features, got ${x.length}`);
  }
  for (let i = 0; i < nFeatures; i += 1) {
    if (!Number.isFinite(x[i])) {
      throw new BeforehandError(
        'shape-mismatch',
        `feature ${i} is ${x[i]}, expected a finite number`,
      );
    }
  }
}
