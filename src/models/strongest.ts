import type { Contribution } from '../types.js';

const MAX_TOP = 5;

/** Adds contributions up by feature, and gives the largest few first, whatever their sign. */
export function strongest(all: readonly Contribution[]): readonly Contribution[] {
  const byFeature = new Map<string, number>();
  for (const { feature, contribution } of all) {
    byFeature.set(feature, (byFeature.get(feature) ?? 0) + contribution);
  }
  return Array.from(byFeature, ([feature, contribution]) => ({ feature, contribution }))
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, MAX_TOP);
}
