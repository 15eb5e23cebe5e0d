import type { Milliseconds } from '../types.js';
import type { ActionTaken } from './createActions.js';

/** Presses this near are on the same spot, CSS pixels. */
const NEAR_PX = 15;
/** Presses this soon after another are quick. */
const QUICK_MS: Milliseconds = 500;
const LONG_MS: Milliseconds = 2000;

/** What an attempt at a task looks like so far, whatever the task: how many, how fast, how repetitive. */
export function shapeOf(
  actions: readonly ActionTaken[],
  startedAt: Milliseconds,
  now: Milliseconds,
): Readonly<Record<string, number>> {
  const gaps = actions.map(({ time }, i) => (time - (actions[i - 1]?.time ?? startedAt)) / 1000);
  const between = gaps.slice(1);
  const tail = between.slice(between.length >> 1);
  const hops = actions.map((action, i) => hopTo(action, actions[i - 1]));
  const far = hops.filter((hop) => hop >= 0);
  const n = Math.max(1, actions.length);
  const distinct = new Set(actions.map(({ token }) => token)).size;
  const share = (is: (action: ActionTaken, i: number) => boolean) => actions.filter(is).length / n;
  const meanGap = mean(between);
  const pathPx = sumOf(actions, 'pathPx');
  const moveMs = sumOf(actions, 'moveMs');
  return {
    actions: log(actions.length) / 2,
    presses: log(actions.filter(({ kind }) => kind === 'press').length) / 2,
    keys: log(actions.filter(({ kind }) => kind === 'key').length) / 2,
    scrolls: log(actions.filter(({ kind }) => kind === 'scroll').length) / 2,
    deletions: log(actions.filter(({ isDeletion }) => isDeletion).length) / 2,
    span: log((now - startedAt) / 1000) / 2,
    firstGap: log(gaps[0] ?? 0) / 2,
    lastGap: log(between.at(-1) ?? 0) / 2,
    meanGap: log(meanGap) / 2,
    medianGap: log(median(between)) / 2,
    maxGap: log(Math.max(0, ...between)) / 2,
    gapSpread: log(Math.sqrt(mean(between.map((gap) => (gap - meanGap) ** 2)))) / 2,
    tailGap: log(mean(tail)) / 2,
    longGaps: log(between.filter((gap) => 1000 * gap > LONG_MS).length),
    distinct: log(distinct) / 2,
    distinctActions: distinct / n,
    repeats: share(({ token }, i) => i > 0 && token === actions[i - 1]!.token),
    nearby: share((_, i) => hops[i]! >= 0 && hops[i]! < NEAR_PX),
    quickNearby: share((_, i) => hops[i]! >= 0 && hops[i]! < NEAR_PX && 1000 * gaps[i]! < QUICK_MS),
    hop: log(mean(far)) / 3,
    rate: log((60_000 * actions.length) / Math.max(1000, now - startedAt)) / 2,
    travel: log(pathPx / n) / 3,
    speed: log(pathPx / Math.max(0.05, moveMs / 1000)) / 3,
  };
}

/** How far a press lies from the one before; −1 where either has no place. */
function hopTo(action: ActionTaken, before: ActionTaken | undefined): number {
  const hop = before ? Math.hypot(action.x - before.x, action.y - before.y) : NaN;
  return hop >= 0 ? hop : -1;
}

function sumOf(actions: readonly ActionTaken[], of: 'pathPx' | 'moveMs'): number {
  return actions.reduce((sum, action) => sum + action[of], 0);
}

function log(value: number): number {
  return Math.log1p(Math.max(0, value));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}
