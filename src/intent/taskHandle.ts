import { BeforehandError } from '../errors.js';
import type { Report } from '../guard.js';
import type { Clock, TaskHandle } from '../types.js';
import type { TaskLife } from './taskLife.js';
import { toList } from './toClues.js';

/** What the host may say of a task by itself; without a task, it does nothing. */
export function taskHandle(life: TaskLife | undefined, clock: Clock, report: Report): TaskHandle {
  const said = (say: (life: TaskLife) => void): TaskHandle => {
    if (life) say(life);
    return handle;
  };
  const handle: TaskHandle = {
    start: () => said((known) => known.start(clock.now())),
    progress: (given) =>
      said((known) => {
        const step = toStep(known, given, report);
        if (step !== undefined) known.advance(step, clock.now());
      }),
    success: () => said((known) => known.succeed(clock.now())),
    abandon: () => said((known) => known.abandon(clock.now())),
  };
  return handle;
}

/** The next step when none is given; the last one goes on for as long as there is progress. */
function toStep(
  { task, progress }: TaskLife,
  given: number | string | undefined,
  report: Report,
): number | undefined {
  const steps = toList(task.steps);
  const last = steps.length ? steps.length - 1 : Infinity;
  if (given === undefined) return Math.min(progress.step + 1, last);
  const index = typeof given === 'number' ? given : steps.indexOf(given);
  if (Number.isInteger(index) && index >= 0 && index <= last) return index;
  const what = `task "${task.id}" has no step ${JSON.stringify(given)}`;
  report(new BeforehandError('invalid-config', `${what}; the progress is not counted`));
  return undefined;
}
