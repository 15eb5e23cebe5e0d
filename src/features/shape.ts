import { sum } from '../tools/sum.js';
import type { Milliseconds } from '../types.js';
import type { ActionTaken } from './createActions.js';

/** Presses this near are on the same spot, CSS pixels. */
const NEAR_PX = 15;

/** What an attempt at a task looks like so far, whatever the task: how many, how fast, how repetitive. */
export function shapeOf(
  actions: readonly ActionTaken[],
  startedAt: Milliseconds,
  now: Milliseconds,
): Readonly<Record<string, number>> {
  const gaps = actions.map(({ time }, i) => (time - (actions[i - 1]?.time ?? startedAt)) / 1000);
  const between = gaps.slice(1);
  const hops = actions.map((action, i) => hopTo(action, actions[i - 1]));
  const far = hops.filter((hop) => hop >= 0);
  const n = Math.max(1, actions.length);
  const distinct = new Set(actions.map(({ token }) => token)).size;
  const countOf = (kind: ActionTaken['kind']) =>
    actions.filter((each) => each.kind === kind).length;
  const share = (is: (action: ActionTaken, i: number) => boolean) => actions.filter(is).length / n;
  const pathPx = sum(actions.map((action) => action.pathPx));
  const moveMs = sum(actions.map((action) => action.moveMs));
  return {
    actions: log(actions.length) / 2,
    presses: log(countOf('press')) / 2,
    keys: log(countOf('key')) / 2,
    scrolls: log(countOf('scroll')) / 2,
    span: log((now - startedAt) / 1000) / 2,
    firstGap: log(gaps[0] ?? 0) / 2,
    lastGap: log(between.at(-1) ?? 0) / 2,
    meanGap: log(mean(between)) / 2,
    maxGap: log(Math.max(0, ...between)) / 2,
    distinctActions: distinct / n,
    repeats: share(({ token }, i) => i > 0 && token === actions[i - 1]!.token),
    nearby: share((_, i) => hops[i]! >= 0 && hops[i]! < NEAR_PX),
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

function log(value: number): number {
  return Math.log1p(Math.max(0, value));
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}
