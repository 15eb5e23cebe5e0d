import { BeforehandError } from '../errors.js';
import { runningScaler } from '../tools/runningScaler.js';
import type { ModelState } from '../types.js';
import { attemptContext } from './attemptContext.js';
import { featuredState } from './featuredState.js';
import { ftrl } from './ftrl.js';
import { hedge, type Hedge } from './hedge.js';
import { interactions } from './interactions.js';
import { knownBefore } from './knownBefore.js';
import { logisticRegression } from './logisticRegression.js';
import { mlp, type Mlp } from './mlp.js';
import { modelVersion } from './modelVersion.js';
import { never } from './never.js';
import { rules } from './rules.js';
import { sequence } from './sequence.js';

export interface RiskModelOptions {
  /** In the order of `x`. */
  featureNames: readonly string[];
  /** A saved risk model to start from instead of from nothing. */
  prior?: ModelState;
}

/** The mixture, with its one part that somebody else trains. */
export interface RiskModel extends Hedge {
  readonly mlp: Mlp;
  /** {@link modelVersion}, worked out when it is first asked for after a change. */
  version(): string;
}

/** How often a moment inside a task ends badly before anything is known of it. */
const BASE_RATE = 0.08;

/** Steps from cautious to hasty: which one suits is a property of the site, and is measured. */
const RATES = [0.005, 0.05, 0.2, 0.8];

/**
 * Slots of the families of sequence features, in their order: sequences, places, standings; see
 * `features/toSlots.ts`.
 */
const FAMILIES = [1024, 512, 256];

/**
 * How far weights may lie from 0, as variances: of measures against a person's own habit, which are
 * believed sooner, since people differ more from each other than from themselves; of other measures;
 * and of slots by family.
 */
const VARIANCES: Readonly<Record<string, readonly number[]>> = {
  sequence: [0.05, 0.005, 0.01, 0.002, 0.02],
  standings: [0.05, 0.01, 0, 0, 0.02],
  places: [0.2, 0.06, 0, 0.05, 0],
};

/**
 * Shares at first, up to a factor. The rules have the largest one, though models begin as milder
 * rules. Those that count what they know have more than those of fixed steps: one of them was the best
 * one on every set of recordings, and what is lost until that is known is lost for good. What never
 * learns is there to compare with.
 */
const SHARES = { rules: 9, never: 0.05, bayesian: 4, stepping: 1 };

/**
 * Counts up whenever models begin elsewhere, since their weights are what they learned on top, and
 * whenever slots come to mean something else.
 */
const VERSION = 2;

/**
 * The risk that is used: rules, linear experts at several rates, sequences, pairs of measures, and a
 * small network, weighed by how well each has foretold this visitor's outcomes.
 *
 * @throws BeforehandError `prior-rejected` when `prior` is another model's or made for other features
 */
export function riskModel({ featureNames, prior }: RiskModelOptions): RiskModel {
  const nFeatures = featureNames.length;
  const scaler = runningScaler(nFeatures);
  const given = { nFeatures, featureNames, prior: BASE_RATE };
  const options = { ...given, known: knownBefore(given), scaler };
  const network = mlp(options);
  const learners = [
    ...RATES.map((rate) => logisticRegression({ ...options, rate })),
    ftrl(options),
    ...Object.entries(VARIANCES).map(([name, [own = 0, others = 0, ...ofSlots]]) =>
      sequence({
        ...options,
        name,
        variance: (feature) => (feature.endsWith('Own') ? own : others),
        families: FAMILIES.map((size, i) => [size, ofSlots[i]!]),
      }),
    ),
    network,
    interactions(options),
  ];
  const mixture = hedge({
    nFeatures,
    scaler,
    context: attemptContext(featureNames),
    experts: [rules({ ...options, past: 'basePast' }), never(options), ...learners],
    initialWeights: [
      SHARES.rules,
      SHARES.never,
      ...learners.map(({ name }) =>
        name === 'interactions' || VARIANCES[name] ? SHARES.bayesian : SHARES.stepping,
      ),
    ],
    version: VERSION,
  });
  const { getState, setState } = featuredState(mixture, featureNames);
  if (prior && !setState(prior)) {
    throw new BeforehandError(
      'prior-rejected',
      'the prior was made for other features or is damaged',
    );
  }
  let version: string | undefined;
  const changing =
    <A extends readonly unknown[], R>(change: (...args: A) => R) =>
    (...args: A): R => {
      version = undefined;
      return change(...args);
    };
  return {
    ...mixture,
    learnOne: changing(mixture.learnOne),
    learnMany: changing(mixture.learnMany),
    getState,
    setState: changing(setState),
    mlp: {
      ...network,
      setState: changing(network.setState),
      setWeights: changing(network.setWeights),
    },
    version: () => (version ??= modelVersion({ getState })),
  };
}
