import type { ControlKind, Milliseconds, Target } from '../../types.js';
import type { Play } from './createPlayer.js';
import type { Streams } from './createStreams.js';

/** Somewhere on the page: a recording knows of controls by their names alone. */
export const NOWHERE: Target = {
  path: '',
  control: 'none',
  disabled: false,
  leadsAway: false,
  ignored: [],
  context: '',
};

/** Of a wheel's step that does not say how far it went, CSS pixels. */
const WHEEL_STEP_PX = 100;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What presses, drags and scrolls of a recording are in a page, by the name of the event. */
export function pointerPlays(page: Streams): Readonly<Record<string, Play>> {
  let nPresses = 0;
  let down: (Place & { readonly time: Milliseconds }) | undefined;

  const press = (time: Milliseconds, { x, y }: Place, name = '', state?: string): true => {
    const control: ControlKind = name ? 'button' : 'surface';
    page.presses$.next({
      id: (nPresses += 1),
      ...{ time, x, y },
      pointer: name ? 'assistive' : 'mouse',
      modified: false,
      target: { ...NOWHERE, path: name, control },
      ...(state !== undefined && { state }),
    });
    return true;
  };

  const drag = (time: Milliseconds, from: NonNullable<typeof down>, { x, y }: Place): void => {
    const pathPx = Math.hypot(x - from.x, y - from.y);
    const durationMs = Math.max(1, time - from.time);
    const maxSpeed = (1000 * pathPx) / durationMs;
    page.pointer$.next({
      ...{ time, durationMs, pathPx, netPx: pathPx, turns: 0, maxSpeed, pauses: 0 },
      ...{ left: Math.min(x, from.x), right: Math.max(x, from.x) },
      ...{ top: Math.min(y, from.y), bottom: Math.max(y, from.y) },
      target: NOWHERE,
    });
  };

  const scroll = (time: Milliseconds, distancePx: number): true => {
    page.scroll$.next({
      ...{ time, durationMs: 200, distancePx, reversals: 0, depth: 0 },
      target: NOWHERE,
    });
    return true;
  };

  const moveDown: Play = (time, ...at) => {
    const place = placeOf(at);
    if (place) down = { time, ...place };
    return false;
  };

  const moveUp: Play = (time, ...at) => {
    const place = placeOf(at);
    if (down && place) drag(time, down, place);
    down = undefined;
    return false;
  };

  return {
    click: (time, first, second) => {
      const place = placeOf([first, second]);
      if (place) return press(time, place);
      return press(time, { x: 0, y: 0 }, `${first ?? 'page'}`, `${second ?? ''}`);
    },
    mousedown: moveDown,
    mouseup: moveUp,
    pointerdown: (time, ...at) => {
      moveDown(time, ...at);
      const place = placeOf(at);
      return place !== undefined && press(time, place);
    },
    pointerup: (time, ...at) => (down ? moveUp(time, ...at) : scroll(time, WHEEL_STEP_PX)),
    scroll: (time, px) => scroll(time, Math.abs(Number(px)) || WHEEL_STEP_PX),
  };
}

function placeOf([x, y]: readonly unknown[]): Place | undefined {
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
}
