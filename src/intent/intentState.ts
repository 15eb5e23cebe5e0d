import { clamp } from '../tools/clamp.js';
import { hasShape } from '../tools/hasShape.js';
import { isPlainData } from '../tools/isPlainData.js';
import type { Clock, Milliseconds, WallTime } from '../types.js';
import { MAX_LOGITS } from './posterior.js';
import type { Progress } from './taskLife.js';

/** Somebody away for longer begins anew, as sessions do. */
const MAX_AWAY_MS: Milliseconds = 30 * 60_000;

const VERSION = 1;

/** The task without a name: the session as a whole. */
export interface Anonymous {
  /** It was told that it started, and that there was progress. */
  readonly started: boolean;
  readonly progressed: boolean;
  readonly startedAt: Milliseconds;
  readonly progressAt: Milliseconds;
}

/** What outlives a page load. */
export interface Snapshot {
  readonly anonymous: Anonymous;
  /** By id of the task. */
  readonly tasks: readonly (readonly [id: string, progress: Progress])[];
}

/** Plain data; its times are on the clock of the page that wrote it, beside that clock's reading. */
export interface IntentState extends Snapshot {
  readonly version: number;
  readonly now: Milliseconds;
  readonly at: WallTime;
}

export function toState(snapshot: Snapshot, clock: Clock): IntentState {
  return { version: VERSION, now: clock.now(), at: clock.wallTime(), ...snapshot };
}

/**
 * Reads a state with its times on this page's clock, by their age; they may lie before the page.
 *
 * @returns `undefined` for what is not a state, and for one older than 30 min
 */
export function fromState(state: unknown, clock: Clock): Snapshot | undefined {
  if (!isState(state)) return undefined;
  // A wall clock that was set back must not make the past younger.
  const awayMs = Math.max(0, clock.wallTime() - state.at);
  if (awayMs > MAX_AWAY_MS) return undefined;
  const now = clock.now();
  const here = (time: Milliseconds) => now - awayMs - Math.max(0, state.now - time);
  const move = <T extends Pick<Progress, 'startedAt' | 'progressAt'>>(moved: T): T => ({
    ...moved,
    startedAt: here(moved.startedAt),
    progressAt: here(moved.progressAt),
  });
  const weigh = ({ logits, at }: Progress['evidence']) => ({
    logits: clamp(logits, 0, MAX_LOGITS),
    at: here(at),
  });
  return {
    anonymous: move(state.anonymous),
    tasks: state.tasks.map(([id, progress]) => [
      id,
      { ...move(progress), evidence: weigh(progress.evidence) },
    ]),
  };
}

function isState(value: unknown): value is IntentState {
  return (
    hasShape(value, { version: 'number', now: 'number', at: 'number', tasks: 'array' }) &&
    value['version'] === VERSION &&
    isPlainData(value) &&
    hasShape(value['anonymous'], { ...TIMES, started: 'boolean', progressed: 'boolean' }) &&
    (value['tasks'] as unknown[]).every(isEntry)
  );
}

const TIMES = { startedAt: 'number', progressAt: 'number' } as const;

function isEntry(entry: unknown): boolean {
  return (
    Array.isArray(entry) &&
    typeof entry[0] === 'string' &&
    hasShape(entry[1], {
      ...TIMES,
      open: 'boolean',
      seen: 'boolean',
      inside: 'boolean',
      away: 'boolean',
      step: 'number',
    }) &&
    hasShape(entry[1]['evidence'], { logits: 'number', at: 'number' })
  );
}
