import { roundTo } from '../tools/roundTo.js';

/** What is usual for this person, of measures that the population has no common number for. */
export interface OwnMeans {
  /** How far each lies from one's own mean, shrunk to 0 while little is known. */
  read(values: readonly number[]): readonly number[];
  /** Takes the mean of what was read since the last end into what is usual. */
  end(): void;
  getState(): readonly number[];
  isState(state: unknown): state is readonly number[];
  /** @returns false, having changed nothing, when the state is of other measures or damaged */
  setState(state: unknown): boolean;
}

/** Attempts of one's own that it takes to believe half of the difference. */
const PRIOR_COUNT = 1;

/** Then each new attempt counts as one of that many: habits change. */
const MAX_COUNT = 100;

export function ownMeans(size: number): OwnMeans {
  const usual = runningMean(size);
  const current = runningMean(size);

  const isState = (state: unknown): state is readonly number[] =>
    Array.isArray(state) &&
    state.length === size + 1 &&
    state.every((value) => Number.isFinite(value)) &&
    state[0] >= 0;

  return {
    read: (values) => {
      current.learn(values);
      const [n = 0, ...means] = usual.state;
      return values.map((value, i) => (n / (n + PRIOR_COUNT)) * (value - means[i]!));
    },
    end: () => {
      if (current.state[0]) usual.learn([...current.state.slice(1)]);
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

function runningMean(size: number) {
  const state = new Float64Array(size + 1);
  return {
    state,
    learn: (values: readonly number[]) => {
      state[0] = Math.min(MAX_COUNT, state[0]! + 1);
      values.forEach((value, i) => {
        state[i + 1] = roundTo(state[i + 1]! + (value - state[i + 1]!) / state[0]!, 4);
      });
    },
  };
}
