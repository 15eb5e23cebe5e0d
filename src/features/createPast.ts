import { hasShape } from '../tools/hasShape.js';
import type { Label } from '../types.js';
import type { FeatureContext } from './Moment.js';
import {
  createSharedPast,
  NO_PAST,
  notePast,
  pastOf,
  type OwnPast,
  type SharedPast,
} from './labelHistory.js';
import { taskShapes, type TaskShapes } from './taskShapes.js';

/** What one visitor's earlier moments say of this one, on top of what a prior says of everybody's. */
export interface VisitorPast {
  of(task: string | undefined): Pick<FeatureContext, 'past' | 'usualShape'>;
  /** @param w - how much news it is; see {@link notePast} */
  note(y: Label, task: string | undefined, w: number): void;
  /** Plain data. */
  getState(): unknown;
  /** @returns false, having changed nothing, when the state is damaged */
  setState(state: unknown): boolean;
}

/** @param known - what a prior knows. @defaultValue nothing */
export function createPast(
  known: { readonly past: SharedPast; readonly shapes: TaskShapes } | undefined,
): VisitorPast {
  const shared = known?.past ?? createSharedPast();
  const shapes = known?.shapes ?? taskShapes();
  let own: OwnPast = NO_PAST;
  return {
    of: (task) => ({ past: pastOf(shared, own, task), usualShape: shapes.of(task) }),
    note: (y, task, w) => (own = notePast(shared, own, y, task, w)),
    getState: () => ({
      own,
      base: shared.base,
      tasks: [...shared.tasks],
      shapes: shapes.getState(),
    }),
    setState: (state) => {
      if (!isState(state) || !shapes.setState(state.shapes)) return false;
      own = state.own;
      shared.base = state.base;
      shared.tasks.clear();
      for (const [task, tally] of state.tasks) shared.tasks.set(task, tally);
      return true;
    },
  };
}

interface State {
  readonly own: OwnPast;
  readonly base: SharedPast['base'];
  readonly tasks: readonly (readonly [number, SharedPast['base']])[];
  readonly shapes: unknown;
}

function isState(state: unknown): state is State {
  return (
    hasShape(state, { own: 'array', base: 'array', tasks: 'array', shapes: 'array' }) &&
    areCounts(state['own'], 4) &&
    areCounts(state['base'], 2) &&
    (state['base'] as readonly number[])[0]! > 0 &&
    (state['tasks'] as readonly unknown[]).every(
      (entry) => Array.isArray(entry) && Number.isInteger(entry[0]) && areCounts(entry[1], 2),
    )
  );
}

function areCounts(values: unknown, length: number): boolean {
  return (
    Array.isArray(values) &&
    values.length === length &&
    values.every((value) => Number.isFinite(value) && value >= 0)
  );
}
