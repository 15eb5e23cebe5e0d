import { clamp } from '../tools/clamp.js';
import { hash32 } from '../tools/hash32.js';
import { logit } from '../tools/logit.js';
import { roundTo } from '../tools/roundTo.js';
import type { Label } from '../types.js';

/** What earlier endings say of a moment, each 0 where nothing is known. */
export interface Past {
  /** By how many logits it went worse of late than is usual anywhere. */
  readonly basePast: number;
  /** By how many more it went for this visitor. */
  readonly ownPast: number;
  /** By how many more it went in this task. */
  readonly taskPast: number;
  /** Both together: somebody with trouble at a task that gives trouble. */
  readonly ownTaskPast: number;
  /** How the last few times ended for this visitor, in [0, 1). */
  readonly ownLast: number;
  /** `log1p` of the endings known. */
  readonly ownSeen: number;
  readonly taskSeen: number;
}

/** What became of everybody's moments, forgetting slowly. Plain data. */
export interface SharedPast {
  /** Endings and how many of them were bad; of late. */
  base: readonly [n: number, bad: number];
  /** The same by task, which is known by its hash. */
  readonly tasks: Map<number, readonly [n: number, bad: number]>;
}

/** What became of one visitor's. */
export type OwnPast = readonly [n: number, bad: number, seen: number, last: number];

/** How often a moment ends badly before anything is known. */
export const USUAL = 0.08;

/** Endings that it takes to outweigh what is usual. */
const BASE_COUNT = 2;
const OWN_COUNT = 4;
const TASK_COUNT = 8;

/** What an older ending counts when one more is known: habits change soon, a site slowly. */
const KEEP_BASE = 0.997;
const KEEP_OWN = 0.9;
const KEEP_LAST = 0.5;

/** Tasks are told apart by as many numbers. */
export const N_TASKS = 4096;

/** Tasks that are kept. */
export const MAX_TASKS = 300;

export const NO_PAST: OwnPast = [0, 0, 0, 0];

export function createSharedPast(): SharedPast {
  return { base: [BASE_COUNT, BASE_COUNT * USUAL], tasks: new Map() };
}

/** The number by which a task is known. */
export function taskNumber(task: string | undefined): number {
  return hash32(task ?? '') % N_TASKS;
}

/**
 * What is known of a moment from how others ended: shrunk, so that one bad ending is no verdict.
 *
 * @see Efron, Morris (1975), "Data analysis using Stein's estimator", for shrinking
 */
export function pastOf({ base, tasks }: SharedPast, own: OwnPast, task: string | undefined): Past {
  const usual = base[1] / base[0];
  const excess = (n: number, bad: number, count: number): number =>
    clamp(logit((bad + count * usual) / (n + count)) - logit(usual), -3, 3);
  const [nTask, badTask] = tasks.get(taskNumber(task)) ?? [0, 0];
  const ownPast = excess(own[0], own[1], OWN_COUNT);
  const taskPast = excess(nTask, badTask, TASK_COUNT);
  return {
    basePast: clamp(logit(usual) - logit(USUAL), -3, 3),
    ownPast,
    taskPast,
    ownTaskPast: ownPast * taskPast,
    ownLast: own[3],
    ownSeen: Math.log1p(own[2]) / 2,
    taskSeen: Math.log1p(nTask) / 3,
  };
}

/**
 * Notes one ending in what is known of everybody; gives what is then known of the visitor.
 *
 * @param w - how much news it is: less than 1 where others shared the same ending
 */
export function notePast(
  shared: SharedPast,
  [n, bad, seen, last]: OwnPast,
  y: Label,
  task: string | undefined,
  w = 1,
): OwnPast {
  const number = taskNumber(task);
  const [nTask, badTask] = shared.tasks.get(number) ?? [0, 0];
  const [keepBase, keepOwn, keepLast] = [KEEP_BASE ** w, KEEP_OWN ** w, KEEP_LAST ** w];
  shared.base = [shared.base[0] * keepBase + w, shared.base[1] * keepBase + w * y];
  shared.tasks.set(number, [roundTo(nTask + w, 3), roundTo(badTask + w * y, 3)]);
  if (shared.tasks.size > MAX_TASKS) shared.tasks.delete(leastSeen(shared.tasks));
  return [n * keepOwn + w, bad * keepOwn + w * y, seen + w, last * keepLast + y * (1 - keepLast)];
}

/** Of tasks seen as often, the one that came first. */
function leastSeen(tasks: SharedPast['tasks']): number {
  return [...tasks].reduce((a, b) => (b[1][0] < a[1][0] ? b : a))[0];
}
