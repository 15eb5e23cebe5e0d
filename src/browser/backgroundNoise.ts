import type { Milliseconds } from '../types.js';

export interface BackgroundNoise {
  /** Notes a change that no press explains; true once its place is known to change by itself. */
  beats(place: Node, time: Milliseconds): boolean;
  isKnown(place: Node): boolean;
}

/** Changes of one place this far apart, without a press between, are its own. */
const MIN_BEAT_MS: Milliseconds = 300;

/** Learns which places of a page change by themselves: clocks, tickers, carousels. */
export function backgroundNoise(): BackgroundNoise {
  const known = new WeakSet<Node>();
  const lastAt = new WeakMap<Node, Milliseconds>();

  return {
    beats: (place, time) => {
      const before = lastAt.get(place);
      lastAt.set(place, time);
      if (before !== undefined && time - before >= MIN_BEAT_MS) known.add(place);
      return known.has(place);
    },
    isKnown: (place) => known.has(place),
  };
}
