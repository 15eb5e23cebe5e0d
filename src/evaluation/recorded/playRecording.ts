import { Subject } from 'rxjs';
import { createFeatureTracker, type FeatureContext } from '../../features/index.js';
import { clamp } from '../../tools/clamp.js';
import type {
  ControlKind,
  Exit,
  FeatureVector,
  FieldEvent,
  HelpContact,
  KeyKind,
  Keystroke,
  Latency,
  Lifecycle,
  Milliseconds,
  PageError,
  PageStreams,
  PointerSummary,
  Press,
  PressResponse,
  Route,
  ScrollSummary,
  Signal,
  Slots,
  Swipe,
  Target,
} from '../../types.js';
import type { RecordedEvent, Recording } from './Recording.js';

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
const MAX_MOMENTS = 40;

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
  const play = createPlayer(page);
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

export function createStreams() {
  return {
    presses$: new Subject<Press>(),
    responses$: new Subject<PressResponse>(),
    keys$: new Subject<Keystroke>(),
    fields$: new Subject<FieldEvent>(),
    routes$: new Subject<Route>(),
    errors$: new Subject<PageError>(),
    pointer$: new Subject<PointerSummary>(),
    scroll$: new Subject<ScrollSummary>(),
    lifecycle$: new Subject<Lifecycle>(),
    latency$: new Subject<Latency>(),
    swipes$: new Subject<Swipe>(),
    exits$: new Subject<Exit>(),
    help$: new Subject<HelpContact>(),
    signals$: new Subject<Signal>(),
  } satisfies PageStreams & { signals$: Subject<Signal> };
}

/** Gives the player of one event; it tells whether the event was an action. */
export function createPlayer(page: ReturnType<typeof createStreams>) {
  let nPresses = 0;
  let down: { readonly time: Milliseconds; readonly x: number; readonly y: number } | undefined;

  const press = (
    time: Milliseconds,
    at: { x?: number; y?: number; name?: string; state?: string },
  ) => {
    const { x = 0, y = 0, name = '', state } = at;
    const control: ControlKind = name ? 'button' : 'surface';
    page.presses$.next({
      id: (nPresses += 1),
      time,
      x,
      y,
      pointer: name ? 'assistive' : 'mouse',
      modified: false,
      target: { ...NOWHERE, path: name, control },
      ...(state !== undefined && { state }),
    });
    return true;
  };

  const drag = (time: Milliseconds, x: number, y: number): void => {
    if (!down) return;
    const pathPx = Math.hypot(x - down.x, y - down.y);
    const durationMs = Math.max(1, time - down.time);
    const maxSpeed = (1000 * pathPx) / durationMs;
    page.pointer$.next({
      ...{ time, durationMs, pathPx, netPx: pathPx, turns: 0, maxSpeed, pauses: 0 },
      ...{ left: Math.min(x, down.x), right: Math.max(x, down.x) },
      ...{ top: Math.min(y, down.y), bottom: Math.max(y, down.y) },
      target: NOWHERE,
    });
  };

  const scroll = (time: Milliseconds, distancePx: number) => {
    page.scroll$.next({
      ...{ time, durationMs: 200, distancePx, reversals: 0, depth: 0 },
      target: NOWHERE,
    });
    return true;
  };

  return ([, type, first, second]: RecordedEvent, time: Milliseconds): boolean => {
    const hasPlace = typeof first === 'number' && typeof second === 'number';
    switch (type) {
      case 'start':
      case 'route':
        page.routes$.next({
          time,
          path: `${first ?? ''}`,
          kind: type === 'start' ? 'load' : 'push',
        });
        return false;
      case 'click':
        if (hasPlace) return press(time, { x: first, y: second });
        return press(time, { name: `${first ?? 'page'}`, state: `${second ?? ''}` });
      case 'mousedown':
        if (hasPlace) down = { time, x: first, y: second };
        return false;
      case 'mouseup':
        if (hasPlace) drag(time, first, second);
        down = undefined;
        return false;
      case 'pointerdown':
        if (!hasPlace) return false;
        down = { time, x: first, y: second };
        return press(time, { x: first, y: second });
      case 'pointerup':
        if (!down) return scroll(time, 100);
        if (hasPlace) drag(time, first, second);
        down = undefined;
        return false;
      case 'scroll':
        return scroll(time, Math.abs(Number(first)) || 100);
      case 'key': {
        const kind = (first ?? 'other') as KeyKind;
        page.keys$.next({ time, kind, inField: kind === 'character' || kind === 'deletion' });
        return true;
      }
      case 'edit':
      case 'paste':
      case 'cleared':
      case 'submit':
      case 'refused':
      case 'invalid':
      case 'search': {
        const target = { ...NOWHERE, path: `${first ?? ''}`, control: 'field' as const };
        const state = second === undefined || second === null ? {} : { state: `${second}` };
        page.fields$.next({ time, kind: type, target, form: '', ...state });
        return true;
      }
      case 'error':
      case 'request':
        page.errors$.next({ time, kind: type, name: `${first ?? ''}`, strength: 1 });
        return false;
      case 'signal':
        page.signals$.next({
          detector: `${first ?? ''}`,
          time,
          target: '',
          strength: clamp(Number(second ?? 1), 0, 1),
          evidence: {},
        });
        return false;
      default:
        return false;
    }
  };
}

const NOWHERE: Target = {
  path: '',
  control: 'none',
  disabled: false,
  leadsAway: false,
  ignored: [],
  context: '',
};
