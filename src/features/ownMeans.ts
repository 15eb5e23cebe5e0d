import { clamp } from '../tools/clamp.js';
import { roundTo } from '../tools/roundTo.js';

/** What is usual for this person, or at this task, of measures that have no common number. */
export interface OwnMeans {
  /** How far each lies from what is usual, in usual spreads within ±3, shrunk to 0 while little is known. */
  read(values: readonly number[]): readonly number[];
  /** Takes the mean of what was read since the last end into what is usual. */
  end(): void;
  /** `[n, …means, …variances]`. */
  getState(): readonly number[];
  isState(state: unknown): state is readonly number[];
  /** @returns false, having changed nothing, when the state is of other measures or damaged */
  setState(state: unknown): boolean;
}

/** Attempts that it takes to believe half of a difference in means. */
const PRIOR_COUNT = 1;

/** Attempts that it takes to believe their spread half; until then it is this, of a logarithm. */
const SPREAD_COUNT = 4;
const USUAL_SPREAD = 0.3;

/** Then each new attempt counts as one of that many: habits change. */
const MAX_COUNT = 100;

export function ownMeans(size: number): OwnMeans {
  const usual = runningMean(size);
  const current = runningMean(size);

  const isState = (state: unknown): state is readonly number[] =>
    Array.isArray(state) &&
    state.length === 2 * size + 1 &&
    state.every((value) => Number.isFinite(value)) &&
    state[0] >= 0 &&
    state.slice(size + 1).every((variance) => variance >= 0);

  const spreadOf = (n: number, variance: number): number =>
    Math.sqrt((n * variance + SPREAD_COUNT * USUAL_SPREAD ** 2) / (n + SPREAD_COUNT));

  return {
    read: (values) => {
      current.learn(values);
      const n = usual.state[0]!;
      return values.map((value, i) => {
        const spread = spreadOf(n, usual.state[1 + size + i]!);
        return clamp(((n / (n + PRIOR_COUNT)) * (value - usual.state[1 + i]!)) / spread, -3, 3);
      });
    },
    end: () => {
      if (current.state[0]) usual.learn([...current.state.slice(1, size + 1)]);
      current.state.fill(0);
    },
    getState: () => [...usual.state],
    isState,
    setState: (state) => {
      if (!isState(state)) return false;
      usual.state.set(state);
      current.state.fill(0);
      return true;
    },
  };
}

/** Mean and variance of vectors, as `[n, …means, …variances]`. */
function runningMean(size: number) {
  const state = new Float64Array(2 * size + 1);
  return {
    state,
    learn: (values: readonly number[]) => {
      const n = Math.min(MAX_COUNT, state[0]! + 1);
      state[0] = n;
      values.forEach((value, i) => {
        const [mean, variance] = [state[1 + i]!, state[1 + size + i]!];
        const moved = mean + (value - mean) / n;
        state[1 + i] = roundTo(moved, 4);
        state[1 + size + i] = roundTo(
          Math.max(0, variance + ((value - mean) * (value - moved) - variance) / n),
          4,
        );
      });
    },
  };
}
