import { mix32 } from '../tools/mix32.js';
import type { Milliseconds, Slots } from '../types.js';
import type { ActionTaken } from './createActions.js';

/** Slots of sequences; then come those of rough places of measures. */
const N_SEQUENCES = 1024;
const N_PLACES = 512;

/** Sequence features there are. */
export const N_SLOTS = N_SEQUENCES + N_PLACES;

/** Actions of late that are looked at. */
const MAX_RECENT = 20;
/** Length of the longest sequence. */
const MAX_GRAM = 3;
/** First actions that are known by their place in the order. */
const MAX_FIRST = 20;

/** So that families of features do not fall on the same slots. */
const SALTS = {
  sequence: 0,
  place: 0x51ed270b,
  pause: 0x2545f491,
  change: 0x1b873593,
  bucket: 0x6c078965,
};

/**
 * Which sequence features are on: the 1-, 2- and 3-grams of the last 20 actions, the first 20
 * actions with their place in the order, 1- and 2-grams of how long it took to the next action of
 * which kind, and roughly where some measures lie, on this route and on any; all hashed into 1 024
 * slots. Whoever learns on them finds out what ends badly; nobody has to say what the controls mean.
 *
 * @param buckets - measures of the moment as whole numbers, in an order of their own
 * @see Weinberger et al. (2009), "Feature Hashing for Large Scale Multitask Learning"
 */
export function toSlots(
  actions: readonly ActionTaken[],
  route: number,
  buckets: readonly number[],
): Slots {
  const slots = new Set<number>();
  const add = (hash: number) => slots.add(mix32(hash) % N_SEQUENCES);
  const addPlace = (hash: number) => slots.add(N_SEQUENCES + (mix32(hash) % N_PLACES));
  const addGrams = (
    tokens: readonly number[],
    { max, salt, to }: { max: number; salt: number; to: (hash: number) => unknown },
  ) => {
    for (let begin = 0; begin < tokens.length; begin += 1) {
      let gram = salt;
      for (const token of tokens.slice(begin, begin + max)) {
        gram = mix32(Math.imul(gram, 31) ^ token);
        to(gram);
      }
    }
  };
  const recent = actions.slice(-MAX_RECENT);
  const pauses = recent.map(({ kind, time }, i) =>
    tokenOf(kind, time - (recent[i - 1]?.time ?? time)),
  );
  addGrams(
    recent.map(({ token }) => token),
    { max: MAX_GRAM, salt: SALTS.sequence, to: add },
  );
  addGrams(
    recent.map(({ change }) => change),
    { max: MAX_GRAM, salt: SALTS.change, to: add },
  );
  addGrams(pauses, { max: 2, salt: SALTS.pause, to: addPlace });
  actions.slice(0, MAX_FIRST).forEach(({ token }, i) => add(mix32(token ^ SALTS.place) + i));
  buckets.forEach((bucket, i) => {
    const hash = mix32(SALTS.bucket + 1024 * i + bucket);
    addPlace(hash);
    addPlace(hash ^ route);
  });
  return [...slots].sort((a, b) => a - b);
}

const KINDS: readonly ActionTaken['kind'][] = ['press', 'key', 'edit', 'scroll', 'route'];

/** Seven lengths of pauses, each twice the one before: from under 0.25 s to over 16 s. */
function tokenOf(kind: ActionTaken['kind'], pauseMs: Milliseconds): number {
  const length = Math.min(6, Math.floor(Math.log2(1 + Math.max(0, pauseMs) / 250)));
  return 1 + 8 * KINDS.indexOf(kind) + length;
}
