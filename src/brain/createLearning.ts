import {
  createPast,
  featureNames,
  SCHEMA_VERSION,
  type FeatureContext,
} from '../features/index.js';
import { guard, type Report } from '../guard.js';
import { createTrainer, resume, summarise, type Trainer } from '../learner/index.js';
import { createLearningLoop, riskModel, type RiskModel } from '../models/index.js';
import type { Settings } from '../options.js';
import type { Settled } from '../outcomes/index.js';
import { readPrior } from '../prior.js';
import type { Store } from '../storage/Store.js';
import type { LabelledExample } from '../types.js';

/** What else is kept beside the model. */
interface Companion {
  getState(): unknown;
  setState(state: unknown): unknown;
}

export interface LearningOptions {
  readonly window: Window & typeof globalThis;
  readonly learning: Settings['learning'];
  readonly store: Pick<Store, 'loadModel' | 'saveModel'>;
  readonly report: Report;
  readonly features: Companion;
  readonly intent: Companion;
  readonly looks: Companion;
}

/** The model, all that it has learned, and the worker that helps it. */
export interface Learning {
  readonly model: RiskModel;
  /** By how many logits things end worse on this site than is usual, as its prior has seen. */
  readonly worse: number;
  /** What became of earlier moments, on this device and in the prior. */
  pastOf(task: string | undefined): Pick<FeatureContext, 'past' | 'usualShape'>;
  learn(settled: readonly Settled[]): void;
  /** Takes over what earlier visits have learned. */
  load(): Promise<void>;
  save(): Promise<void>;
  startWorker(): void;
  /** Drops everything that was learned, since it was erased. */
  forget(): void;
  stop(): void;
}

/** Kept under these names, in a database that outlives versions of this file. */
interface Kept {
  readonly features?: unknown;
  readonly intent?: unknown;
  readonly looks?: unknown;
  readonly trainer?: unknown;
  readonly past?: unknown;
}

export function createLearning(options: LearningOptions): Learning {
  const { window, store, report, features, intent, looks } = options;
  const { prior, batchSize, workerUrl } = options.learning;
  const known = prior && guard(report, 'prior-rejected', () => readPrior(prior));
  const past = createPast(known);
  // Of the site alone: what becomes of this visitor is news about the visitor.
  const worse = Math.max(0, past.of(undefined).past.basePast);
  const createModel = () =>
    riskModel({ featureNames, ...(known?.model && { prior: known.model }) });
  const model = createModel();
  const unlearned = {
    features: features.getState(),
    past: past.getState(),
  };
  let trainer: Trainer | undefined;
  let kept: Kept = {};
  /** Where the worker begins: never from nothing where the model has a network. */
  const trained = () => resume(kept.trainer, model.mlp.getWeights());

  const loop = createLearningLoop({
    model,
    store,
    batchSize,
    companions: {
      getState: (): Kept => ({
        features: features.getState(),
        intent: intent.getState(),
        looks: looks.getState(),
        trainer: (trainer && summarise(trainer.getState())) ?? kept.trainer,
        past: past.getState(),
      }),
      setState: (state) => (kept = (state ?? {}) as Kept),
    },
    onBatch: (batch) => trainer?.learn(batch),
  });

  const toExamples = ({ pending, outcome: { label: y } }: Settled): LabelledExample[] => {
    const { x, schema, slots = [], predicted, task, nth } = pending;
    // One from before an update has other features.
    const isOfThese = schema === SCHEMA_VERSION && x.length === featureNames.length;
    if (y === undefined || !isOfThese) return [];
    const w = weightOf(nth);
    past.note(y, task, w);
    return [{ x: Float64Array.from(x), slots, y, w, predicted }];
  };

  return {
    model,
    worse,
    pastOf: past.of,
    learn: (settled) => loop.learn(settled.flatMap(toExamples)),
    load: async () => {
      await loop.load();
      features.setState(kept.features);
      past.setState(kept.past);
      intent.setState(kept.intent);
      looks.setState(kept.looks);
    },
    save: () => loop.save(),
    startWorker: () => {
      trainer = createTrainer({
        url: workerUrl || new URL('./beforehand.learner.js', import.meta.url).href,
        nFeatures: featureNames.length,
        report,
        onWeights: (weights) => void model.mlp.setWeights(weights),
        window,
        state: trained(),
      });
    },
    forget: () => {
      // Made anew, which is seldom: kept, it would weigh as much as the model.
      model.setState(createModel().getState());
      features.setState(unlearned.features);
      past.setState(unlearned.past);
      loop.reset();
      kept = {};
      trainer?.forget(trained());
    },
    stop: () => {
      trainer?.stop();
      model.dispose();
    },
  };
}

/**
 * Looks at one attempt share its ending, so they are not as many pieces of news: n of them weigh √n
 * together.
 *
 * @param nth - which one of its attempt it is, from 1
 */
export function weightOf(nth = 1): number {
  const n = nth >= 1 ? nth : 1;
  return Math.sqrt(n) - Math.sqrt(n - 1);
}
