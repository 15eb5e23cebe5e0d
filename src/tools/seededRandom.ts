/**
 * Random numbers in [0, 1) that come in the same order for the same seed, on every machine.
 *
 * @see Ettinger, "mulberry32": 32 bits of state, good enough for sampling, never for secrets
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
