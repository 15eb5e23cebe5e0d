import { defer, type Observable } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import type { Detector, Milliseconds, PageStreams, Signal, Target } from '../types.js';

/** What a detector found, before it is known whether anybody wants to hear of it. */
export interface Finding {
  readonly time: Milliseconds;
  /** The control that it concerns; without one, the page as a whole. */
  readonly target?: Target | undefined;
  /** Above 0; more than 1 is taken for 1. */
  readonly strength: number;
  readonly evidence: Readonly<Record<string, number>>;
}

/**
 * Makes a detector of what finds things in the page's streams. Marks on the page that switch it off
 * are honoured here, once for all, and a finding with a number that is none is dropped.
 *
 * @param find - called anew for each subscription, so that what it remembers belongs to that one
 */
export function defineDetector(
  name: string,
  find: (page: PageStreams) => Observable<Finding>,
): Detector {
  return {
    name,
    detect: (page) =>
      defer(() => find(page)).pipe(
        mapDefined((finding) => (isTold(finding, name) ? toSignal(name, finding) : undefined)),
      ),
  };
}

/** Whether marks on the page switch a detector off here. */
export function isIgnored({ ignored }: Target, detector: string): boolean {
  return ignored.includes(detector) || ignored.includes('all');
}

function isTold({ time, target, strength, evidence }: Finding, name: string): boolean {
  const numbers = [time, strength, ...Object.values(evidence)];
  return strength > 0 && numbers.every(Number.isFinite) && !(target && isIgnored(target, name));
}

function toSignal(detector: string, { time, target, strength, evidence }: Finding): Signal {
  const { path = '', context } = target ?? {};
  const signal = { detector, time, target: path, strength: Math.min(1, strength), evidence };
  return context ? { ...signal, context } : signal;
}
