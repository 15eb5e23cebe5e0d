import { map, merge, Observable } from 'rxjs';
import type { Lifecycle, Milliseconds, ResponseKind } from '../types.js';
import type { Host } from './Host.js';

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

const KINDS: Readonly<Record<string, ResponseKind>> = {
  input: 'form',
  change: 'form',
  toggle: 'form',
  beforetoggle: 'form',
  select: 'form',
  submit: 'sent',
  invalid: 'form',
  reset: 'form',
  play: 'media',
  pause: 'media',
  volumechange: 'media',
  seeking: 'media',
  ratechange: 'media',
  copy: 'clipboard',
  cut: 'clipboard',
  beforeprint: 'clipboard',
  dragstart: 'drag',
  fullscreenchange: 'window',
  focusin: 'focus',
  selectionchange: 'selection',
  navigate: 'navigation',
};

/** The events that answer presses, for as long as one is watched. */
export function fromAnswers(
  host: Host,
  {
    navigations$,
    lifecycle$,
  }: { navigations$: Observable<unknown>; lifecycle$: Observable<Lifecycle> },
): Observable<Answer> {
  const { window, document, clock, on, accepts, timeOf, elementsOf } = host;
  const { navigation } = window as { navigation?: EventTarget };

  const toAnswer = (event: Event): Answer => {
    const { type } = event;
    const kind = KINDS[type]!;
    const at = type === 'change' || kind === 'focus' ? elementsOf(event)[0]! : null;
    const selected = kind === 'selection' ? document.getSelection()!.anchorNode : null;
    return { kind, time: timeOf(event), at: at ?? selected };
  };
  // Every press moves the caret: that alone selects nothing.
  const isAny = ({ type }: Event) =>
    type !== 'selectionchange' || document.getSelection()?.isCollapsed === false;
  const fromEvents = (types: readonly string[], target?: EventTarget) =>
    new Observable<Answer>((subscriber) =>
      on(
        types,
        (event) => {
          if (isAny(event) && accepts(event)) subscriber.next(toAnswer(event));
        },
        target,
      ),
    );

  return merge(
    fromEvents(Object.keys(KINDS)),
    // Links to other pages and downloads begin here; they may take long to arrive.
    navigation ? fromEvents(['navigate'], navigation) : [],
    fromUnaidedScroll(host),
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
function fromUnaidedScroll({ on, aids, timeOf }: Host): Observable<Answer> {
  return new Observable((subscriber) => {
    const close = aids.open();
    const remove = on('scroll', (event) => {
      if (event.timeStamp - aids.at() > SCROLL_MS)
        subscriber.next({ kind: 'scroll', time: timeOf(event), withinMs: SCROLL_MS });
    });
    return () => {
      remove();
      close();
    };
  });
}
