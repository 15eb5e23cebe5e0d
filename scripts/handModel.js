const SAMPLE_MS = 16;

/**
 * A model of a person's hand: it starts and ends a move gently, bends it a little, overshoots now
 * and then, and trembles. All of it from one seed.
 *
 * @param {number} seed
 * @see Flash & Hogan (1985), "The coordination of arm movements", for minimum jerk
 */
export function createHandModel(seed) {
  const random = createRandom(seed);
  const around = (middle, spread) => middle + (random() - 0.5) * 2 * spread;

  const press = () => ({ pressMs: Math.round(around(78, 18)) });
  const wait = (ms) => ({ pauseMs: Math.round(around(ms, ms * 0.08)) });

  return {
    press,
    wait,
    /** @param {string} to @param {{ ms?: number, at?: [number, number] }} [options] */
    moveTo: (
      to,
      { ms = 700, at = [round(around(0.5, 0.12)), round(around(0.52, 0.12))] } = {},
    ) => ({
      to,
      at,
      path: path(around(ms, ms * 0.1), random),
    }),
    /** @param {number} times */
    pressOften: (times) =>
      Array.from({ length: times }, () => [
        press(),
        { pauseMs: Math.round(around(95, 25)) },
      ]).flat(),
    /** @param {string | string[]} text @param {number} [ms] */
    type: (text, ms = 95) => ({
      keys: [...text].map((key) => [key, Math.round(around(ms, ms * 0.4))]),
    }),
  };
}

/** Samples of one move, `[ms since the last, along, across]`: see `demo/Recording.ts`. */
function path(ms, random) {
  const n = Math.max(2, Math.round(ms / SAMPLE_MS));
  const bend = (random() - 0.5) * 0.16;
  const overshoot = random() < 0.4 ? 0.02 + random() * 0.02 : 0;
  let tremor = 0;
  return Array.from({ length: n }, (_, i) => {
    const t = (i + 1) / n;
    const eased = minimumJerk(t);
    tremor = tremor * 0.9 + (random() - 0.5) * 0.0016;
    const end = i === n - 1;
    const past = overshoot * Math.sin(Math.PI * Math.max(0, (t - 0.6) / 0.4));
    const across = 4 * eased * (1 - eased) * bend + tremor;
    return [SAMPLE_MS, end ? 1 : round(eased + past), end ? 0 : round(across)];
  });
}

/** @param {number} t in [0, 1] */
export function minimumJerk(t) {
  return 10 * t ** 3 - 15 * t ** 4 + 6 * t ** 5;
}

function round(value) {
  return Math.round(value * 10_000) / 10_000;
}

/** Mulberry32: small, and the same on every machine. */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
