import { mapDefined } from '../tools/mapDefined.js';
import type { Detector, Milliseconds, Route } from '../types.js';
import { defineDetector } from './defineDetector.js';
import { isOfThisPage } from './visits.js';

export interface RefreshOptions {
  /** Reloads of one page. @defaultValue 2 */
  minReloads?: number;
  /** Within this time. @defaultValue 60000 */
  windowMs?: Milliseconds;
}

/** A page that reloads itself does so on a beat, and hardly faster than this. */
const MIN_BEAT_MS: Milliseconds = 5000;
const UNEVENNESS = 0.03;

/**
 * Signals when the visitor reloads the same page again, as people do with a page that does not work;
 * stronger with each further time. Silent on a page that reloads itself on a beat.
 *
 * It needs to know of the loads before this one, so of a visitor who has not consented to anything
 * being stored it hears nothing.
 */
export function refresh({ minReloads = 2, windowMs = 60_000 }: RefreshOptions = {}): Detector {
  return defineDetector('refresh', ({ routes$ }) => {
    let loads: readonly Route[] = [];
    return routes$.pipe(
      mapDefined((route) => {
        const { time, kind, path } = route;
        const goesOn = kind === 'reload' && path === loads.at(-1)?.path;
        loads = [...(goesOn ? loads : []), route].slice(-20);
        const times = loads.filter((load) => load.kind === 'reload').map((load) => load.time);
        const reloads = times.filter((at) => time - at < windowMs).length;
        if (!goesOn || !isOfThisPage(route) || reloads < minReloads || isBeat(loads))
          return undefined;
        const strength = 0.6 + 0.2 * (reloads - minReloads);
        return { time, strength, evidence: { reloads } };
      }),
    );
  });
}

function isBeat(loads: readonly Route[]): boolean {
  const [first = NaN, second = NaN, third = NaN] = loads.slice(-3).map(({ time }) => time);
  const [before, now] = [second - first, third - second];
  return now >= MIN_BEAT_MS && Math.abs(now - before) <= UNEVENNESS * now;
}
