import type { Milliseconds, PointerKind } from '../types.js';
import type { Pressing } from './ElementPress.js';
import type { Host } from './Host.js';

/** A finger that travels further than this scrolls or pans. */
const MAX_TRAVEL_PX = 10;
/** A press this soon after the window got the focus woke it, and nothing more. */
const WAKE_MS: Milliseconds = 100;

/** Presses of a mouse, finger or pen. Returns the removal. */
export function fromPointerPresses(host: Host, next: (pressing: Pressing) => void): () => void {
  const { document, accepts, on } = host;
  let down: { readonly id: number; readonly x: number; readonly y: number } | undefined;
  let focusedAt: Milliseconds = -Infinity;
  let mayWake = true;

  /** Without the focus, a press brings the window to the front. Some windows never get it. */
  const isWaking = (event: Event): boolean => {
    if (!event.isTrusted) return false;
    if (event.timeStamp - focusedAt < WAKE_MS) return true;
    const wakes = mayWake && !document.hasFocus();
    mayWake = !wakes;
    return wakes;
  };

  const press = (event: PointerEvent, pointer: PointerKind) =>
    next({ event, pointer, time: host.timeOf(event) });

  const onDown = (event: PointerEvent) => {
    const isMain = event.isTrusted ? event.isPrimary : true;
    down = undefined;
    // A second finger makes it a gesture.
    if (!isMain || event.button !== 0) return;
    if (isWaking(event)) return;
    if (isMouse(event)) press(event, 'mouse');
    else down = { id: event.pointerId, x: event.clientX, y: event.clientY };
  };

  const onUp = (event: PointerEvent) => {
    const start = down;
    if (!start || start.id !== event.pointerId) return;
    down = undefined;
    if (event.type !== 'pointerup') return;
    if (Math.hypot(event.clientX - start.x, event.clientY - start.y) > MAX_TRAVEL_PX) return;
    press(event, event.pointerType === 'pen' ? 'pen' : 'touch');
  };

  const removals = [
    on(['pointerdown', 'pointerup', 'pointercancel'], (event) => {
      const isDown = event.type === 'pointerdown';
      // A mouse has pressed already.
      if ((!isDown && !down) || !accepts(event)) return;
      if (isDown) onDown(event as PointerEvent);
      else onUp(event as PointerEvent);
    }),
    on('focus', ({ timeStamp }) => {
      focusedAt = timeStamp;
      mayWake = true;
    }),
  ];
  return () => removals.forEach((remove) => remove());
}

/** Also what synthetic events leave empty. */
export function isMouse({ pointerType }: PointerEvent): boolean {
  return pointerType !== 'touch' && pointerType !== 'pen';
}
