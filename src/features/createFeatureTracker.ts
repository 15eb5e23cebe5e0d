import type { Observable } from 'rxjs';
import type { Report } from '../guard.js';
import { clamp } from '../tools/clamp.js';
import { hasShape } from '../tools/hasShape.js';
import type { Clock, FeatureVector, PageStreams, Signal } from '../types.js';
import { createActivity } from './activity.js';
import { createHabits } from './habits.js';
import type { FeatureContext, Moment } from './Moment.js';
import { SCHEMA, SCHEMA_VERSION, type Feature } from './schema.js';
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
  readonly habits: Readonly<Record<string, Moments>>;
}

export interface FeatureTracker {
  /**
   * The features of now: a new vector, shape `[FEATURES.length]`, each finite and within [−3, 3].
   * Asked twice within a second, the second time tells the habits nothing.
   */
  vector(): FeatureVector;
  getState(): FeatureState;
  /** @returns false, having changed nothing, when the state is of another schema or damaged */
  setState(state: unknown): boolean;
  /** Safe to call twice. */
  stop(): void;
}

const STANDARDISED = SCHEMA.filter(({ standardised }) => standardised);

/** Follows the page and says at any moment what the models are to see of it. O(1) an event. */
export function createFeatureTracker(options: FeatureTrackerOptions): FeatureTracker {
  const { clock, context } = options;
  const activity = createActivity({ ...options, startedAt: clock.now() });
  const habits = createHabits(
    Object.fromEntries(STANDARDISED.map(({ name, prior }) => [name, prior!])),
  );

  const momentOf = (): Moment => ({
    ...context(),
    now: clock.now(),
    hour: new Date(clock.wallTime()).getHours(),
    activity,
  });
  const valueOf = ({ name, standardised, read }: Feature, moment: Moment): number => {
    const value = read(moment);
    return toFinite(standardised ? habits.z(name, value) : value);
  };

  return {
    vector: () => {
      const moment = momentOf();
      habits.observe(
        moment.now,
        new Map(STANDARDISED.map(({ name, read }) => [name, read(moment)])),
      );
      return Float64Array.from(SCHEMA, (feature) => valueOf(feature, moment));
    },
    getState: () => ({ schema: SCHEMA_VERSION, habits: habits.getState() }),
    setState: (state) =>
      hasShape(state, { schema: 'number', habits: 'object' }) &&
      state.schema === SCHEMA_VERSION &&
      habits.setState(state.habits),
    stop: activity.stop,
  };
}

function toFinite(value: number): number {
  return Number.isFinite(value) ? clamp(value, -3, 3) : 0;
}
