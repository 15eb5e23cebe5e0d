import { mix32 } from '../tools/mix32.js';
import type { Milliseconds, Slots } from '../types.js';
import type { ActionTaken } from './createActions.js';
import type { Past } from './labelHistory.js';

/** Slots of sequences; then come those of rough places of measures, then those of what is known. */
const N_SEQUENCES = 1024;
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

/** So that kinds of features do not fall on the same slots; the hashes spread neighbours apart. */
const SALTS = {
  token: 1,
  change: 2,
  pace: 3,
  first: 4,
  last: 5,
  rhythm: 6,
  bucket: 7,
  own: 8,
  both: 9,
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
export function toSlots(sources: SlotSources): Slots {
  const slots = new Set<number>();
  const family = (from: number, size: number) => (hash: number) =>
    void slots.add(from + (mix32(hash) % size));
  addSequences(sources.actions, family(0, N_SEQUENCES));
  addPlaces(sources, family(N_SEQUENCES, N_PLACES));
  addStandings(sources, family(N_SEQUENCES + N_PLACES, N_STANDINGS));
  return [...slots].sort((a, b) => a - b);
}

type Add = (hash: number) => void;

function addSequences(actions: readonly ActionTaken[], add: Add): void {
  const recent = actions.slice(-MAX_RECENT);
  const changes = recent.map(({ change }) => change);
  const tokens = recent.map(({ token }) => token);
  addGrams(SALTS.token, tokens, 2, add);
  addGrams(SALTS.change, changes, 3, add);
  // Backwards from the end, so that each is known to be the last.
  addGrams(SALTS.last, changes.slice(-MAX_LAST).reverse(), MAX_LAST, add, 1);
  pausesOf(recent).forEach((pause, i) => add(join(SALTS.pace, changes[i]!, pause >> 1)));
  actions.slice(0, MAX_FIRST).forEach(({ token }, i) => add(join(SALTS.first, token, i)));
}

function addPlaces({ actions, route, buckets }: SlotSources, add: Add): void {
  const recent = actions.slice(-MAX_RECENT);
  const pauses = pausesOf(recent);
  const rhythm = recent.map(({ kind }, i) => 8 * KINDS.indexOf(kind) + pauses[i]!);
  addGrams(SALTS.rhythm, rhythm, 2, add);
  buckets.forEach((bucket, i) => {
    const hash = join(SALTS.bucket, i, bucket);
    add(hash);
    add(hash ^ route);
  });
}

function addStandings({ past: { ownPast, taskPast }, route }: SlotSources, add: Add): void {
  const own = Math.floor(ownPast / STANDING_STEP);
  add(route);
  add(join(SALTS.own, route, own));
  add(join(SALTS.both, own, Math.floor(taskPast / STANDING_STEP)));
}

/** Adds every sequence up to a length, of those that begin within the first few tokens. */
function addGrams(
  salt: number,
  tokens: readonly number[],
  max: number,
  add: Add,
  begins = tokens.length,
): void {
  for (let begin = 0; begin < Math.min(begins, tokens.length); begin += 1) {
    let gram = salt;
    for (const token of tokens.slice(begin, begin + max)) add((gram = join(gram, token)));
  }
}

function join(...parts: readonly number[]): number {
  return parts.reduce((hash, part) => mix32(Math.imul(hash, 31) ^ part));
}

const KINDS: readonly ActionTaken['kind'][] = ['press', 'key', 'edit', 'scroll', 'route'];

/** Seven lengths of pauses before each, each twice the one before: from under 0.25 s to over 16 s. */
function pausesOf(actions: readonly ActionTaken[]): readonly number[] {
  return actions.map(({ time }, i) => {
    const pauseMs: Milliseconds = time - (actions[i - 1]?.time ?? time);
    return Math.min(6, Math.floor(Math.log2(1 + Math.max(0, pauseMs) / 250)));
  });
}
