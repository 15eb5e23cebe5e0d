import { filter, merge, mergeMap, Observable, of, EMPTY, share } from 'rxjs';
import type { Milliseconds, PointerKind, Press } from '../types.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';
import { toTarget } from './toTarget.js';

/** A press with its element, which stays inside this folder. */
export interface ElementPress {
  readonly press: Press;
  readonly element: Element;
  /** Open shadow roots on the way to the element. */
  readonly roots: readonly ShadowRoot[];
  /** Elements on the way, innermost first. */
  readonly path: readonly Element[];
}

/** A finger that travels further than this scrolls or pans. */
export const TRAVEL_PX = 10;
/** A press this soon after the window got the focus woke it, and nothing more. */
const WAKE_MS: Milliseconds = 100;
/** A click this soon after a pointer or key is that one's own. */
const JOINED_MS: Milliseconds = 1000;

/**
 * The visitor's presses, one each: a mouse's when the button goes down, so that help is timely; a
 * finger's or pen's when it goes up without having travelled; a key's or an assistive technology's
 * by the click that comes of it.
 */
export function fromPresses(host: Host): Observable<ElementPress> {
  const { window, dom, report, accepts, timeOf } = host;
  const on = <E extends Event>(...types: string[]) => listen<E>(window, types, report);
  let id = 0;
  let down: PointerEvent | undefined;
  let pointerAt = -Infinity;
  let keyAt = -Infinity;
  let wokenAt = -Infinity;

  const toPress = (event: MouseEvent, pointer: PointerKind): Observable<ElementPress> => {
    const located = toTarget(event, dom);
    if (!located) return EMPTY;
    id += 1;
    const isPointer = pointer !== 'keyboard' && pointer !== 'assistive';
    const press: Press = {
      id,
      time: timeOf(event),
      x: isPointer ? finite(event.clientX) : 0,
      y: isPointer ? finite(event.clientY) : 0,
      pointer,
      modified: event.ctrlKey || event.metaKey || event.altKey || event.shiftKey,
      target: located.target,
    };
    const path = event.composedPath();
    return of({
      press,
      element: located.element,
      roots: path.filter((node): node is ShadowRoot => node instanceof window.ShadowRoot),
      path: path.filter((node): node is Element => dom.isElement(node)),
    });
  };

  const onPointer = (event: PointerEvent): Observable<ElementPress> => {
    const time = timeOf(event);
    pointerAt = time;
    if (event.type === 'pointercancel') down = undefined;
    if (event.type === 'pointerdown') {
      down = event.isPrimary && event.button === 0 ? event : undefined;
      const isWaking = time - wokenAt < WAKE_MS;
      return down && !isWaking && isMouse(event) ? toPress(event, 'mouse') : EMPTY;
    }
    const start = down;
    down = undefined;
    if (event.type !== 'pointerup' || !start || isMouse(event)) return EMPTY;
    const travelPx = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
    return travelPx <= TRAVEL_PX
      ? toPress(event, event.pointerType === 'pen' ? 'pen' : 'touch')
      : EMPTY;
  };

  const onKey = (event: KeyboardEvent): Observable<ElementPress> => {
    const activates = event.key === 'Enter' || event.key === ' ';
    if (activates && !event.repeat) keyAt = timeOf(event);
    return EMPTY;
  };

  const onClick = (event: MouseEvent): Observable<ElementPress> => {
    const time = timeOf(event);
    if (event.detail !== 0 || time - pointerAt < JOINED_MS) return EMPTY;
    return toPress(event, time - keyAt < JOINED_MS ? 'keyboard' : 'assistive');
  };

  return merge(
    on<FocusEvent>('focus').pipe(
      filter(({ target }) => target === window),
      mergeMap((event) => {
        wokenAt = timeOf(event);
        return EMPTY;
      }),
    ),
    on<PointerEvent>('pointerdown', 'pointerup', 'pointercancel').pipe(
      filter((event) => accepts(event)),
      mergeMap(onPointer),
    ),
    on<KeyboardEvent>('keydown', 'keyup').pipe(filter((event) => accepts(event)), mergeMap(onKey)),
    on<MouseEvent>('click').pipe(filter((event) => accepts(event)), mergeMap(onClick)),
  ).pipe(share());
}

function isMouse({ pointerType }: PointerEvent): boolean {
  return pointerType !== 'touch' && pointerType !== 'pen';
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
