import { Observable } from 'rxjs';
import type { Milliseconds, Swipe } from '../types.js';
import type { Host } from './Host.js';
import { isAtEnd } from './isAtEnd.js';
import type { mutationWatch } from './mutationWatch.js';
import { toSurface } from './toSurface.js';

/** A finger that travels less presses, or trembles. */
const MIN_PX = 30;
/** How long a page may take to answer, as with presses. */
const ANSWER_MS: Milliseconds = 2500;

const TOUCHES = ['touchstart', 'touchend', 'touchcancel'];
/** What shows that something happens, besides changes of the document. */
const ANSWERS = [
  'scroll',
  'selectionchange',
  'input',
  'change',
  'toggle',
  'transitionrun',
  'animationstart',
  'visibilitychange',
];

/** A finger on its way, or one whose way is at its end and not answered yet. */
interface Drawing {
  readonly element: Element;
  readonly time: Milliseconds;
  readonly x: number;
  readonly y: number;
  isAnswered: boolean;
  swipe?: Omit<Swipe, 'time' | 'answered'>;
}

/**
 * Swipes of one finger and whether anything came of them. The page is watched while a finger is
 * down, and for 2.5 s after one that nothing has answered yet.
 *
 * @param watchMutations - the first file's: this comes in a later one
 */
export function fromSwipes(host: Host, watchMutations: typeof mutationWatch): Observable<Swipe> {
  const { document, dom, clock, on, accepts, elementsOf, timeOf, later } = host;

  return new Observable<Swipe>((subscriber) => {
    let open: readonly Drawing[] = [];
    let stopListening: (() => void) | undefined;

    const close = (drawing: Drawing | undefined) => {
      open = open.filter((each) => each !== drawing);
      if (open.length > 0) return;
      stopListening?.();
      stopListening = undefined;
      mutations.disconnect();
    };
    const tell = (drawing: Drawing) => {
      close(drawing);
      const { swipe, isAnswered: answered } = drawing;
      if (swipe) subscriber.next({ ...swipe, time: clock.now(), answered });
    };
    const answer = () => {
      for (const drawing of open) {
        drawing.isAnswered = true;
        if (drawing.swipe) tell(drawing);
      }
    };
    const mutations = watchMutations(host, {
      onChange: answer,
      onRefusal: answer,
      onFlood: answer,
    });

    const begin = (event: TouchEvent) => {
      const [element] = elementsOf(event);
      const [{ clientX: x, clientY: y }] = [event.touches[0]!];
      if (!element) return;
      open = [...open, { element, time: timeOf(event), x, y, isAnswered: false }];
      mutations.observe(document);
      stopListening ??= on(ANSWERS, ({ type }) => {
        // A caret that moves selects nothing.
        if (type !== 'selectionchange' || !document.getSelection()?.isCollapsed) answer();
      });
    };

    const end = (event: TouchEvent, drawing: Drawing) => {
      const { clientX, clientY } = event.changedTouches[0]!;
      const [rightPx, downPx] = [clientX - drawing.x, clientY - drawing.y];
      const distancePx = Math.hypot(rightPx, downPx);
      const durationMs = timeOf(event) - drawing.time;
      if (distancePx < MIN_PX) return close(drawing);
      const target = toSurface(drawing.element, host);
      drawing.swipe = { durationMs, distancePx, downPx, target };
      if (drawing.isAnswered) return tell(drawing);
      later(ANSWER_MS, () => {
        if (!open.includes(drawing)) return;
        if (isAtEnd(drawing.element, { rightPx, downPx }, dom)) close(drawing);
        else tell(drawing);
      });
    };

    const remove = on(TOUCHES, (event) => {
      const { type, touches } = event as TouchEvent;
      if (!accepts(event)) return;
      const drawing = open.find(({ swipe }) => !swipe);
      if (type === 'touchend' && touches.length === 0) {
        if (drawing) end(event as TouchEvent, drawing);
        return;
      }
      // A second finger makes it a gesture.
      close(drawing);
      if (type === 'touchstart' && touches.length === 1) begin(event as TouchEvent);
    });
    return () => {
      remove();
      open = [];
      close(undefined);
    };
  });
}
