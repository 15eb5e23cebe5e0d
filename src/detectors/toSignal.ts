import type { Milliseconds, Signal, Target } from '../types.js';

/** A signal about one control, with the host's own words for its place when there are any. */
export function toSignal(
  detector: string,
  time: Milliseconds,
  { path, context }: Pick<Target, 'path' | 'context'>,
  strength: number,
  evidence: Readonly<Record<string, number>>,
): Signal {
  return { detector, time, target: path, strength, evidence, ...(context && { context }) };
}

/** Whether marks on the page switch a detector off here. */
export function isIgnored({ ignored }: Pick<Target, 'ignored'>, detector: string): boolean {
  return ignored.includes(detector) || ignored.includes('all');
}
