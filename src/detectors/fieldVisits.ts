import type { FieldEvent, Milliseconds } from '../types.js';

/** What the visitor's ways through the fields of a page amount to. */
export interface FieldVisits {
  /** The window lost the focus, and with it the field: that is not leaving it. */
  onAway(time: Milliseconds): void;
  /** The field was gone back to. */
  isReturn(event: FieldEvent): boolean;
  /** The field was edited, left and is edited again; true once a visit. */
  isReEdit(event: FieldEvent): boolean;
  onLeft(event: FieldEvent): void;
}

interface Visit {
  focusedAt: Milliseconds;
  leftAt: Milliseconds;
  /** In this visit. */
  isEdited: boolean;
  /** In an earlier visit. */
  wasEdited: boolean;
}

/** A shorter visit is a keyboard user passing through to another field. */
const PASSING_MS: Milliseconds = 300;
/** A field that loses the focus this close to the window does so with it. */
const SAME_MS: Milliseconds = 300;
const MAX_FIELDS = 100;

export function createFieldVisits(): FieldVisits {
  const visits = new Map<string, Visit>();
  let awayAt: Milliseconds = -Infinity;

  const visitOf = ({ target: { path } }: FieldEvent): Visit => {
    const known = visits.get(path);
    if (known) return known;
    const visit = { focusedAt: NaN, leftAt: NaN, isEdited: false, wasEdited: false };
    visits.set(path, visit);
    if (visits.size > MAX_FIELDS) visits.delete(visits.keys().next().value!);
    return visit;
  };

  return {
    onAway: (time) => (awayAt = time),
    isReturn: (event) => {
      const visit = visitOf(event);
      const isWithWindow = Math.abs(visit.leftAt - awayAt) < SAME_MS;
      // The same visit goes on: what is edited now was not left.
      if (isWithWindow) visit.isEdited ||= visit.wasEdited;
      const isReturn = !isWithWindow && visit.leftAt - visit.focusedAt >= PASSING_MS;
      visit.focusedAt = event.time;
      return isReturn;
    },
    isReEdit: (event) => {
      const visit = visitOf(event);
      const isReEdit = visit.wasEdited && !visit.isEdited;
      visit.isEdited = true;
      return isReEdit;
    },
    onLeft: (event) => {
      const visit = visitOf(event);
      visit.wasEdited ||= visit.isEdited;
      visit.isEdited = false;
      visit.leftAt = event.time;
    },
  };
}
