import { filter, map, merge, type Observable } from 'rxjs';
import type { Lifecycle, Milliseconds, ResponseKind } from '../types.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';

/** Something that may answer a press, other than a change of the document. */
export interface Answer {
  readonly kind: ResponseKind;
  readonly time: Milliseconds;
  /** How soon after a press it has to come to be about it. */
  readonly withinMs?: Milliseconds;
  /** Where, if a press may do that by itself there. */
  readonly at?: Node | null;
}

const SCROLL_MS: Milliseconds = 300;
const WINDOW_MS: Milliseconds = 1000;
/** A press gives the window the focus back from a frame of the page. */
const REFOCUS_MS: Milliseconds = 100;

const FORM = ['input', 'toggle', 'beforetoggle', 'select', 'submit', 'invalid', 'reset'];
const MEDIA = ['play', 'pause', 'volumechange', 'seeked'];

/** The events that answer presses, for as long as one is watched. */
export function fromAnswers(
  host: Host,
  {
    navigations$,
    lifecycle$,
  }: { navigations$: Observable<unknown>; lifecycle$: Observable<Lifecycle> },
): Observable<Answer> {
  const { window, document, clock, report, accepts, timeOf } = host;
  const on = (types: string | readonly string[], target: EventTarget = window) =>
    listen(target, types, report).pipe(filter((event) => accepts(event)));
  const tell = (types: string | readonly string[], kind: ResponseKind, target?: EventTarget) =>
    on(types, target).pipe(map((event): Answer => ({ kind, time: timeOf(event) })));
  const tellAt = (type: string, kind: ResponseKind) =>
    on(type).pipe(
      map((event): Answer => ({ kind, time: timeOf(event), at: host.elementsOf(event)[0]! })),
    );
  const { navigation } = window as { navigation?: EventTarget };

  return merge(
    tell(FORM, 'form'),
    tellAt('change', 'form'),
    tellAt('focusin', 'focus').pipe(filter(({ at }) => at !== undefined)),
    tell(MEDIA, 'media'),
    tell(['copy', 'cut', 'beforeprint'], 'clipboard'),
    tell('dragstart', 'drag'),
    tell('fullscreenchange', 'window'),
    fromUnaidedScroll(host),
    tell('selectionchange', 'selection').pipe(
      filter(() => document.getSelection()?.isCollapsed === false),
      map((answer): Answer => ({ ...answer, at: document.getSelection()!.anchorNode })),
    ),
    // Links to other pages and downloads begin here; they may take long to arrive.
    navigation ? tell('navigate', 'navigation', navigation) : [],
    navigations$.pipe(map((): Answer => ({ kind: 'navigation', time: clock.now() }))),
    lifecycle$.pipe(
      map(({ kind, time }): Answer => ({
        kind: kind === 'left' ? 'navigation' : 'window',
        time: kind === 'focus' ? time - REFOCUS_MS : time,
        withinMs: WINDOW_MS,
      })),
    ),
  );
}

/** Scrolling that the visitor does not do: a wheel or finger is no answer of the page's. */
function fromUnaidedScroll({ window, report, timeOf }: Host): Observable<Answer> {
  let aidedAt: Milliseconds = -Infinity;
  return listen<Event>(window, ['wheel', 'touchmove', 'scroll'], report).pipe(
    filter((event) => {
      if (event.type !== 'scroll') aidedAt = timeOf(event);
      return event.type === 'scroll' && timeOf(event) - aidedAt > SCROLL_MS;
    }),
    map((event) => ({ kind: 'scroll', time: timeOf(event), withinMs: SCROLL_MS })),
  );
}
