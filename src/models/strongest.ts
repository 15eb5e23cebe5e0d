import type { Contribution } from '../types.js';

const MAX_TOP = 5;

/** The largest few of contributions by feature, whatever their sign, largest first. */
export function strongest(byFeature: ReadonlyMap<string, number>): readonly Contribution[] {
  return Array.from(byFeature, ([feature, contribution]) => ({ feature, contribution }))
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, MAX_TOP);
}
