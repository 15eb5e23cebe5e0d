import type { Milliseconds, Pattern, Task } from '../types.js';
import { isSelector, matchesPage, toList, type PatternPage } from './matchesPattern.js';

/** What happened to a task. */
export type TaskEventKind =
  'started' | 'progressed' | 'success' | 'abandoned' | 'left' | 'resumed' | 'contacted';

/** Where one task stands: plain data, so that it survives a page load. */
export interface TaskProgress {
  readonly isOpen: boolean;
  /** The page was at one of the task's places when last looked. */
  readonly isHere: boolean;
  /** Index of the furthest step reached; -1 before the first. */
  readonly step: number;
  readonly startedAt: Milliseconds;
  readonly progressAt: Milliseconds;
  readonly seenAt: Milliseconds;
}

export const NOT_STARTED: TaskProgress = {
  isOpen: false,
  isHere: false,
  step: -1,
  startedAt: 0,
  progressAt: 0,
  seenAt: 0,
};

export interface Change {
  readonly progress: TaskProgress;
  readonly events: readonly TaskEventKind[];
}

/** Whether a pattern is met now: by the place, or by the selector that was just seen or pressed. */
type Met = (pattern: Pattern) => boolean;

export function metByPage(page: PatternPage): Met {
  return (pattern) => matchesPage(pattern, page);
}

export function metBySelector(selector: string): Met {
  return (pattern) => isSelector(pattern) && pattern === selector;
}

/**
 * The life of a task: started, walked step by step, left and come back to, ended.
 *
 * ```text
 * ─start─▶ open ─step─▶ open … ─success─▶ closed
 *            │ ▲ leaves its places, comes back
 *            ▼ │
 *           away
 * ```
 *
 * @param isPlace - the page itself was looked at, as opposed to one selector
 */
export function advance(
  task: Task,
  before: TaskProgress,
  met: Met,
  now: Milliseconds,
  isPlace: boolean,
): Change {
  const any = (patterns: Task['success'] | undefined) => toList(patterns).some(met);
  const step = (task.steps ?? []).findLastIndex(met);
  if (before.isOpen && any(task.success)) return ended(before, 'success');
  const events: TaskEventKind[] = [];
  let progress = before;
  if (!before.isOpen && (any(task.start) || step >= 0)) {
    progress = opened(now);
    events.push('started');
  }
  if (!progress.isOpen) return { progress: before, events };
  if (step > progress.step) {
    const isFirst = events.includes('started') || step === 0;
    progress = { ...progress, step, seenAt: now, progressAt: isFirst ? progress.progressAt : now };
    if (!isFirst) events.push('progressed');
  }
  if (any(task.contact)) events.push('contacted');
  return isPlace ? located(task, progress, met, now, events) : { progress, events };
}

/** Notes whether the page is still at one of the task's places, where the task names any. */
function located(
  task: Task,
  progress: TaskProgress,
  met: Met,
  now: Milliseconds,
  events: readonly TaskEventKind[],
): Change {
  const all = [task.start, task.success, task.contact, task.steps].flatMap(toList);
  const isHere = all.some(met) || !all.some((pattern) => !isSelector(pattern));
  const next = { ...progress, isHere, seenAt: isHere ? now : progress.seenAt };
  if (events.includes('started') || isHere === progress.isHere) return { progress: next, events };
  return { progress: next, events: [...events, isHere ? 'resumed' : 'left'] };
}

export function opened(now: Milliseconds): TaskProgress {
  return { isOpen: true, isHere: true, step: -1, startedAt: now, progressAt: now, seenAt: now };
}

export function ended(before: TaskProgress, kind: 'success' | 'abandoned'): Change {
  return { progress: { ...before, isOpen: false, isHere: false, step: -1 }, events: [kind] };
}

/** Every selector that a task's patterns name. */
export function selectorsOf({ start, steps, success, contact }: Task): string[] {
  return [start, steps, success, contact].flatMap(toList).filter(isSelector);
}
