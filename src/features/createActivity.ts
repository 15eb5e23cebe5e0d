import type { Observable, Subscription } from 'rxjs';
import type { Report } from '../guard.js';
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
import type { Activity } from './Moment.js';
import { createTally } from './tally.js';
import { timed } from './timed.js';

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

const EDITS: readonly FieldEvent['kind'][] = ['edit', 'deletion', 'cleared', 'paste'];

/**
 * Follows the page in numbers that are kept up with each event: O(1) an event, in bounded memory.
 * Sums are named after the kinds of the events that they count, where they have one.
 */
export function createActivity({ page, signals$, report, startedAt }: ActivityOptions): {
  at(now: Milliseconds): Activity;
  stop(): void;
} {
  const tally = createTally();
  const { add } = tally;
  const latency = decayedCount(30_000);
  /** Path of each edited field, and whether it was left since. */
  const edited = new Map<string, boolean>();
  let routes: readonly string[] = [];
  let inputAt = startedAt;
  let troubleAt: Milliseconds = -Infinity;
  let pointer: PointerKind | undefined;
  let hasCursor = false;
  let depth = 0;

  const noteTrouble = (time: Milliseconds) => {
    if (time - inputAt <= OWN_TROUBLE_MS) troubleAt = time;
  };
  const onField = ({ time, kind, target: { path } }: FieldEvent) => {
    add(kind, time);
    if (kind === 'left' && edited.has(path)) edited.set(path, true);
    if (!EDITS.includes(kind)) return;
    inputAt = time;
    if (edited.get(path)) add('reEdits', time);
    if (path) edited.set(path, false);
    if (edited.size > MAX_FIELDS) edited.delete(edited.keys().next().value!);
  };
  const onRoute = ({ time, path, kind }: Route) => {
    add(kind, time);
    if (path === routes.at(-1)) return;
    if (routes.includes(path)) add('revisits', time);
    routes = [...routes, path].slice(-MAX_ROUTES);
  };

  const on = timed(report);
  const subscriptions: readonly Subscription[] = [
    on(page.presses$, ({ time, pointer: kind }) => {
      inputAt = time;
      pointer = kind;
      add('presses', time);
    }),
    on(page.keys$, ({ time, kind, inField }) => {
      inputAt = time;
      pointer ??= 'keyboard';
      if (!inField || (kind !== 'deletion' && kind !== 'character')) return;
      add('keystrokes', time);
      if (kind === 'deletion') add('deletions', time);
    }),
    on(page.fields$, onField),
    on(page.routes$, onRoute),
    on(page.errors$, ({ time, kind, strength }) => {
      add('errors', time, strength);
      add(kind, time, strength);
      noteTrouble(time);
    }),
    on(page.pointer$, ({ time, durationMs, pathPx, netPx, turns, pauses }) => {
      hasCursor = true;
      pointer ??= 'mouse';
      add('cursorMs', time, durationMs);
      add('pathPx', time, pathPx);
      add('netPx', time, netPx);
      add('turns', time, turns);
      add('pauses', time, pauses);
    }),
    on(page.scroll$, (scroll) => {
      inputAt = scroll.time;
      depth = scroll.depth;
      add('scrollMs', inputAt, scroll.durationMs);
      add('scrollPx', inputAt, scroll.distancePx);
      add('reversals', inputAt, scroll.reversals);
    }),
    on(page.lifecycle$, ({ time, kind }) => add(kind, time)),
    on(page.latency$, ({ time, durationMs }) =>
      latency.add(time, Math.max(0, durationMs - latency.at(time))),
    ),
    on(signals$, ({ detector, time, strength }) => {
      add(KNOWN_DETECTORS.includes(detector) ? detector : 'other', time, strength);
      // Its own verdict does not begin the wait anew.
      if (detector !== 'idleAfterError') noteTrouble(time);
    }),
  ];

  return {
    at: (now) => ({
      tally,
      inputAt,
      troubleAt,
      pointer,
      hasCursor,
      depth,
      distinctShare: routes.length ? new Set(routes).size / routes.length : 1,
      latencyMs: latency.at(now),
    }),
    stop: () => subscriptions.forEach((subscription) => subscription.unsubscribe()),
  };
}
