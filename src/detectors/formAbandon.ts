import { EMPTY, filter, map, merge, switchMap, timer } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type { Detector, FieldEvent, Milliseconds, Press, Target } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';
import { visits } from './visits.js';

export interface FormAbandonOptions {
  /** Text fields that were filled in or changed. @defaultValue 2 */
  minFields?: number;
  /** Without any input after the form was refused. @defaultValue 30000 */
  idleMs?: Milliseconds;
}

interface Form {
  /** Touched fields; what may not be known, by the visit to it. */
  readonly fields: Set<string>;
  /** The one touched last. */
  readonly target: Target;
  readonly isRefused: boolean;
  /** As far as one can see. */
  readonly isSent: boolean;
}

const EDITS: readonly FieldEvent['kind'][] = ['edit', 'deletion', 'cleared', 'paste'];
/** A page that a button outside of the form leads away from, within this, may have taken it along. */
const BUTTON_MS: Milliseconds = 5000;
const MAX_FORMS = 20;

/**
 * Signals when a form that was begun is left without having been sent off: by another route or page,
 * or, once it was refused, by 30 s without any input.
 *
 * Two text fields have to be touched: filters, searches and quantities are no forms to abandon. A
 * press on a button inside sends the form off, also where no `submit` tells of it, until it is
 * edited again or refused; so does a button outside that leads on. Fields outside of any form do
 * not count.
 */
export function formAbandon({ minFields = 2, idleMs = 30_000 }: FormAbandonOptions = {}): Detector {
  return defineDetector('formAbandon', (page) => {
    const { fields$, presses$, keys$, scroll$, routes$, lifecycle$ } = page;
    const forms = new Map<string, Form>();
    let nVisits = 0;
    let buttonAt: Milliseconds = -Infinity;
    let isVisible = true;
    let isWaiting = false;
    const isAnyRefused = () =>
      forms.size > 0 && [...forms.values()].some(({ isRefused }) => isRefused);

    const onField = ({ kind, form: path, target }: FieldEvent) => {
      if (kind === 'focus') nVisits += 1;
      const form = forms.get(path);
      const set = (change: Partial<Form>) => form && forms.set(path, { ...form, ...change });
      if (kind === 'search') forms.delete(path);
      else if (kind === 'submit') set({ isSent: true, isRefused: false });
      else if (kind === 'invalid' || kind === 'refused') set({ isSent: false, isRefused: true });
      else if (path && target.control === 'field' && EDITS.includes(kind)) {
        const fields = form?.fields ?? new Set();
        fields.add(target.path || `${nVisits}`);
        forms.set(path, { isRefused: false, ...form, fields, target, isSent: false });
        if (forms.size > MAX_FORMS) forms.delete(forms.keys().next().value!);
      }
    };
    const onPress = ({ time, target: { path: pressed, control } }: Press) => {
      if (control !== 'button') return;
      buttonAt = time;
      for (const [path, form] of forms)
        if (pressed.startsWith(`${path}>`))
          forms.set(path, { ...form, isSent: true, isRefused: false });
    };

    const find = (time: Milliseconds, isGivenUp: (form: Form) => boolean): Finding | undefined => {
      const [found] = [...forms.values()].filter(
        (form) => form.fields.size >= minFields && isGivenUp(form),
      );
      if (!found) return undefined;
      const { target, fields, isRefused } = found;
      forms.clear();
      const strength = isRefused ? 0.8 : 0.5;
      return { time, target, strength, evidence: { fields: fields.size } };
    };

    const left$ = merge(
      visits(routes$).pipe(map((trail) => trail.at(-1)!)),
      lifecycle$.pipe(mapDefined((event) => (event.kind === 'left' ? event : undefined))),
    );
    const rest$ = merge<{ time: Milliseconds }[]>(presses$, keys$, fields$, scroll$, lifecycle$);

    return merge(
      fields$.pipe(note(onField)),
      presses$.pipe(note(onPress)),
      lifecycle$.pipe(
        note(({ kind }) => {
          if (kind !== 'blur' && kind !== 'focus')
            isVisible = kind === 'visible' || kind === 'restored';
        }),
      ),
      left$.pipe(
        mapDefined(({ time, kind }) => {
          const isByButton = kind !== 'traverse' && time - buttonAt < BUTTON_MS;
          const finding = find(time, ({ isSent }) => !isSent && !isByButton);
          forms.clear();
          return finding;
        }),
      ),
      rest$.pipe(
        // Without a refused form, which is nearly always, all of this is not worth a step more.
        filter(() => {
          const wasWaiting = isWaiting;
          isWaiting = isVisible && isAnyRefused();
          return isWaiting || wasWaiting;
        }),
        switchMap(({ time }) => (isWaiting ? timer(idleMs).pipe(map(() => time + idleMs)) : EMPTY)),
        mapDefined((time) => find(time, ({ isRefused }) => isRefused)),
      ),
    );
  });
}
