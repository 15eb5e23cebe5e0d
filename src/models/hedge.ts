import type { RunningScaler } from '../tools/runningScaler.js';
import type { FeatureVector, LabelledExample, ModelState, Risk, Slots } from '../types.js';
import { assertBatch } from './assertBatch.js';
import { NO_CONTEXT, type Context } from './attemptContext.js';
import { combining, type Ways } from './combining.js';
import { isSaid } from './isSaid.js';
import { liveState } from './liveState.js';
import { assertShape, type OnlineClassifier } from './OnlineClassifier.js';
import { pageHinkley } from './pageHinkley.js';
import { strongest } from './strongest.js';
import { logLikelihood } from './weighting.js';

/** What a mixture says of one moment. */
export type Foretold = Pick<Risk, 'probability' | 'models'> & {
  /** What each part of it said, by name: an example's `predicted`, once its label is known. */
  readonly predicted: Readonly<Record<string, number>>;
};

/** The same with what moved it most. */
export type Assessment = Foretold & Pick<Risk, 'top'>;

/** A mixture of experts that can say who said what. */
export interface Hedge extends OnlineClassifier {
  /** {@link OnlineClassifier.predictProbaOne} with each expert's part in it. */
  foretell(x: FeatureVector, slots?: Slots): Foretold;
  /** {@link Hedge.foretell} with what moved it, which costs as much again. */
  assess(x: FeatureVector, slots?: Slots): Assessment;
}

export interface HedgeOptions {
  nFeatures: number;
  /** With unique names. */
  experts: readonly OnlineClassifier[];
  /** First weight of each expert, up to a factor, above 0. @defaultValue the same for all */
  initialWeights?: readonly number[];
  /** What else of a moment calibration is to see. @defaultValue nothing */
  context?: Context;
  /** Shared by experts; taught here, before them. @defaultValue each has its own */
  scaler?: RunningScaler;
  /** Of the saved state; change it when an older one cannot be gone on from. @defaultValue 1 */
  version?: number;
}

/** An expert of less weight is no reason for anything. */
const MIN_HEARD = 0.02;

/** Sample weights above this count as this (truncated importance sampling, Ionides 2008). */
const MAX_WEIGHT = 20;

/**
 * Labels that are judged, then learned, in one go. A batch is the only news for long: who learned most
 * of its beginning tells who is worth listening to until the next one comes.
 */
const STEP_LABELS = 8;

/** Of sums of squared roots, far below what a look counts. */
const ROUNDING = 1e-6;

/**
 * Weighs experts by how well they foretold the labels so far, and combines what they say; see
 * `combining`.
 *
 * An example's `predicted` holds what each said before the label was known, and is what it is judged
 * by, beside what it would say now, not having learned of it either. An expert that said nothing
 * then, or says nothing finite now, is left out of that one call and keeps its share. When the log
 * loss rises, experts learn fast again.
 */
export function hedge(options: HedgeOptions): Hedge {
  const { nFeatures, experts, initialWeights, version = 1, scaler, context = NO_CONTEXT } = options;
  const combination = combining(
    experts.map((_, i) => initialWeights?.[i] ?? 1),
    context.size,
  );
  const drift = pageHinkley();
  const own = liveState(
    'hedge',
    {
      ...combination.state,
      drift: drift.state,
      ...(scaler && { scaler: scaler.moments }),
    },
    { version, isSound: combination.isState },
  );

  const ask = (x: FeatureVector, slots?: Slots): number[] => {
    assertShape(x, nFeatures);
    return experts.map((expert) => expert.predictProbaOne(x, slots));
  };

  /** What was said at the time, and what would be said now; gives what learns from it. */
  const recall = ({ x, slots, y, w = 1, predicted }: LabelledExample) => {
    const now = ask(x, slots);
    const said = predicted ? experts.map(({ name }) => predicted[name] ?? NaN) : now;
    const around = context.of(x);
    const { probability, ways } = combination.combine(said, around);
    return (): void => {
      // Beside the experts, ways of combining them were noted.
      const noted = { ...ways, ...(predicted as Partial<Ways>) };
      combination.learn(said, noted, y, Math.min(w, MAX_WEIGHT), around, now);
      // Looks at one session come with the root of their number: their loss is one piece of news in all.
      if (drift.update(-logLikelihood(probability, y), Math.min(1, w) ** 2))
        for (const expert of experts) expert.onDrift?.();
    };
  };

  const learnMany = (batch: readonly LabelledExample[]): void => {
    const teaching = assertBatch(batch, nFeatures);
    scaler?.learn(teaching.map(({ x }) => x));
    for (const step of stepsOf(teaching)) {
      // All of them are judged before they learned from any of it.
      for (const judge of step.map(recall)) judge();
      for (const expert of experts) expert.learnMany(step);
    }
  };

  const foretell = (x: FeatureVector, slots?: Slots): Foretold => {
    const said = ask(x, slots);
    const weights = combination.weights();
    const { probability, ways } = combination.combine(said, context.of(x));
    const models: Record<string, { probability: number; weight: number }> = {};
    const predicted: Record<string, number> = { ...ways };
    experts.forEach(({ name }, i) => {
      if (!isSaid(said[i]!)) return;
      models[name] = { probability: said[i]!, weight: weights[i]! };
      predicted[name] = said[i]!;
    });
    return { probability, models, predicted };
  };

  const assess = (x: FeatureVector, slots?: Slots): Assessment => {
    const foretold = foretell(x, slots);
    const parts = new Map<string, number>();
    for (const expert of experts) {
      const { weight = 0 } = foretold.models[expert.name] ?? {};
      if (weight <= MIN_HEARD) continue;
      for (const { feature, contribution } of expert.contributions?.(x, slots) ?? []) {
        parts.set(feature, (parts.get(feature) ?? 0) + contribution * weight);
      }
    }
    return { ...foretold, top: strongest(parts) };
  };

  const getState = (): ModelState => ({
    ...own.getState(),
    parts: experts.map((expert) => expert.getState()),
  });

  const setState = (state: ModelState): boolean => {
    const before = getState();
    const restore = ({ parts = [] }: ModelState) =>
      parts.length === experts.length && experts.every((expert, i) => expert.setState(parts[i]!));
    if (own.setState(state) && restore(state)) return true;
    // All or nothing: what was taken over already is put back.
    own.setState(before);
    restore(before);
    return false;
  };

  return {
    name: 'hedge',
    predictProbaOne: (x, slots) => combination.combine(ask(x, slots), context.of(x)).probability,
    foretell,
    assess,
    learnOne: (x, y, w = 1, slots = []) => learnMany([{ x, y, w, slots }]),
    learnMany,
    contributions: (x, slots) => assess(x, slots).top,
    getState,
    setState,
    dispose: () => experts.forEach((expert) => expert.dispose()),
  };
}

/**
 * A batch in steps of so many labels. Looks at one session come with one over the root of their number,
 * and are one label in all: were they learned one after the other, the first would give away the rest.
 */
function stepsOf(batch: readonly LabelledExample[]): readonly LabelledExample[][] {
  const steps: LabelledExample[][] = [];
  let nLabels = 0;
  for (const example of batch) {
    (steps[Math.floor(nLabels / STEP_LABELS + ROUNDING)] ??= []).push(example);
    nLabels += Math.min(1, example.w ?? 1) ** 2;
  }
  return steps;
}
