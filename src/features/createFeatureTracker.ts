import type { Observable } from 'rxjs';
import type { Report } from '../guard.js';
import { clamp } from '../tools/clamp.js';
import { hasShape } from '../tools/hasShape.js';
import type { Clock, FeatureVector, PageStreams, Signal, Slots } from '../types.js';
import { createActions } from './createActions.js';
import { createActivity } from './createActivity.js';
import { createHabits } from './habits.js';
import type { FeatureContext, Moment } from './Moment.js';
import { ownMeans } from './ownMeans.js';
import { BUCKETS, OWN_SHAPE, PERSONAL, READS, SCHEMA_VERSION } from './schema.js';
import { shapeOf } from './shape.js';
import type { Moments } from './standardise.js';
import { toSlots } from './toSlots.js';
import { trialsOf } from './trials.js';

export interface FeatureTrackerOptions {
  readonly page: PageStreams;
  readonly signals$: Observable<Signal>;
  readonly clock: Clock;
  readonly report: Report;
  /** Asked at each vector. */
  readonly context: () => FeatureContext;
}

/** This person's habits, as JSON could hold them. */
export interface FeatureState {
  /** {@link SCHEMA_VERSION} that it was made for. */
  readonly schema: number;
  readonly habits: readonly Moments[];
  /** Attempts that were finished, then the means of their shapes. */
  readonly attempts: readonly number[];
}

export interface FeatureTracker {
  /**
   * The features of now: a new vector, shape `[featureNames.length]`, each finite and in [−3, 3].
   * A moment becomes part of the habits when the next one is asked for, at least 1 s later; a
   * attempt at a task, when the next begins.
   */
  vector(): FeatureVector;
  /** The same with the sequence features that are on. */
  look(): { readonly x: FeatureVector; readonly slots: Slots };
  /** Takes the attempt so far into what is usual for this person; the next moment is another's. */
  endAttempt(): void;
  getState(): FeatureState;
  /** @returns false, having changed nothing, when the state is of another schema or damaged */
  setState(state: unknown): boolean;
  /** Safe to call twice. */
  stop(): void;
}

/** Follows the page and says at any moment what the models are to see of it. */
export function createFeatureTracker(options: FeatureTrackerOptions): FeatureTracker {
  const { clock, context } = options;
  const activity = createActivity({ ...options, startedAt: clock.now() });
  const actions = createActions(options);
  const personal = Object.values(PERSONAL);
  const habits = createHabits(personal.map(([, mean, spread]) => ({ mean, spread })));
  const attempts = ownMeans(OWN_SHAPE.length);
  let startedAt = NaN;
  let latest: Moment | undefined;

  const endAttempt = () => {
    attempts.end();
    latest?.usualShape.end();
  };

  const momentNow = (): Moment => {
    const now = clock.now();
    const hour = new Date(clock.wallTime()).getHours();
    const around = context();
    const begin = around.intent.startedAt;
    if (begin !== startedAt) endAttempt();
    startedAt = begin;
    const taken = actions.since(begin);
    return {
      ...around,
      ...activity.at(now),
      now,
      hour,
      actions: taken,
      attempt: { ...shapeOf(taken, begin, now), ...trialsOf(taken) },
    };
  };

  const vector = () => {
    const moment = momentNow();
    const plain = Object.values(READS).map((read) => read(moment));
    const measures = personal.map(([read]) => read(moment));
    const shape = OWN_SHAPE.map((name) => moment.attempt[name]!);
    const against = moment.usualShape.read(shape);
    latest = moment;
    return Float64Array.from(
      [
        ...plain,
        ...habits.read(moment.now, measures),
        ...attempts.read(shape),
        ...against,
        against.reduce((sum, z) => sum + Math.abs(z), 0) / against.length,
      ],
      toFinite,
    );
  };

  return {
    vector,
    look: () => {
      const x = vector();
      const buckets = BUCKETS.map(([index, step]) => Math.floor(x[index]! / step));
      return { x, slots: toSlots({ ...latest!, route: actions.route(), buckets }) };
    },
    endAttempt,
    getState: () => ({
      schema: SCHEMA_VERSION,
      habits: habits.getState(),
      attempts: attempts.getState(),
    }),
    setState: (state) =>
      hasShape(state, { schema: 'number', habits: 'array', attempts: 'array' }) &&
      state.schema === SCHEMA_VERSION &&
      attempts.isState(state.attempts) &&
      habits.setState(state.habits) &&
      attempts.setState(state.attempts),
    stop: () => {
      activity.stop();
      actions.stop();
    },
  };
}

function toFinite(value: number): number {
  return Number.isFinite(value) ? clamp(value, -3, 3) : 0;
}
