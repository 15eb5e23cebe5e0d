import { Subject, type Observable } from 'rxjs';
import { BeforehandError } from '../errors.js';
import type { Report } from '../guard.js';
import type { Clock, Intent, Milliseconds, Task, TaskHandle } from '../types.js';
import { posterior } from './posterior.js';
import {
  advance,
  ended,
  metByPage,
  metBySelector,
  NOT_STARTED,
  opened,
  selectorsOf,
  type Change,
  type TaskEventKind,
  type TaskProgress,
} from './taskLife.js';

export interface TaskEvent {
  readonly kind: TaskEventKind;
  /** Absent for the anonymous task. */
  readonly task?: string;
  readonly time: Milliseconds;
}

export interface IntentOptions {
  readonly tasks: readonly Task[];
  readonly location: () => Location;
  readonly document: Document;
  isShown(selector: string): boolean;
  readonly report: Report;
  readonly clock: Clock;
}

export interface IntentTracker {
  /** The page was loaded or its route changed. */
  onRoute(time: Milliseconds): void;
  /** An element that matches one of `selectors` was pressed. */
  onMatch(selector: string, time: Milliseconds): void;
  /** Looks for selectors that have become visible. */
  onTick(time: Milliseconds): void;
  /** A press or an edit: all the progress that the anonymous task can make. */
  onInteraction(time: Milliseconds): void;
  task(id: string): TaskHandle;
  current(now: Milliseconds): Intent;
  readonly events$: Observable<TaskEvent>;
  /** Every CSS selector in the tasks' patterns. */
  readonly selectors: readonly string[];
  /** Plain data; times are ages, since each page load has a clock of its own. */
  getState(): unknown;
  setState(state: unknown): boolean;
  stop(): void;
}

/**
 * Follows what the visitor is trying to do. Without declared tasks, the session is one task without
 * a name.
 */
export function createIntent(options: IntentOptions): IntentTracker {
  const { tasks, isShown, report, clock } = options;
  const events = new Subject<TaskEvent>();
  const progress = new Map(tasks.map(({ id }) => [id, NOT_STARTED]));
  const selectors = [...new Set(tasks.flatMap(selectorsOf))];
  const seen = new Set<string>();
  const byPage = metByPage(options);
  let anonymous = opened(clock.now());

  const put = (id: string, change: Change, time: Milliseconds) => {
    progress.set(id, change.progress);
    for (const kind of change.events) events.next({ kind, task: id, time });
  };

  const onRoute = (time: Milliseconds) => {
    seen.clear();
    for (const task of tasks)
      put(task.id, advance(task, progress.get(task.id)!, byPage, time, true), time);
  };

  const onMatch = (selector: string, time: Milliseconds) => {
    const met = metBySelector(selector);
    for (const task of tasks)
      put(task.id, advance(task, progress.get(task.id)!, met, time, false), time);
  };

  const onTick = (time: Milliseconds) => {
    // Once a route: a button that stays visible is not pressed again and again.
    for (const selector of selectors.filter((each) => !seen.has(each) && isShown(each))) {
      seen.add(selector);
      onMatch(selector, time);
    }
  };

  const current = (now: Milliseconds): Intent => {
    const { best, entropyBits } = posterior(
      Array.from(progress, ([id, each]) => ({ id, ...each })),
      now,
    );
    const task = tasks.find(({ id }) => id === best?.id);
    const { step, startedAt, progressAt } = task ? progress.get(task.id)! : anonymous;
    return {
      ...(task && best && { task: describe(task, best.probability) }),
      step,
      nSteps: task?.steps?.length ?? 0,
      startedAt,
      progressAt,
      entropyBits,
    };
  };

  const handle = (id: string): TaskHandle => {
    const task = tasks.find((each) => each.id === id);
    if (!task) {
      const known = tasks.map((each) => each.id).join(', ') || 'none';
      report(
        new BeforehandError('invalid-config', `task('${id}') is not declared; known are ${known}`),
      );
      return NO_TASK;
    }
    const change = (next: (before: TaskProgress, now: Milliseconds) => Change) => () => {
      put(id, next(progress.get(id)!, clock.now()), clock.now());
      return self;
    };
    const self: TaskHandle = {
      start: change((_, now) => ({ progress: opened(now), events: ['started'] })),
      progress: (step) => change((before, now) => walked(task, before, step, now))(),
      success: change((before) => ended(before, 'success')),
      abandon: change((before) => ended(before, 'abandoned')),
    };
    return self;
  };

  return {
    onRoute,
    onMatch,
    onTick,
    onInteraction: (time) =>
      (anonymous = { ...anonymous, progressAt: Math.max(time, anonymous.startedAt + 1) }),
    task: handle,
    current,
    events$: events.asObservable(),
    selectors,
    getState: () => toState(progress, clock.now()),
    setState: (state) => restore(state, progress, clock.now()),
    stop: () => events.complete(),
  };
}

const NO_TASK: TaskHandle = {
  start: () => NO_TASK,
  progress: () => NO_TASK,
  success: () => NO_TASK,
  abandon: () => NO_TASK,
};

function describe({ id, name, team }: Task, probability: number) {
  return { id, name, probability, ...(team !== undefined && { team }) };
}

function walked(
  task: Task,
  before: TaskProgress,
  step: number | string | undefined,
  now: Milliseconds,
): Change {
  const open = before.isOpen ? before : opened(now);
  const index =
    typeof step === 'string' ? (task.steps ?? []).indexOf(step) : (step ?? open.step + 1);
  return {
    progress: {
      ...open,
      step: Math.max(open.step, index),
      progressAt: Math.max(now, open.startedAt + 1),
      seenAt: now,
    },
    events: before.isOpen ? ['progressed'] : ['started', 'progressed'],
  };
}

type SavedTask = { readonly id: string; readonly step: number; readonly ages: readonly number[] };

function toState(progress: ReadonlyMap<string, TaskProgress>, now: Milliseconds): SavedTask[] {
  return Array.from(progress)
    .filter(([, { isOpen }]) => isOpen)
    .map(([id, { step, startedAt, progressAt, seenAt }]) => ({
      id,
      step,
      ages: [startedAt, progressAt, seenAt].map((at) => now - at),
    }));
}

function restore(state: unknown, progress: Map<string, TaskProgress>, now: Milliseconds): boolean {
  if (!Array.isArray(state)) return false;
  for (const saved of state as Partial<SavedTask>[]) {
    if (!isSavedTask(saved) || !progress.has(saved.id)) continue;
    const [startedAt, progressAt, seenAt] = saved.ages.map((age) => now - age) as [
      number,
      number,
      number,
    ];
    // Away until the page says that it is one of the task's places.
    progress.set(saved.id, {
      isOpen: true,
      isHere: false,
      step: saved.step,
      startedAt,
      progressAt,
      seenAt,
    });
  }
  return true;
}

function isSavedTask(saved: Partial<SavedTask> | null): saved is SavedTask {
  return (
    typeof saved?.id === 'string' &&
    Number.isInteger(saved.step) &&
    Array.isArray(saved.ages) &&
    saved.ages.length === 3 &&
    saved.ages.every((age) => Number.isFinite(age) && age >= 0)
  );
}
