import { consume, type Report } from '../guard.js';
import type { IntentTracker } from '../intent/index.js';
import type { Outcomes } from '../outcomes/index.js';
import type { FieldEvent, Milliseconds, PageStreams, PointerKind, Press } from '../types.js';

/** The visitor is told to be there still no oftener than this. */
const ACTIVE_MS: Milliseconds = 1000;

/** What the visitor did last. */
export interface Activity {
  /** When, on the page's clock; −∞ when it was not done. */
  readonly latest: () => {
    /** Something was pressed, or filled in. */
    readonly interactedAt: Milliseconds;
    /** The same to get on with what they came for. */
    readonly actedAt: Milliseconds;
  };
  /** What they last pressed with; none before they did. */
  readonly pointer: () => PointerKind | undefined;
  readonly stop: () => void;
}

/** Pressed to get something done, as opposed to somewhere else. */
const isWork = ({ target: { control, leadsAway } }: Press) =>
  !leadsAway && control !== 'link' && control !== 'none';

/** Something was entered, or sent off. */
const isEntry = ({ kind }: FieldEvent) => kind !== 'focus' && kind !== 'left';

/** Keeps when the visitor did something, and tells the tasks and outcomes that they are there. */
export function watchActivity(
  streams: Pick<PageStreams, 'presses$' | 'fields$' | 'keys$' | 'scroll$'>,
  { intent, outcomes, report }: { intent: IntentTracker; outcomes: Outcomes; report: Report },
): Activity {
  let interactedAt = -Infinity;
  let actedAt = -Infinity;
  let activeAt = -Infinity;
  let pointer: PointerKind | undefined;

  const onActivity = ({ time }: { readonly time: Milliseconds }) => {
    if (time - activeAt < ACTIVE_MS) return;
    activeAt = time;
    outcomes.observe({ kind: 'active' });
  };

  const onInteraction = (done: { readonly time: Milliseconds }, isAct: boolean) => {
    interactedAt = done.time;
    if (isAct) actedAt = done.time;
    intent.onInteraction(done.time);
    onActivity(done);
  };

  const onPress = (press: Press) => {
    ({ pointer } = press);
    onInteraction(press, isWork(press));
  };

  const subscriptions = [
    consume(report, 'internal', streams.presses$, onPress),
    consume(report, 'internal', streams.fields$, (event) => onInteraction(event, isEntry(event))),
    consume(report, 'internal', streams.keys$, onActivity),
    consume(report, 'internal', streams.scroll$, onActivity),
  ];

  return {
    latest: () => ({ interactedAt, actedAt }),
    pointer: () => pointer,
    stop: () => subscriptions.forEach((subscription) => subscription.unsubscribe()),
  };
}
