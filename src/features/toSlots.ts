import { mix32 } from '../tools/mix32.js';
import type { Milliseconds, Slots } from '../types.js';
import type { ActionTaken } from './createActions.js';
import type { Past } from './labelHistory.js';

/** Slots of sequences; then come those of rough places of measures, then those of what is known. */
const N_SEQUENCES = 2048;
const N_PLACES = 512;
const N_STANDINGS = 256;

/** Sequence features there are. */
export const N_SLOTS = N_SEQUENCES + N_PLACES + N_STANDINGS;

/** Actions of late that are looked at. */
const MAX_RECENT = 20;
/** First actions that are known by their place in the order. */
const MAX_FIRST = 20;
/** Length of the longest sequence that is known to come last. */
const MAX_LAST = 4;
/** Logits that count as the same standing. */
const STANDING_STEP = 0.5;

/** So that kinds of features do not fall on the same slots. */
const SALTS = {
  sequence: 0,
  place: 0x51ed270b,
  pause: 0x2545f491,
  change: 0x1b873593,
  pace: 0x7feb352d,
  last: 0x3c6ef372,
  bucket: 0x6c078965,
  own: 0x9e3779b9 | 0,
  both: 0x27d4eb2f,
};

/** What the sequence features are made of. */
export interface SlotSources {
  /** Oldest first. */
  readonly actions: readonly ActionTaken[];
  /** Hashed. */
  readonly route: number;
  /** Measures of the moment as whole numbers, in an order of their own. */
  readonly buckets: readonly number[];
  readonly past: Past;
}

/**
 * Which sequence features are on, hashed into slots by family:
 *
 * - sequences: 1- and 2-grams of the last 20 actions, 1- to 3-grams of the changes that they made, each
 *   change with the pause before it, the first 20 actions with their place in the order, and the
 *   changes that came last;
 * - places: 1- and 2-grams of how long it took to the next action of which kind, and roughly where
 *   some measures lie, on this route and on any;
 * - standings: how the visitor stands, on this route, and together with how the task stands.
 *
 * Whoever learns on them finds out what ends badly; nobody has to say what the controls mean.
 *
 * @see Weinberger et al. (2009), "Feature Hashing for Large Scale Multitask Learning"
 */
export function toSlots({ actions, route, buckets, past }: SlotSources): Slots {
  const slots = new Set<number>();
  const family = (from: number, size: number) => (hash: number) =>
    void slots.add(from + (mix32(hash) % size));
  const recent = actions.slice(-MAX_RECENT);
  addSequences(actions.slice(0, MAX_FIRST), recent, family(0, N_SEQUENCES));
  addPlaces(recent, route, buckets, family(N_SEQUENCES, N_PLACES));
  addStandings(past, route, family(N_SEQUENCES + N_PLACES, N_STANDINGS));
  return [...slots].sort((a, b) => a - b);
}

type Add = (hash: number) => void;

function addSequences(
  first: readonly ActionTaken[],
  recent: readonly ActionTaken[],
  add: Add,
): void {
  const changes = recent.map(({ change }) => change);
  addGrams(
    recent.map(({ token }) => token),
    2,
    SALTS.sequence,
    add,
  );
  addGrams(changes, 3, SALTS.change, add);
  pausesOf(recent).forEach((pause, i) => {
    add(join(join(SALTS.pace, changes[i]!), Math.min(4, Math.max(0, pause - 2))));
  });
  first.forEach(({ token }, i) => add(mix32(token ^ SALTS.place) + i));
  // Backwards from the end, so that each is known to be the last.
  changes.slice(-MAX_LAST).reduceRight((gram, change) => {
    const longer = join(gram, change);
    add(longer);
    return longer;
  }, SALTS.last);
}

function addPlaces(
  recent: readonly ActionTaken[],
  route: number,
  buckets: readonly number[],
  add: Add,
): void {
  const pauses = pausesOf(recent);
  const rhythm = recent.map(({ kind }, i) => 1 + 8 * KINDS.indexOf(kind) + pauses[i]!);
  addGrams(rhythm, 2, SALTS.pause, add);
  buckets.forEach((bucket, i) => {
    const hash = mix32(SALTS.bucket + 1024 * i + bucket);
    add(hash);
    add(hash ^ route);
  });
}

function addStandings({ ownPast, taskPast }: Past, route: number, add: Add): void {
  const own = Math.floor(ownPast / STANDING_STEP);
  add(route);
  add(join(SALTS.own ^ route, own));
  add(join(SALTS.both + own, Math.floor(taskPast / STANDING_STEP)));
}

/** Adds every sequence up to a length. */
function addGrams(tokens: readonly number[], max: number, salt: number, add: Add): void {
  for (let begin = 0; begin < tokens.length; begin += 1) {
    let gram = salt;
    for (const token of tokens.slice(begin, begin + max)) {
      gram = join(gram, token);
      add(gram);
    }
  }
}

function join(hash: number, token: number): number {
  return mix32(Math.imul(hash, 31) ^ token);
}

const KINDS: readonly ActionTaken['kind'][] = ['press', 'key', 'edit', 'scroll', 'route'];

/** Seven lengths of pauses before each, each twice the one before: from under 0.25 s to over 16 s. */
function pausesOf(actions: readonly ActionTaken[]): readonly number[] {
  return actions.map(({ time }, i) => {
    const pauseMs: Milliseconds = time - (actions[i - 1]?.time ?? time);
    return Math.min(6, Math.floor(Math.log2(1 + Math.max(0, pauseMs) / 250)));
  });
}
