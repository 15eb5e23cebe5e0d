import { createFeatureTracker, type FeatureContext } from '../../features/index.js';
import type { FeatureVector, Milliseconds, Slots } from '../../types.js';
import { createPlayer } from './createPlayer.js';
import { createStreams } from './createStreams.js';
import type { Recording } from './Recording.js';

/** What the models would have seen at one moment of a recording. */
export interface PlayedMoment {
  readonly time: Milliseconds;
  readonly x: FeatureVector;
  readonly slots: Slots;
}

export interface PlayOptions {
  /** Where to look; see {@link Cut}. */
  readonly cut: Cut;
  readonly context: () => Omit<
    FeatureContext,
    'intent' | 'promptsShown' | 'lastAnswer' | 'firstVisit'
  >;
  /** The person's habits before, from an earlier play. */
  readonly habits: unknown;
  readonly onMoment: (moment: PlayedMoment) => void;
}

/** After so many actions, at so many milliseconds, after each action, or at the end. */
export type Cut =
  | { readonly kind: 'actions'; readonly n: number }
  | { readonly kind: 'time'; readonly ms: Milliseconds }
  | { readonly kind: 'every' | 'end' };

/** Moments of one recording at most: the rest of a long one says little that is new. */
export const MAX_MOMENTS = 40;

/**
 * Plays a recording as the streams that a live page has, through the features that a live page has.
 *
 * @returns the person's habits after it
 */
export function playRecording(recording: Recording, options: PlayOptions): unknown {
  const { cut, onMoment } = options;
  const { events, startMs = 0 } = recording;
  const page = createStreams();
  let now: Milliseconds = 0;
  const tracker = createFeatureTracker({
    page,
    signals$: page.signals$,
    clock: { now: () => now, wallTime: () => startMs + now },
    report: (error) => {
      throw error;
    },
    context: () => ({
      ...options.context(),
      intent: { step: -1, nSteps: 0, startedAt: 0, progressAt: 0, entropyBits: 0 },
      promptsShown: 0,
      lastAnswer: undefined,
      firstVisit: false,
    }),
  });
  tracker.setState(options.habits);
  const look = () => onMoment({ time: now, ...tracker.look() });

  page.routes$.next({ time: 0, path: `/${recording.task ?? ''}`, kind: 'load' });
  const { play } = createPlayer(page);
  let nActions = 0;
  let nMoments = 0;
  const lastMs = events.at(-1)?.[0] ?? 0;
  for (const event of events) {
    if (cut.kind === 'time' && event[0] > cut.ms) break;
    now = Math.max(now, event[0]);
    if (!play(event, now)) continue;
    nActions += 1;
    if (cut.kind === 'every' && (nMoments += 1) <= MAX_MOMENTS) look();
    if (cut.kind === 'actions' && nActions === cut.n) {
      look();
      break;
    }
  }
  if (cut.kind === 'time') {
    if (lastMs > cut.ms || (recording.endMs ?? 0) > cut.ms) now = cut.ms;
    look();
  }
  if (cut.kind === 'end') look();
  tracker.endAttempt();
  tracker.stop();
  return tracker.getState();
}
