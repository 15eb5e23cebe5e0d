import type { Pending, WallTime } from '../types.js';
import { observe } from './observe.js';
import { dueAt, settle } from './settle.js';
import { toSettled, type Settled } from './toSettled.js';
import type { OpenPending, VisitEvent } from './VisitEvent.js';

/** Predictions that wait for their outcome, in memory. */
export interface OpenQueue {
  /** Made in this page just now. */
  add(pending: Pending): void;
  /** Made in an earlier visit or in another tab; those that are here already are passed over. */
  restore(stored: readonly Pending[], since: readonly VisitEvent[]): void;
  apply(event: VisitEvent): void;
  /** Takes out those that can be settled by now. */
  takeSettled(now: WallTime): Settled[];
  /** Takes out all that were made in this page. */
  takeOwn(): OpenPending[];
  /** What has changed since this was called last. */
  takeChanged(): OpenPending[];
  /** The next moment at which time alone may settle one; `Infinity` when there is none. */
  nextDue(): WallTime;
  clear(): void;
}

export function openQueue(): OpenQueue {
  const open = new Map<string, OpenPending>();
  const own = new Set<string>();
  const changed = new Set<string>();

  const clear = () => [open, own, changed].forEach((ids) => ids.clear());
  const remove = (id: string) => [open, own, changed].forEach((ids) => ids.delete(id));
  const pick = (ids: Iterable<string>) => [...ids].flatMap((id) => open.get(id) ?? []);

  const apply = (event: VisitEvent, ids: Iterable<string> = open.keys()) => {
    for (const pending of pick(ids)) {
      const next = observe(pending, event);
      if (next === pending) continue;
      open.set(next.id, next);
      changed.add(next.id);
    }
  };

  return {
    add: (pending) => {
      open.set(pending.id, pending);
      own.add(pending.id);
    },
    restore: (stored, since) => {
      const unknown = stored.filter(({ id }) => !open.has(id));
      for (const pending of unknown) open.set(pending.id, toLeft(pending));
      for (const event of since)
        apply(
          event,
          unknown.map(({ id }) => id),
        );
    },
    apply: (event) => apply(event),
    takeSettled: (now) => {
      const settled = [...open.values()].flatMap((pending) => {
        const resolution = settle(pending, now);
        return resolution ? toSettled(pending, resolution) : [];
      });
      for (const { record } of settled) remove(record.id);
      return settled;
    },
    takeOwn: () => {
      const taken = pick(own);
      for (const { id } of taken) remove(id);
      return taken;
    },
    takeChanged: () => {
      const taken = pick(changed);
      changed.clear();
      return taken;
    },
    nextDue: () => Math.min(...[...open.values()].map(dueAt)),
    clear,
  };
}

/** A page that died could not say when its visitor left: it was after the last that was seen. */
function toLeft(pending: OpenPending): OpenPending {
  const { at, activeAt = at, resumedAt = at, leftAt = Math.max(activeAt, resumedAt) } = pending;
  return { ...pending, leftAt };
}
