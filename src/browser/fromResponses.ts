import { filter, Observable, share, type Subscription } from 'rxjs';
import { consume, guard } from '../guard.js';
import type { Lifecycle, Milliseconds, PressResponse, ResponseKind, Route } from '../types.js';
import { backgroundNoise } from './backgroundNoise.js';
import { controlState } from './controlState.js';
import { fromPerformance } from './fromPerformance.js';
import { TRAVEL_PX, type ElementPress } from './fromPresses.js';
import type { Host } from './Host.js';
import { isOwnUi } from './isOwnUi.js';
import { listen } from './listen.js';

/** How long a press is watched; a little longer than the longest wait of a detector. */
const WATCH_MS: Milliseconds = 3000;
/** A change this soon after a press is its doing, wherever it is. */
const DIRECT_MS: Milliseconds = 150;
/** A change elsewhere that has not come again by then was no clock. Before a press counts as dead. */
const DOUBT_MS: Milliseconds = 2300;
const SCROLL_MS: Milliseconds = 300;
const WINDOW_MS: Milliseconds = 1000;
/** Records of one callback that are looked at: a page that changes more than this has answered. */
const MAX_RECORDS = 200;

/** A control's own surroundings: a change in there is about it. */
const SURROUNDINGS = 'form,fieldset,li,tr,article,section,dialog,nav,[role=dialog],[role=group]';

const FORM_EVENTS = [
  'input',
  'change',
  'toggle',
  'beforetoggle',
  'select',
  'submit',
  'invalid',
  'reset',
];
const MEDIA_EVENTS = ['play', 'pause', 'volumechange', 'seeked'];
const CLIPBOARD_EVENTS = ['copy', 'cut', 'beforeprint'];

interface Watched extends ElementPress {
  readonly answered: Set<ResponseKind>;
  readonly state: string;
  readonly surroundings: Element | null;
}

/** A change elsewhere, of which it is not known yet whether it comes by itself. */
interface Doubt {
  readonly place: Node;
  readonly time: Milliseconds;
}

export interface ResponseSources {
  readonly presses$: Observable<ElementPress>;
  readonly routes$: Observable<Route>;
  readonly lifecycle$: Observable<Lifecycle>;
  /** An element was marked `aria-invalid`, or an alert was put on the page, right after a press. */
  readonly onRefused: (element: Element, kind: 'invalid' | 'alert', time: Milliseconds) => void;
}

/**
 * What answered each press, as facts: the one place that knows. Nothing is attached until a press,
 * and nothing is left 3 s after the last one.
 *
 * ```text
 * press ─▶ watch 3 s ─▶ change near it, or within 150 ms ───────────▶ mutation
 *                   ├─▶ change elsewhere ─▶ comes again? a clock ─▶ nothing
 *                   │                  └──▶ once ─────────────────▶ mutation
 *                   └─▶ events, properties, entries ──────────────▶ the other kinds
 * ```
 */
export function fromResponses(host: Host, sources: ResponseSources): Observable<PressResponse> {
  return new Observable<PressResponse>((subscriber) => {
    const watch = createWatch(host, sources, (response) => subscriber.next(response));
    const subscription = consume(host.report, 'internal', sources.presses$, watch.add);
    return () => {
      subscription.unsubscribe();
      watch.end();
    };
  }).pipe(share());
}

function createWatch(
  host: Host,
  sources: ResponseSources,
  emit: (response: PressResponse) => void,
) {
  const { window, document, dom, clock, report } = host;
  const noise = backgroundNoise();
  let watched: Watched[] = [];
  let doubts: Doubt[] = [];
  let stopWatching: (() => void) | undefined;
  let endTimer: number | undefined;
  const timers = new Set<number>();

  const answer = (each: Watched, kind: ResponseKind, time: Milliseconds) => {
    if (each.answered.has(kind) || time < each.press.time - DIRECT_MS) return;
    each.answered.add(kind);
    emit({ press: each.press.id, time: Math.max(time, each.press.time), kind });
  };

  /** Whatever is not tied to one control answers every press that is still young enough. */
  const answerAll = (kind: ResponseKind, time: Milliseconds, withinMs = WATCH_MS) => {
    for (const each of watched) if (time - each.press.time <= withinMs) answer(each, kind, time);
  };

  const later = (ms: Milliseconds, fn: () => void) => {
    const timer = window.setTimeout(() => {
      timers.delete(timer);
      guard(report, 'internal', fn);
    }, ms);
    timers.add(timer);
  };

  const onRecords = (records: readonly MutationRecord[]) => {
    const time = clock.now();
    for (const record of records.slice(0, MAX_RECORDS)) onRecord(record, time);
  };

  const onRecord = (record: MutationRecord, time: Milliseconds) => {
    if (isOurs(record, host)) return;
    const place = record.target;
    tellRefusals(record, time);
    if (noise.isKnown(place)) return;
    const latest = watched.at(-1)!;
    const isDirect = time - latest.press.time <= DIRECT_MS;
    const near = watched.filter((each) => isNear(place, each));
    if (isDirect) answer(latest, 'mutation', time);
    for (const each of near) answer(each, 'mutation', time);
    if (isDirect || near.length > 0) return;
    if (noise.beats(place, time)) doubts = doubts.filter((doubt) => doubt.place !== place);
    else doubts.push({ place, time });
  };

  const tellRefusals = (
    { type, target, attributeName, addedNodes }: MutationRecord,
    time: Milliseconds,
  ) => {
    if (type === 'attributes' && attributeName === 'aria-invalid') {
      const element = target as Element;
      if (dom.attribute(element, 'aria-invalid') === 'true')
        sources.onRefused(element, 'invalid', time);
    }
    for (const node of addedNodes) {
      if (dom.isElement(node) && dom.attribute(node, 'role') === 'alert')
        sources.onRefused(node, 'alert', time);
    }
  };

  const settleDoubts = (each: Watched) => {
    const doubt = doubts.find(
      ({ time, place }) => time >= each.press.time && !noise.isKnown(place),
    );
    if (doubt) answer(each, 'mutation', doubt.time);
  };

  const compare = (each: Watched) => {
    if (controlState(each.element) !== each.state) answer(each, 'property', clock.now());
  };

  const start = () => {
    const observer = new window.MutationObserver((records) =>
      guard(report, 'internal', () => onRecords(records)),
    );
    observer.observe(document, OBSERVED);
    const subscriptions = listenForAnswers(host, sources, { answerAll, watched: () => watched });
    stopWatching = () => {
      observer.disconnect();
      for (const subscription of subscriptions) subscription.unsubscribe();
      stopWatching = undefined;
    };
    return observer;
  };

  let observer: MutationObserver | undefined;
  const end = () => {
    stopWatching?.();
    observer = undefined;
    watched = [];
    doubts = [];
    window.clearTimeout(endTimer);
    for (const timer of timers) window.clearTimeout(timer);
    timers.clear();
  };

  const add = (pressed: ElementPress) => {
    if (!stopWatching) observer = start();
    for (const root of pressed.roots) observer?.observe(root, OBSERVED);
    const each: Watched = {
      ...pressed,
      answered: new Set(),
      state: controlState(pressed.element),
      surroundings: dom.closest(pressed.element, SURROUNDINGS),
    };
    const youngest = pressed.press.time - WATCH_MS;
    watched = [...watched.filter(({ press }) => press.time > youngest), each].slice(-20);
    doubts = doubts.filter(({ time }) => time > youngest);
    later(0, () => compare(each));
    later(DIRECT_MS, () => compare(each));
    later(DOUBT_MS, () => settleDoubts(each));
    window.clearTimeout(endTimer);
    endTimer = window.setTimeout(() => guard(report, 'internal', end), WATCH_MS);
  };

  return { add, end };
}

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
};

function listenForAnswers(
  host: Host,
  { routes$, lifecycle$ }: ResponseSources,
  watch: {
    answerAll(kind: ResponseKind, time: Milliseconds, withinMs?: Milliseconds): void;
    watched(): readonly Watched[];
  },
): Subscription[] {
  const { window, document, dom, clock, report, timeOf } = host;
  const { answerAll } = watch;
  const on = <E extends Event>(types: string | readonly string[], target: EventTarget = window) =>
    listen<E>(target, types, report).pipe(
      filter((event) => host.accepts(event) || !event.isTrusted),
    );
  const tell = <T>(stream$: Observable<T>, next: (value: T) => void) =>
    consume(report, 'internal', stream$, next);
  const isOther = (target: EventTarget | null) =>
    dom.isElement(target) && !watch.watched().some(({ path }) => path.includes(target));

  return [
    tell(on(FORM_EVENTS), (event) => answerAll('form', timeOf(event))),
    tell(on(MEDIA_EVENTS), (event) => answerAll('media', timeOf(event))),
    tell(on(CLIPBOARD_EVENTS), (event) => answerAll('clipboard', timeOf(event))),
    tell(on(['dragstart', 'fullscreenchange']), (event) => answerAll('drag', timeOf(event))),
    tell(on('scroll'), (event) => answerAll('scroll', timeOf(event), SCROLL_MS)),
    tell(on<FocusEvent>('focusin').pipe(filter(({ target }) => isOther(target))), (event) =>
      answerAll('focus', timeOf(event)),
    ),
    tell(on<Event>('selectionchange', document), (event) => {
      if (document.getSelection()?.isCollapsed === false) answerAll('selection', timeOf(event));
    }),
    tell(on<PointerEvent>('pointerup'), ({ clientX, clientY }) => {
      const { press } = watch.watched().at(-1)!;
      const travelPx = Math.hypot(clientX - press.x, clientY - press.y);
      if (press.pointer === 'mouse' && travelPx > TRAVEL_PX)
        answerAll('drag', clock.now(), WINDOW_MS);
    }),
    tell(routes$.pipe(filter(({ kind }) => kind !== 'load' && kind !== 'reload')), ({ time }) =>
      answerAll('navigation', time),
    ),
    tell(lifecycle$, ({ time }) => answerAll('window', time, WINDOW_MS)),
    tell(fromPerformance<PerformanceResourceTiming>(host, 'resource'), ({ startTime }) =>
      answerAll('resource', startTime),
    ),
  ];
}

/** Our own prompt is no answer, and neither is what the host marked as noise. */
function isOurs(
  { target, addedNodes, removedNodes, type }: MutationRecord,
  { dom }: Host,
): boolean {
  const element = dom.isElement(target) ? target : dom.parent(target);
  if (
    dom.isElement(element) &&
    (isOwnUi(element, dom) || dom.closest(element, '[data-beforehand-noise]'))
  ) {
    return true;
  }
  const changed = [...addedNodes, ...removedNodes];
  return (
    type === 'childList' &&
    changed.length > 0 &&
    changed.every((node) => dom.isElement(node) && isOwnUi(node, dom))
  );
}

/** Inside the control, around it, in what it controls, or in its own surroundings. */
function isNear(place: Node, { element, path, surroundings }: Watched): boolean {
  if (element.contains(place) || path.slice(0, 4).includes(place as Element)) return true;
  if (surroundings?.contains(place)) return true;
  const controlled = element.getAttribute('aria-controls');
  return (
    controlled !== null &&
    (element.ownerDocument.getElementById(controlled)?.contains(place) ?? false)
  );
}
