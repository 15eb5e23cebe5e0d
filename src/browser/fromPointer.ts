import type { Observable } from 'rxjs';
import { ringBuffer } from '../tools/ringBuffer.js';
import type { PointerSummary, Target } from '../types.js';
import type { Host } from './Host.js';
import { isOwnUi } from './isOwnUi.js';
import { motionSum } from './motionSum.js';
import { summaries } from './summaries.js';
import { toSurface } from './toSurface.js';

/** Moves in 200 ms at 1 000 Hz, and some more. */
const CAPACITY = 256;

/** A summary with the element that the pointer was over, which stays inside this folder. */
export interface ElementMotion {
  readonly motion: PointerSummary;
  readonly element: Element;
}

/**
 * How a mouse or pen moved with no button held; a raw move costs one write into the ring buffer
 * and nothing else. What it is over is looked at five times a second, and anew where it changed.
 */
export function fromPointer(host: Host): Observable<ElementMotion> {
  const { document, dom, isMovement } = host;
  const ring = ringBuffer(CAPACITY);
  const sum = motionSum();
  let over: EventTarget | null = null;
  let known: { readonly element: WeakRef<Element>; readonly target: Target } | undefined;

  /** Not on a drawing, nor on our UI, of which the window sees the outermost element. */
  const isOnPage = (target: EventTarget | null): boolean =>
    !dom.isElement(target) || (dom.tag(target) !== 'canvas' && !isOwnUi(target, dom));

  const start = (onEvent: () => void) =>
    host.on('pointermove', (event) => {
      if (!isMovement(event as PointerEvent)) return;
      const { target, timeStamp, clientX, clientY } = event as PointerEvent;
      if (target !== over && !isOnPage(target)) return;
      over = target;
      ring.push(timeStamp, clientX, clientY);
      onEvent();
    });

  const targetOf = (element: Element): Target => {
    if (known?.element.deref() !== element)
      known = { element: new WeakRef(element), target: toSurface(element, host) };
    return known.target;
  };

  return summaries(host, start, () => {
    const element = dom.isElement(over) ? over : document.documentElement;
    // An element that is removed must not be kept.
    over = null;
    ring.drain(sum.add);
    const motion = sum.take(host.clock.now());
    return motion && { motion: { ...motion, target: targetOf(element) }, element };
  });
}
