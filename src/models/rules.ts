import { clamp } from '../tools/clamp.js';
import { logit } from '../tools/logit.js';
import type { FeatureVector } from '../types.js';
import { fixedModel } from './fixedModel.js';
import type { OnlineClassifier } from './OnlineClassifier.js';

export interface RulesOptions {
  /** Names of the features, shape `[nFeatures]`; a rule whose feature is missing never fires. */
  featureNames: readonly string[];
  /** Probability when no rule fires. @defaultValue 0.08 */
  prior?: number;
}

/**
 * How likely a visitor is to give up, for one signal of a kind in the last two minutes and for two
 * or more. Read between them, from 0 at no signal, since older signals count for less.
 *
 * The numbers are judgement, ordered by what the literature agrees on: refusals and errors that
 * stop a task weigh more than a press without an answer.
 *
 * @see Feild, Allan, Jones (2010), "Predicting searcher frustration"
 */
const RULES: Readonly<Record<string, readonly [one: number, two: number]>> = {
  rageClick: [0.65, 0.75],
  keyboardRage: [0.65, 0.75],
  deadClick: [0.3, 0.65],
  blockedClick: [0.15, 0.6],
  errorClick: [0.6, 0.7],
  idleAfterError: [0.7, 0.75],
  formStruggle: [0.6, 0.7],
  pageLoop: [0.3, 0.6],
  quickBack: [0.15, 0.3],
  refresh: [0.3, 0.6],
  repeatedSearch: [0.6, 0.7],
};

interface Rule {
  /** Its place in `x`. */
  readonly index: number;
  readonly feature: string;
  readonly levels: readonly [one: number, two: number];
}

/**
 * Plain rules over what the detectors found, combined as independent causes (noisy-or) over a base
 * rate. It never learns: the baseline that a learning model has to beat.
 *
 * Reads the features `<detector>120`: each detector's strengths, decayed over 120 s, summed up and
 * squashed by `tanh`.
 *
 * @see Pearl (1988), "Probabilistic Reasoning in Intelligent Systems", for noisy-or
 */
export function rules({ featureNames, prior = 0.08 }: RulesOptions): OnlineClassifier {
  const known: readonly Rule[] = Object.entries(RULES)
    .map(([detector, levels]) => ({ feature: `${detector}120`, levels }))
    .map((rule) => ({ ...rule, index: featureNames.indexOf(rule.feature) }))
    .filter(({ index }) => index >= 0);

  const probability = (x: FeatureVector, without?: Rule): number =>
    1 -
    known.reduce(
      (none, rule) => (rule === without ? none : none * (1 - strengthOf(rule, x))),
      1 - prior,
    );

  return fixedModel({
    name: 'rules',
    nFeatures: featureNames.length,
    predict: probability,
    contributions: (x) =>
      known.map((rule) => ({
        feature: rule.feature,
        contribution: logit(probability(x)) - logit(probability(x, rule)),
      })),
  });
}

/** Probability of the one cause, in [0, 1). */
function strengthOf({ index, levels: [one, two] }: Rule, x: FeatureVector): number {
  // Undoes the squashing: how many signals of full strength it amounts to.
  const count = Math.atanh(clamp(x[index]!, 0, 0.99));
  return count < 1 ? count * one : one + (two - one) * Math.min(1, count - 1);
}
