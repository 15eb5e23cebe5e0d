import type { Report } from '../guard.js';
import { hash32 } from '../tools/hash32.js';
import type { FieldEvent, Milliseconds, PageStreams, Press } from '../types.js';
import { createChoices } from './choices.js';
import { timed } from './timed.js';

/** One thing that the visitor did, as far as the sequence features know it. */
export interface ActionTaken {
  readonly time: Milliseconds;
  readonly kind: 'press' | 'key' | 'edit' | 'scroll' | 'route';
  /** Where, what and how, hashed: equal for the same action on the same control. */
  readonly token: number;
  /** Which parts of a choice it moved from where they were, hashed: equal for the same way to try. */
  readonly change: number;
  /** Settings of choices that are away from rest then, hashed. */
  readonly away: readonly number[];
  /** Of a press by pointer, CSS pixels; else NaN. */
  readonly x: number;
  readonly y: number;
  /** What the pointer travelled since the action before, and for how long it moved. */
  readonly pathPx: number;
  readonly moveMs: Milliseconds;
}

/** The actions of late, oldest first. */
export interface Actions {
  /** Since a moment, at most the last 200. */
  since(time: Milliseconds): readonly ActionTaken[];
  /** The route of now, hashed. */
  route(): number;
  stop(): void;
}

const MAX_ACTIONS = 200;

/** Presses on a surface are told apart by the cell of a grid that they lie in, CSS pixels. */
const CELL_PX = 20;

/** What closed choices and submits tell; typing comes as keys. */
const TELLING: readonly FieldEvent['kind'][] = ['paste', 'cleared', 'submit', 'refused', 'search'];

/**
 * Follows what the visitor does as a sequence of hashed tokens: the route's template, the kind of
 * control, its structural path and, of closed choices, the state reached. Never text, nor which key.
 *
 * The hash has no salt, so that a site's prior knows the same actions on every device.
 */
export function createActions({ page, report }: { page: PageStreams; report: Report }): Actions {
  const taken: ActionTaken[] = [];
  const choose = createChoices();
  let route = '';
  let [pathPx, moveMs] = [0, 0];

  const take = (
    time: Milliseconds,
    kind: ActionTaken['kind'],
    { manner, place = '', state = '', x = NaN, y = NaN }: Details,
  ): void => {
    const { pattern, away } = choose(place, state);
    taken.push({
      time,
      kind,
      token: hash32(`${route}|${manner}|${place}=${state}`),
      change: hash32(`${route}|${manner}|${place}|${pattern}`),
      away,
      x,
      y,
      pathPx,
      moveMs,
    });
    [pathPx, moveMs] = [0, 0];
    if (taken.length > 2 * MAX_ACTIONS) taken.splice(0, MAX_ACTIONS);
  };

  const on = timed(report);

  const subscriptions = [
    on(page.presses$, (press) => {
      const { time, pointer, x, y } = press;
      const isPointer = pointer === 'mouse' || pointer === 'touch' || pointer === 'pen';
      take(time, 'press', {
        manner: press.target.control,
        place: placeOf(press),
        ...(press.state !== undefined && { state: press.state }),
        ...(isPointer && { x, y }),
      });
    }),
    on(page.keys$, ({ time, kind }) => take(time, 'key', { manner: kind })),
    on(page.fields$, ({ time, kind, state, target }) => {
      if (state === undefined && !TELLING.includes(kind)) return;
      take(time, 'edit', {
        manner: kind,
        place: target.path,
        ...(state !== undefined && { state }),
      });
    }),
    on(page.pointer$, (moved) => {
      pathPx += moved.pathPx;
      moveMs += moved.durationMs;
    }),
    on(page.scroll$, ({ time }) => take(time, 'scroll', { manner: 'scroll' })),
    on(page.routes$, ({ time, path, kind }) => {
      route = path;
      take(time, 'route', { manner: kind });
    }),
  ];

  return {
    route: () => hash32(route),
    since: (time) => taken.filter((action) => action.time >= time).slice(-MAX_ACTIONS),
    stop: () => subscriptions.forEach((subscription) => subscription.unsubscribe()),
  };
}

interface Details {
  readonly manner: string;
  readonly place?: string;
  readonly state?: string;
  readonly x?: number;
  readonly y?: number;
}

/** The control and its state; on a surface, which has no parts, roughly where. */
function placeOf({ target: { path, control }, x, y }: Press): string {
  const cell = control === 'surface' ? `${Math.floor(x / CELL_PX)}.${Math.floor(y / CELL_PX)}` : '';
  return path + cell;
}
