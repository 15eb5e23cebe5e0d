import { filter, merge } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type { Detector, FieldEvent, Milliseconds } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';
import { createFieldVisits } from './fieldVisits.js';
import { recently, type Recently } from './recently.js';

export interface FormStruggleOptions {
  /** Times that one field is gone back to. @defaultValue 3 */
  minReturns?: number;
  /** Times that one field is edited again after it was left. @defaultValue 2 */
  minReEdits?: number;
  /** Times that one field is refused. @defaultValue 2 */
  minInvalid?: number;
  /** Times that one form is refused. @defaultValue 2 */
  minRefused?: number;
  /** Keystrokes in a field before its deletions mean anything. @defaultValue 8 */
  minKeystrokes?: number;
  /** How far back returns, edits and refused fields count. @defaultValue 120000 */
  windowMs?: Milliseconds;
  /**
   * How far back keystrokes and refused forms count, and how long a control is left in peace after
   * a signal about it for the same cause. @defaultValue 30000
   */
  quietMs?: Milliseconds;
}

type Cause = 'returns' | 'reEdits' | 'invalid' | 'refused' | 'deletions' | 'pastes';

/** Strength of the least that is a struggle: being refused says more than being careful does. */
const BASE = {
  returns: 0.3,
  reEdits: 0.3,
  invalid: 0.7,
  refused: 0.7,
  deletions: 0.3,
  pastes: 0.3,
};
/** For each time more. */
const GROWTH = 0.15;
/** Refusals this close together are one: of several fields, or told by the browser and by the page. */
const SAME_ATTEMPT_MS: Milliseconds = 1000;
const DELETION_SHARE = 0.5;
const EDITS: readonly FieldEvent['kind'][] = ['edit', 'deletion', 'cleared', 'paste'];

/**
 * Signals when a form is hard to fill in: a field or the form is refused again, a field is gone
 * back to, edited after it was left, mostly deleted, or emptied and pasted into. One signal a
 * control and cause until 30 s have passed, stronger the more there is of it.
 *
 * Search fields are refined by nature and count for nothing but refusals, and so does all that is
 * no text field, such as a quantity.
 */
export function formStruggle(options: FormStruggleOptions = {}): Detector {
  const { minReturns = 3, minReEdits = 2, minInvalid = 2, minRefused = 2 } = options;
  const { minKeystrokes = 8, windowMs = 120_000, quietMs = 30_000 } = options;

  return defineDetector('formStruggle', ({ fields$, lifecycle$ }) => {
    const visits = createFieldVisits();
    const long = recently(windowMs);
    const short = recently(quietMs);
    const attempts = recently(SAME_ATTEMPT_MS);
    const told = recently(quietMs);
    const searched = recently(Infinity);

    /** @param excess - how much more than the least that is a struggle; below 0 it is none */
    const find = (event: FieldEvent, cause: Cause, count: number, excess: number) => {
      const { target, time } = event;
      const key = `${cause} ${target.path}`;
      if (excess < 0 || told.count(key, time) > 0) return undefined;
      told.add(key, time);
      const strength = BASE[cause] + GROWTH * excess;
      return { time, target, strength, evidence: { [cause]: count } };
    };
    const findRepeat = (event: FieldEvent, cause: Cause, counts: Recently, least: number) => {
      const count = counts.add(`${cause} ${event.target.path}`, event.time);
      return find(event, cause, count, count - least);
    };

    const onRefusal = (event: FieldEvent, cause: 'invalid' | 'refused'): Finding | undefined => {
      const key = `${cause} ${event.target.path}`;
      if (attempts.count(key, event.time) > 0) return undefined;
      attempts.add(key, event.time);
      return cause === 'invalid'
        ? findRepeat(event, cause, long, minInvalid)
        : findRepeat(event, cause, short, minRefused);
    };

    const onEdit = (event: FieldEvent): Finding | undefined => {
      const { time, target, kind } = event;
      const [typed, deleted, cleared] = ['typed', 'deleted', 'cleared'].map(
        (what) => `${what} ${target.path}`,
      ) as [string, string, string];
      if (kind === 'cleared') short.add(cleared, time);
      if (kind !== 'paste') short.add(kind === 'edit' ? typed : deleted, time);
      const deletions = short.count(deleted, time);
      const keystrokes = deletions + short.count(typed, time);
      const isMuch = keystrokes >= minKeystrokes && deletions >= DELETION_SHARE * keystrokes;
      const isPastedOver = kind === 'paste' && short.count(cleared, time) > 0;
      const tooMany = (deletions - DELETION_SHARE * minKeystrokes) / minKeystrokes;
      return (
        (visits.isReEdit(event) ? findRepeat(event, 'reEdits', long, minReEdits) : undefined) ??
        (isPastedOver ? find(event, 'pastes', 1, 0) : undefined) ??
        (isMuch ? find(event, 'deletions', deletions, tooMany) : undefined)
      );
    };

    const onField = (event: FieldEvent): Finding | undefined => {
      const { kind, target, time } = event;
      if (kind === 'invalid' || kind === 'refused') return onRefusal(event, kind);
      if (kind === 'search') searched.add(target.path, time);
      if (target.control !== 'field' || searched.count(target.path, time) > 0) return undefined;
      if (kind === 'left') visits.onLeft(event);
      if (kind === 'focus' && visits.isReturn(event)) {
        return findRepeat(event, 'returns', long, minReturns);
      }
      return EDITS.includes(kind) ? onEdit(event) : undefined;
    };

    return merge(
      lifecycle$.pipe(
        filter(({ kind }) => kind === 'blur' || kind === 'hidden'),
        note(({ time }) => visits.onAway(time)),
      ),
      fields$.pipe(
        // Fields in a masked part of the page cannot be told apart.
        filter(({ target }) => target.path !== ''),
        mapDefined(onField),
      ),
    );
  });
}
