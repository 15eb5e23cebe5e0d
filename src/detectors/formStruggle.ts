import { EMPTY, filter, mergeMap, of, type Observable } from 'rxjs';
import type { Detector, FieldEvent, Milliseconds, Signal } from '../types.js';
import { recently, type Recently } from './recently.js';
import { isIgnored, toSignal } from './toSignal.js';

export interface FormStruggleOptions {
  /** Times a field is gone back to. @defaultValue 3 */
  minRefocuses?: number;
  /** Times the browser or the page refuses one field. @defaultValue 2 */
  minInvalid?: number;
  /** Times the same form is refused. @defaultValue 2 */
  minRefused?: number;
  /** Keystrokes in a field before its deletions mean anything. @defaultValue 8 */
  minKeystrokes?: number;
  /** How far back all of them count. @defaultValue 30000 */
  windowMs?: Milliseconds;
}

const NAME = 'formStruggle';
/** Share of keystrokes that delete. */
const DELETION_SHARE = 0.5;

/** What a field or form was caught at, with its number and the number that makes it a struggle. */
type Finding = readonly [cause: string, count: number, least: number];

/**
 * Signals when a form is hard to fill in: fields gone back to, refused or rewritten, or the form
 * itself refused. One signal a control and cause within the window, stronger the more there is.
 */
export function formStruggle(options: FormStruggleOptions = {}): Detector {
  const { minRefocuses = 3, minInvalid = 2, minRefused = 2, minKeystrokes = 8 } = options;
  const { windowMs = 30_000 } = options;

  const detect: Detector['detect'] = ({ fields$ }) => {
    const counts = recently(windowMs);
    const told = recently(windowMs);

    const find = ({ kind, target, time }: FieldEvent): readonly Finding[] => {
      const add = (cause: string) => counts.add(`${cause} ${target.path}`, time);
      const count = (cause: string) => counts.count(`${cause} ${target.path}`, time);
      if (kind === 'refused') return [['refused', add('refused'), minRefused]];
      if (kind === 'invalid') return [['invalid', add('invalid'), minInvalid]];
      // The first focus is no return.
      if (kind === 'focus') return [['refocuses', count('left') && add('focus'), minRefocuses]];
      if (kind === 'left') add('left');
      if (kind === 'cleared') add('cleared');
      if (kind === 'paste' && count('cleared')) return [['pasted', add('pasted'), 2]];
      if (kind === 'edit') add('typed');
      if (kind !== 'deletion') return [];
      const deletions = add('deleted');
      const keystrokes = deletions + count('typed');
      const isMuch = keystrokes >= minKeystrokes && deletions >= DELETION_SHARE * keystrokes;
      return [['deletions', isMuch ? deletions : 0, 1]];
    };

    return fields$.pipe(
      filter(({ target }) => target.path !== '' && !isIgnored(target, NAME)),
      mergeMap((event) => toSignals(event, find(event), told)),
    );
  };

  return { name: NAME, detect };
}

function toSignals(
  { target, time }: FieldEvent,
  findings: readonly Finding[],
  told: Recently,
): Observable<Signal> {
  const found = findings.find(([, count, least]) => count >= least && count > 0);
  if (!found) return EMPTY;
  const [cause, count, least] = found;
  const times = told.add(`${cause} ${target.path}`, time);
  if (times > 1 && cause !== 'refused') return EMPTY;
  const strength = Math.min(1, 0.7 + 0.15 * (count - least));
  return of(toSignal(NAME, time, target, strength, { [cause]: count }));
}
