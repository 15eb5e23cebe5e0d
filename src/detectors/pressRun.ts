import type { Milliseconds, Press } from '../types.js';

export interface PressRunOptions {
  /** Quiet that ends a run, and the longest time that a burst takes. */
  windowMs: Milliseconds;
  /** Side of the box in which a burst lies, CSS pixels. */
  boxPx: number;
  /** The same where no control is pressed. */
  cellPx: number;
}

/** Presses on one control, one soon after the other. */
export interface PressRun {
  /** Takes one more press in, or begins anew with it. @returns false when it begins anew */
  add(press: Press): boolean;
  /** Whether the hand missed the control that it pressed just before, or that slipped away from under it. */
  isMissed(press: Press): boolean;
  /** The last `n` presses if they came within the window and the box; `undefined` if they did not. */
  burst(n: number): readonly Press[] | undefined;
  /** Those so far, the last 20 of them. */
  presses(): readonly Press[];
}

const MAX_LENGTH = 20;

/**
 * A control is the same by its structural path, so that a button that is mounted anew counts as
 * one; where there is no control, or it may not be known, by its place.
 */
export function createPressRun({ windowMs, boxPx, cellPx }: PressRunOptions): PressRun {
  let run: readonly Press[] = [];

  const isSame = (a: Press, b: Press): boolean => {
    if (hasControl(a) !== hasControl(b)) return false;
    return hasControl(a) ? a.target.path === b.target.path : fitsBox([a, b], cellPx);
  };
  const isDense = (burst: readonly Press[]): boolean => {
    const [first, last] = [burst[0]!, burst.at(-1)!];
    return last.time - first.time <= windowMs && fitsBox(burst, hasControl(last) ? boxPx : cellPx);
  };

  return {
    isMissed: (press) => {
      const last = run.at(-1);
      if (hasControl(press) || !last || !hasControl(last)) return false;
      return press.time - last.time < windowMs && fitsBox([last, press], boxPx);
    },
    add: (press) => {
      const last = run.at(-1);
      const goesOn = last !== undefined && press.time - last.time < windowMs && isSame(last, press);
      run = [...(goesOn ? run : []), press].slice(-MAX_LENGTH);
      return goesOn;
    },
    burst: (n) => {
      const burst = run.slice(-n);
      return burst.length === n && isDense(burst) ? burst : undefined;
    },
    presses: () => run,
  };
}

/** In a masked part of the page, controls cannot be told apart. */
export function hasControl({ target }: Press): boolean {
  return target.control !== 'none' && target.path !== '';
}

function fitsBox(presses: readonly Press[], sidePx: number): boolean {
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return spread(presses.map(({ x }) => x)) <= sidePx && spread(presses.map(({ y }) => y)) <= sidePx;
}
