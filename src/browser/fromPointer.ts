import type { Observable } from 'rxjs';
import { ringBuffer } from '../tools/ringBuffer.js';
import type { Milliseconds, PointerSummary, Target } from '../types.js';
import type { Host } from './Host.js';
import { isOwnUi } from './isOwnUi.js';
import { motionSum, type Motion } from './motionSum.js';
import { sparingly } from './sparingly.js';
import { summaries } from './summaries.js';
import { toSurface } from './toSurface.js';

/** Moves in 300 ms at 1 000 Hz, and some more. */
const CAPACITY = 384;
/** What the pointer is over is looked at no oftener than this, of what it is moved across. */
const LOOK_MS: Milliseconds = 100;
/** Between presses that come too fast to be aimed, and this long after, the hand is at work. */
const DRUMMED_MS: Milliseconds = 2000;

/** A summary with the element that the pointer was over, which stays inside this folder. */
export interface ElementMotion {
  readonly motion: PointerSummary;
  readonly element: Element;
}

/**
 * How a mouse or pen moved with no button held; a raw move costs one write into the ring buffer
 * and nothing else. What may be known of what it is over is found out when somebody asks.
 */
export function fromPointer(host: Host): Observable<ElementMotion> {
  const { document, dom, isHeard } = host;
  const ring = ringBuffer(CAPACITY);
  const sum = motionSum();
  let over: EventTarget | null = null;
  /** Of which the target is asked once the hand may rest there; not while it flies. */
  let latest: Event | undefined;
  let lookedAt: Milliseconds = -Infinity;
  let isOn = true;

  /** Not on a drawing, nor on our UI, of which the window sees the outermost element. */
  const isOnPage = (target: EventTarget | null): boolean =>
    !dom.isElement(target) || (dom.tag(target) !== 'canvas' && !isOwnUi(target, dom));

  const onMove = (event: Event, onEvent: () => void) => {
    // A finger that moves has its button held.
    if (!isHeard(event) || (event as PointerEvent).buttons !== 0) return undefined;
    const { timeStamp, clientX, clientY } = event as PointerEvent;
    if (timeStamp - host.pace.drummedAt() < DRUMMED_MS) return DRUMMED_MS;
    if ((isOn && !over) || timeStamp - lookedAt > LOOK_MS) {
      lookedAt = timeStamp;
      isOn = isOnPage(event.target);
      over = isOn ? event.target : null;
    }
    if (!isOn) return undefined;
    latest = event;
    ring.push(timeStamp, clientX, clientY);
    onEvent();
    return undefined;
  };

  const start = (onEvent: () => void) =>
    sparingly(host, 'pointermove', (event) => onMove(event, onEvent));

  /** An element that is removed must not be kept; without it, all that is known is the page. */
  const targetOf = (element: Element): (() => Target) => {
    const kept = new WeakRef(element);
    let known: Target | undefined;
    return () => {
      const found = kept.deref();
      known ??= toSurface(found?.isConnected ? found : document.documentElement, host);
      return known;
    };
  };

  return summaries(host, start, () => {
    // What was in a shadow tree, an event that is over does not tell any more.
    const target = latest?.target;
    const last = target && isOnPage(target) ? target : over;
    const element = dom.isElement(last) ? last : document.documentElement;
    over = null;
    latest = undefined;
    ring.drain(sum.add);
    const motion = sum.take(host.clock.now());
    return motion && { motion: withTarget(motion, targetOf(element)), element };
  });
}

function withTarget(motion: Motion, targetOf: () => Target): PointerSummary {
  return {
    ...motion,
    get target() {
      return targetOf();
    },
  };
}
