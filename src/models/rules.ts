import { clamp } from '../tools/clamp.js';
import { logit } from '../tools/logit.js';
import { sigmoid } from '../tools/sigmoid.js';
import type { FeatureVector } from '../types.js';
import { fixedModel } from './fixedModel.js';
import type { OnlineClassifier } from './OnlineClassifier.js';

export interface RulesOptions {
  /** Names of the features, shape `[nFeatures]`; a rule whose feature is missing never fires. */
  featureNames: readonly string[];
  /** Probability when no rule fires. @defaultValue 0.08 */
  prior?: number;
  /**
   * The feature that says by how many logits things ended worse of late than `prior`, which the base
   * rate then goes by. @defaultValue none
   */
  past?: string;
}

/** Two points of a line: a sum of strengths, and how likely the visitor is to give up at it. */
type Line = readonly [
  strength: number,
  probability: number,
  strength2: number,
  probability2: number,
];

/**
 * For each detector, the points of about one signal in the last two minutes and of about two; the
 * line comes from nothing, and is flat after the second.
 *
 * The numbers are judgement, ordered by what the literature agrees on: refusals and errors that
 * stop a task weigh more than one press without an answer.
 *
 * @see Feild, Allan, Jones (2010), "Predicting searcher frustration"
 */
const RULES: Readonly<Record<string, Line>> = {
  rageClick: [0.9, 0.65, 1.8, 0.75],
  // Who has no mouse must not go unhelped for it.
  keyboardRage: [0.9, 0.65, 1.8, 0.75],
  deadClick: [0.5, 0.3, 1.2, 0.65],
  deadSwipe: [0.5, 0.15, 1.2, 0.45],
  slowResponse: [0.6, 0.25, 1.4, 0.5],
  blockedClick: [0.4, 0.15, 1.1, 0.6],
  errorClick: [0.9, 0.6, 1.8, 0.7],
  formStruggle: [0.6, 0.6, 1.4, 0.7],
  idleAfterError: [0.8, 0.7, 1.7, 0.75],
  pageLoop: [0.9, 0.3, 1.8, 0.6],
  refresh: [0.9, 0.25, 1.8, 0.5],
  repeatedSearch: [0.6, 0.6, 1.4, 0.7],
  other: [0.9, 0.15, 1.8, 0.3],
};

interface Rule {
  /** Its place in `x`. */
  readonly index: number;
  readonly feature: string;
  readonly line: Line;
}

/**
 * Plain rules over what the detectors found, combined as independent causes (noisy-or) over a base
 * rate. It never learns: the baseline that a learning model has to beat. What it may know is how often
 * things end badly here, which nobody needs a model for.
 *
 * Reads the features `<detector>120`: each detector's strengths, decayed over 120 s, summed up and
 * squashed by `tanh`.
 *
 * @see Pearl (1988), "Probabilistic Reasoning in Intelligent Systems", for noisy-or
 */
export function rules({ featureNames, prior = 0.08, past = '' }: RulesOptions): OnlineClassifier {
  const known: readonly Rule[] = Object.entries(RULES)
    .map(([detector, line]) => ({ feature: `${detector}120`, line }))
    .map((rule) => ({ ...rule, index: featureNames.indexOf(rule.feature) }))
    .filter(({ index }) => index >= 0);

  const pastIndex = featureNames.indexOf(past);
  const baseRate = (x: FeatureVector): number => sigmoid(logit(prior) + (x[pastIndex] ?? 0));

  const probability = (x: FeatureVector, without?: Rule): number =>
    1 -
    known.reduce(
      (none, rule) => (rule === without ? none : none * (1 - strengthOf(rule, x))),
      1 - baseRate(x),
    );

  return fixedModel({
    name: 'rules',
    nFeatures: featureNames.length,
    predict: probability,
    contributions: (x) => [
      ...known.map((rule) => ({
        feature: rule.feature,
        contribution: logit(probability(x)) - logit(probability(x, rule)),
      })),
      ...(pastIndex < 0 ? [] : [{ feature: past, contribution: x[pastIndex]! }]),
    ],
  });
}

/** Probability that this one cause is enough, in [0, 1). */
function strengthOf({ index, line: [one, low, two, high] }: Rule, x: FeatureVector): number {
  // Undoes the squashing.
  const strength = Math.atanh(clamp(x[index]!, 0, 0.99));
  if (strength < one) return (low * strength) / one;
  return low + (high - low) * Math.min(1, (strength - one) / (two - one));
}
