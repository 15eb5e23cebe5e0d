import {
  featureNames,
  NO_PAST,
  notePast,
  pastOf,
  USUAL,
  type OwnPast,
} from '../../features/index.js';
import { resume, type SavedTraining } from '../../learner/index.js';
import { trainMlp } from '../../learner/trainMlp.js';
import { riskModel, type RiskModel } from '../../models/index.js';
import { logit } from '../../tools/logit.js';
import { sigmoid } from '../../tools/sigmoid.js';
import type { Label, LabelledExample } from '../../types.js';
import { playRecording, type Cut } from './playRecording.js';
import { fromPrior, noKnown, toPrior, type Prior } from '../../prior.js';
import type { Recording } from './Recording.js';

/** One moment, and what each model said of it before anybody knew how it ends. */
export interface Said {
  readonly time: number;
  readonly example: Omit<LabelledExample, 'y'>;
  /** By model; `hedge` and `history` among them. */
  readonly predicted: Readonly<Record<string, number>>;
}

/** A risk model as it runs in a page, with its worker's part and the histories of all its visitors. */
export interface Student {
  /** Plays a recording up to its cut and says what each model says; learns nothing of its label. */
  read(recording: Recording, cut: Cut, options?: { readonly isSilent?: boolean }): readonly Said[];
  /** Notes how a recording ended: for the histories. */
  note(recording: Recording, y: Label): void;
  learn(batch: readonly LabelledExample[]): void;
  readonly model: RiskModel;
  toPrior(): Prior;
}

const PAST_RISK_SHARE = 0.2;

export function createStudent({ prior }: { prior?: Prior | undefined } = {}): Student {
  const { past, shapes, model: start, n: before } = prior ? fromPrior(prior) : noKnown();
  const model = riskModel({ featureNames, ...(start && { prior: start }) });
  const saved = resume(undefined, model.mlp.getWeights()) as SavedTraining | undefined;
  const training = trainMlp({ nFeatures: featureNames.length, ...(saved && { saved }) });
  const visitors = new Map<string, { habits: unknown; own: OwnPast }>();
  let n = before;

  const visitorOf = (user: string) => {
    const visitor = visitors.get(user) ?? { habits: undefined, own: NO_PAST };
    visitors.set(user, visitor);
    return visitor;
  };

  return {
    model,
    read: (recording, cut, { isSilent = false } = {}) => {
      const visitor = visitorOf(recording.user);
      const known = pastOf(past, visitor.own, recording.task);
      const usualShape = shapes.of(recording.task);
      const said: Said[] = [];
      let pastRisk = 0;
      visitor.habits = playRecording(recording, {
        cut,
        habits: visitor.habits,
        context: () => ({ pastRisk, past: known, usualShape }),
        onMoment: ({ time, x, slots }) => {
          if (isSilent) return void said.push({ time, example: { x, slots }, predicted: {} });
          const { probability, models, predicted } = model.foretell(x, slots);
          pastRisk += PAST_RISK_SHARE * (probability - pastRisk);
          const experts = Object.entries(models).map(([name, each]) => [name, each.probability]);
          said.push({
            time,
            example: { x, slots, predicted },
            predicted: {
              ...(Object.fromEntries(experts) as Record<string, number>),
              hedge: probability,
              history: sigmoid(logit(USUAL) + known.basePast + known.ownPast + known.taskPast),
            },
          });
        },
      });
      return said;
    },
    note: ({ user, task }, y) => {
      const visitor = visitorOf(user);
      visitor.own = notePast(past, visitor.own, y, task);
      n += 1;
    },
    learn: (batch) => {
      model.learnMany(batch);
      training.learnMany(batch.map(({ x, y, w = 1 }) => ({ x, y, w })));
      model.mlp.setWeights(training.getWeights());
    },
    toPrior: () => toPrior({ n, past, shapes, model: model.getState() }),
  };
}
