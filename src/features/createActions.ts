import { filter, type Observable, type Subscription } from 'rxjs';
import { consume, type Report } from '../guard.js';
import { hash32 } from '../tools/hash32.js';
import { mix32 } from '../tools/mix32.js';
import type { FieldEvent, Milliseconds, PageStreams, Press, Slots } from '../types.js';

/** One thing that the visitor did, as far as the sequence features know it. */
export interface ActionTaken {
  readonly time: Milliseconds;
  readonly kind: 'press' | 'key' | 'edit' | 'scroll' | 'route';
  /** Where, what and how, hashed: equal for the same action on the same control. */
  readonly token: number;
  /** The same without where: equal for the same kind of action. */
  readonly manner: number;
  /** Of a press by pointer, CSS pixels; else NaN. */
  readonly x: number;
  readonly y: number;
  readonly isDeletion: boolean;
}

/** The actions of late, oldest first. */
export interface Actions {
  /** Since a moment, at most the last 200. */
  since(time: Milliseconds): readonly ActionTaken[];
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
  let route = '';

  const take = (
    time: Milliseconds,
    kind: ActionTaken['kind'],
    { manner, place = '', x = NaN, y = NaN, isDeletion = false }: Details,
  ): void => {
    taken.push({
      time,
      kind,
      token: hash32(`${route}|${manner}|${place}`),
      manner: hash32(manner),
      x,
      y,
      isDeletion,
    });
    if (taken.length > 2 * MAX_ACTIONS) taken.splice(0, MAX_ACTIONS);
  };

  const on = <T extends { time: Milliseconds }>(
    stream$: Observable<T>,
    next: (value: T) => unknown,
  ): Subscription =>
    consume(report, 'internal', stream$.pipe(filter(({ time }) => Number.isFinite(time))), next);

  const subscriptions = [
    on(page.presses$, (press) => {
      const { time, pointer, x, y } = press;
      const isPointer = pointer === 'mouse' || pointer === 'touch' || pointer === 'pen';
      take(time, 'press', {
        manner: press.target.control,
        place: placeOf(press),
        ...(isPointer && { x, y }),
      });
    }),
    on(page.keys$, ({ time, kind }) =>
      take(time, 'key', { manner: kind, isDeletion: kind === 'deletion' }),
    ),
    on(page.fields$, ({ time, kind, state, target }) => {
      if (state === undefined && !TELLING.includes(kind)) return;
      take(time, 'edit', { manner: kind, place: `${target.path}=${state ?? ''}` });
    }),
    on(page.scroll$, ({ time }) => take(time, 'scroll', { manner: 'scroll' })),
    on(page.routes$, ({ time, path, kind }) => {
      route = path;
      take(time, 'route', { manner: kind });
    }),
  ];

  return {
    since: (time) => taken.filter((action) => action.time >= time).slice(-MAX_ACTIONS),
    stop: () => subscriptions.forEach((subscription) => subscription.unsubscribe()),
  };
}

interface Details {
  readonly manner: string;
  readonly place?: string;
  readonly x?: number;
  readonly y?: number;
  readonly isDeletion?: boolean;
}

/** The control and its state; on a surface, which has no parts, roughly where. */
function placeOf({ target: { path, control }, state = '', x, y }: Press): string {
  const cell = control === 'surface' ? `${Math.floor(x / CELL_PX)}.${Math.floor(y / CELL_PX)}` : '';
  return `${path}${cell}=${state}`;
}

/** Sequence features there are. */
export const N_SLOTS = 1024;
const MAX_RECENT = 20;
const MAX_GRAM = 3;
const MAX_FIRST = 8;

/**
 * Which sequence features are on: the 1-, 2- and 3-grams of the last 20 actions and the first 8
 * actions with their place in the order, hashed into 1 024 slots. Whoever learns on them finds out
 * which sequences end badly; nobody has to say what the controls mean.
 *
 * @see Weinberger et al. (2009), "Feature Hashing for Large Scale Multitask Learning"
 */
export function toSlots(actions: readonly ActionTaken[]): Slots {
  const slots = new Set<number>();
  const recent = actions.slice(-MAX_RECENT);
  for (let begin = 0; begin < recent.length; begin += 1) {
    let gram = 0;
    for (const { token } of recent.slice(begin, begin + MAX_GRAM)) {
      gram = mix32(Math.imul(gram, 31) ^ token);
      slots.add(gram % N_SLOTS);
    }
  }
  actions.slice(0, MAX_FIRST).forEach(({ token }, i) => slots.add(mix32(token + i + 1) % N_SLOTS));
  return [...slots].sort((a, b) => a - b);
}
