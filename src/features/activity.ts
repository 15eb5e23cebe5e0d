import { filter, type Observable, type Subscription } from 'rxjs';
import { consume, type Report } from '../guard.js';
import type {
  FieldEvent,
  Milliseconds,
  PageStreams,
  PointerKind,
  Route,
  Signal,
} from '../types.js';
import { decayedCount } from './decayedCount.js';
import { KNOWN_DETECTORS } from './detectorNames.js';
import { createTally, type Tally } from './tally.js';

/** What has been going on in the page, in numbers that are kept up with each event. */
export interface Activity {
  readonly tally: Tally;
  /** Of the last press, key, edit or scroll; moving the pointer does nothing yet. */
  inputAt: Milliseconds;
  /** Of the last error or signal that came of the visitor's doing. */
  troubleAt: Milliseconds;
  pointer: PointerKind | undefined;
  hasCursor: boolean;
  /** Deepest point of this route, in [0, 1]. */
  depth: number;
  /** Distinct of visited routes, of the last 50, in (0, 1]. */
  distinctShare: number;
  /** The slowest interaction, milliseconds, fading over 30 s. */
  latencyAt(now: Milliseconds): number;
  stop(): void;
}

export interface ActivityOptions {
  readonly page: PageStreams;
  readonly signals$: Observable<Signal>;
  readonly report: Report;
  readonly startedAt: Milliseconds;
}

/** Trouble this long after the last input has nothing to do with it. */
const OWN_TROUBLE_MS: Milliseconds = 10_000;
const MAX_ROUTES = 50;
const MAX_FIELDS = 100;

/** What each kind of field event counts as. */
const COUNTED: Partial<Record<FieldEvent['kind'], string>> = {
  refused: 'refusals',
  paste: 'pastes',
  search: 'searches',
};
const EDITS: readonly FieldEvent['kind'][] = ['edit', 'deletion', 'cleared', 'paste'];

/** Follows the page. O(1) an event, in bounded memory. */
export function createActivity({ page, signals$, report, startedAt }: ActivityOptions): Activity {
  const tally = createTally();
  const { add } = tally;
  const latency = decayedCount(30_000);
  const activity: Activity = {
    tally,
    inputAt: startedAt,
    troubleAt: -Infinity,
    pointer: undefined,
    hasCursor: false,
    depth: 0,
    distinctShare: 1,
    latencyAt: latency.at,
    stop: () => subscriptions.forEach((subscription) => subscription.unsubscribe()),
  };
  const fields = new Map<string, { focusedAt: Milliseconds; isEdited: boolean; isLeft: boolean }>();
  let routes: readonly string[] = [];
  let lastPath = '';
  let awayAt: Milliseconds = -Infinity;

  const trouble = (time: Milliseconds) => {
    if (time - activity.inputAt <= OWN_TROUBLE_MS) activity.troubleAt = time;
  };

  const onField = ({ time, kind, target }: FieldEvent) => {
    const counted = COUNTED[kind];
    if (counted) add(counted, time);
    if (EDITS.includes(kind)) activity.inputAt = time;
    if (!target.path) return;
    const field = fields.get(target.path) ?? { focusedAt: time, isEdited: false, isLeft: false };
    fields.set(target.path, field);
    if (fields.size > MAX_FIELDS) fields.delete(fields.keys().next().value!);
    if (kind === 'focus') field.focusedAt = time;
    if (kind === 'left') {
      field.isLeft = true;
      add('dwells', time);
      add('dwellMs', time, time - field.focusedAt);
    }
    if (!EDITS.includes(kind)) return;
    if (field.isEdited && field.isLeft) add('reEdits', time);
    field.isEdited = true;
    field.isLeft = false;
  };

  const onRoute = ({ time, path, kind }: Route) => {
    if (kind === 'traverse') add('backs', time);
    if (path === routes.at(-1)) return;
    if (routes.includes(path)) add('revisits', time);
    routes = [...routes, path].slice(-MAX_ROUTES);
    activity.distinctShare = new Set(routes).size / routes.length;
    activity.depth = 0;
  };

  const on = <T extends { time: Milliseconds }>(stream$: Observable<T>, next: (value: T) => void) =>
    consume(report, 'internal', stream$.pipe(filter(({ time }) => Number.isFinite(time))), next);
  const subscriptions: readonly Subscription[] = [
    on(page.presses$, ({ time, target, pointer }) => {
      activity.inputAt = time;
      activity.pointer = pointer;
      add('presses', time);
      if (target.path && target.path === lastPath) add('repeats', time);
      lastPath = target.path;
    }),
    on(page.keys$, ({ time, kind, inField }) => {
      activity.inputAt = time;
      activity.pointer ??= 'keyboard';
      if (!inField || (kind !== 'deletion' && kind !== 'character')) return;
      add('keystrokes', time);
      if (kind === 'deletion') add('deletions', time);
    }),
    on(page.fields$, onField),
    on(page.routes$, onRoute),
    on(page.errors$, ({ time, kind, strength }) => {
      add('errors', time, strength);
      if (kind === 'request') add('requestFailures', time, strength);
      trouble(time);
    }),
    on(page.pointer$, ({ time, durationMs, pathPx, netPx, turns, pauses }) => {
      activity.hasCursor = true;
      activity.pointer ??= 'mouse';
      add('cursorMs', time, durationMs);
      add('pathPx', time, pathPx);
      add('netPx', time, netPx);
      add('turns', time, turns);
      add('pauses', time, pauses);
    }),
    on(page.scroll$, ({ time, durationMs, distancePx, reversals, depth }) => {
      activity.inputAt = time;
      activity.depth = depth;
      add('scrollMs', time, durationMs);
      add('scrollPx', time, distancePx);
      add('reversals', time, reversals);
    }),
    on(page.lifecycle$, ({ time, kind }) => {
      if (kind !== 'blur' && kind !== 'hidden') return;
      // Another tab is both.
      if (time - awayAt > 500) add('blurs', time);
      awayAt = time;
    }),
    on(page.latency$, ({ time, durationMs }) =>
      latency.add(time, Math.max(0, durationMs - latency.at(time))),
    ),
    on(signals$, ({ detector, time, strength }) => {
      add(KNOWN_DETECTORS.includes(detector) ? detector : 'other', time, strength);
      if (detector !== 'idleAfterError') trouble(time);
    }),
  ];
  return activity;
}
