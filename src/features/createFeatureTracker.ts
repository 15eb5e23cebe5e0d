import type { Observable } from 'rxjs';
import type { Report } from '../guard.js';
import { clamp } from '../tools/clamp.js';
import { hasShape } from '../tools/hasShape.js';
import type { Clock, FeatureVector, PageStreams, Signal } from '../types.js';
import { createActivity } from './createActivity.js';
import { createHabits } from './habits.js';
import type { FeatureContext, Moment } from './Moment.js';
import { PERSONAL, READS, SCHEMA_VERSION } from './schema.js';
import type { Moments } from './standardise.js';

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
}

export interface FeatureTracker {
  /**
   * The features of now: a new vector, shape `[featureNames.length]`, each finite and in [−3, 3].
   * A moment becomes part of the habits when the next one is asked for, at least 1 s later.
   */
  vector(): FeatureVector;
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
  const personal = Object.values(PERSONAL);
  const habits = createHabits(personal.map(([, mean, spread]) => ({ mean, spread })));

  const momentNow = (): Moment => {
    const now = clock.now();
    const hour = new Date(clock.wallTime()).getHours();
    return { ...context(), ...activity.at(now), now, hour };
  };

  return {
    vector: () => {
      const moment = momentNow();
      const plain = Object.values(READS).map((read) => read(moment));
      const measures = personal.map(([read]) => read(moment));
      return Float64Array.from([...plain, ...habits.read(moment.now, measures)], toFinite);
    },
    getState: () => ({ schema: SCHEMA_VERSION, habits: habits.getState() }),
    setState: (state) =>
      hasShape(state, { schema: 'number', habits: 'array' }) &&
      state.schema === SCHEMA_VERSION &&
      habits.setState(state.habits),
    stop: activity.stop,
  };
}

function toFinite(value: number): number {
  return Number.isFinite(value) ? clamp(value, -3, 3) : 0;
}
