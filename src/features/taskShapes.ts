import { taskNumber } from './labelHistory.js';
import { ownMeans, type OwnMeans } from './ownMeans.js';
import { OWN_SHAPE } from './schema.js';

/** What attempts at each task look like, of whoever is known. */
export interface TaskShapes {
  of(task: string | undefined): OwnMeans;
  /** `[task, n, …means, …variances]` in a row, of the tasks that were seen most. */
  getState(): readonly number[];
  /** @returns false, having changed nothing, when the state is of other measures or damaged */
  setState(state: unknown): boolean;
}

/** One row of the state. */
const WIDTH = 2 + 2 * OWN_SHAPE.length;

/** Tasks that are kept: a row is some 200 bytes, and what was seen once or twice tells little. */
export const MAX_SHAPES = 40;

export function taskShapes(): TaskShapes {
  let byTask = new Map<number, OwnMeans>();
  const add = (tasks: typeof byTask, task: number): OwnMeans => {
    const means = tasks.get(task) ?? ownMeans(OWN_SHAPE.length);
    tasks.set(task, means);
    return means;
  };
  return {
    of: (task) => add(byTask, taskNumber(task)),
    getState: () =>
      [...byTask]
        .map(([task, means]) => [task, ...means.getState()] as const)
        .sort(([a, n = 0], [b, m = 0]) => m - n || a - b)
        .slice(0, MAX_SHAPES)
        .sort(([a], [b]) => a - b)
        .flat(),
    setState: (state) => {
      if (!Array.isArray(state) || state.length % WIDTH) return false;
      const tasks: typeof byTask = new Map();
      for (let i = 0; i < state.length; i += WIDTH) {
        const [task, ...means] = state.slice(i, i + WIDTH) as readonly number[];
        if (!Number.isInteger(task) || !add(tasks, task!).setState(means)) return false;
      }
      byTask = tasks;
      return true;
    },
  };
}
