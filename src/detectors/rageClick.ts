import { defer, EMPTY, merge, mergeMap, of, type Observable } from 'rxjs';
import type { ControlKind, Detector, Milliseconds, PageStreams, Press, Signal } from '../types.js';
import { recently } from './recently.js';
import { isIgnored, toSignal } from './toSignal.js';

export interface RageClickOptions {
  /**
   * Presses that make a run rage. Amplitude, Mixpanel, New Relic and Splunk all moved from 3 to 4
   * after false alarms. @defaultValue 4
   */
  minPresses?: number;
  /** The same on a control that was found dead or erroring before. @defaultValue 3 */
  minPressesOnDead?: number;
  /** From the first of those presses to the last. @defaultValue 1000 */
  windowMs?: Milliseconds;
  /** Side of the box that they lie in, CSS pixels. @defaultValue 50, as Amplitude's */
  boxPx?: number;
}

const NAME = 'rageClick';

/** Quick presses on these are how they are used. */
const NEVER: readonly ControlKind[] = [
  'field',
  'slider',
  'select',
  'stepper',
  'pager',
  'file',
  'media',
  'surface',
];

/** Without a control, presses within a cell of this size are on one thing. */
const CELL_PX = 30;
/** A control that was dead or erred stays suspect this long. */
const SUSPECT_MS: Milliseconds = 30_000;
/** Responses that show progress; a ripple or a focus ring does not. */
const PROGRESS: readonly string[] = ['mutation', 'property', 'form', 'navigation', 'media'];

interface Run {
  readonly presses: readonly Press[];
  readonly fired: boolean;
}

/**
 * Signals when the visitor presses the same control again and again, as people do when nothing
 * seems to happen. Signals on the deciding press, once a run; a run ends after 1 s of quiet.
 *
 * Silent when the presses selected text (a triple click), on controls that are pressed quickly by
 * nature, on toggles that changed, and when each press got a response of its own.
 */
export function rageClick(options: RageClickOptions = {}): Detector {
  const { minPresses = 4, minPressesOnDead = 3, windowMs = 1000, boxPx = 50 } = options;

  const detect = (page: PageStreams): Observable<Signal> =>
    defer(() => {
      const { presses$, responses$, errors$ } = page;
      const suspects = recently(SUSPECT_MS);
      const answers = new Map<number, Set<string>>();
      let run: Run = { presses: [], fired: false };

      const onPress = (press: Press): Observable<Signal> => {
        forgetOld(answers, press.id);
        const before = run.presses.at(-1);
        const goesOn = before && press.time - before.time < windowMs && isSame(before, press);
        const presses = goesOn ? [...run.presses, press].slice(-20) : [press];
        if (before && !goesOn && isUnanswered(run, answers))
          suspects.add(keyOf(before), before.time);
        run = { presses, fired: Boolean(goesOn && run.fired) };
        return judge(press);
      };

      const judge = (press: Press): Observable<Signal> => {
        const isSuspect = suspects.count(keyOf(press), press.time) > 0;
        const needed = isSuspect ? minPressesOnDead : minPresses;
        const burst = run.presses.slice(-needed);
        const spanMs = press.time - burst[0]!.time;
        if (run.fired || burst.length < needed || spanMs >= windowMs) return EMPTY;
        if (!fitsBox(burst, boxPx) || isVetoed(press) || isAnswered(burst, answers)) return EMPTY;
        run = { ...run, fired: true };
        const evidence = { presses: run.presses.length, spanMs };
        return of(toSignal(NAME, press.time, press.target, isSuspect ? 1 : 0.9, evidence));
      };

      return merge(
        presses$.pipe(mergeMap(onPress)),
        responses$.pipe(
          mergeMap(({ press, kind }) => {
            const kinds = answers.get(press) ?? new Set();
            answers.set(press, kinds.add(kind));
            return EMPTY;
          }),
        ),
        errors$.pipe(
          mergeMap(({ time }) => {
            const last = run.presses.at(-1);
            if (last && time - last.time < 2000) suspects.add(keyOf(last), time);
            return EMPTY;
          }),
        ),
      );
    });

  return { name: NAME, detect };
}

function isVetoed({ target, pointer, modified }: Press): boolean {
  return (
    NEVER.includes(target.control) ||
    target.leadsAway ||
    modified ||
    pointer === 'keyboard' ||
    pointer === 'assistive' ||
    isIgnored(target, NAME)
  );
}

/** Presses before the last one selected text, or each made progress: then all is well. */
function isAnswered(
  burst: readonly Press[],
  answers: ReadonlyMap<number, ReadonlySet<string>>,
): boolean {
  const kindsOf = burst.map(({ id }) => answers.get(id) ?? new Set<string>());
  if (kindsOf.some((kinds) => kinds.has('selection') || kinds.has('drag'))) return true;
  return kindsOf.slice(0, -1).every((kinds) => PROGRESS.some((kind) => kinds.has(kind)));
}

/** A finished run in which no press got any progress makes its control suspect. */
function isUnanswered(
  { presses }: Run,
  answers: ReadonlyMap<number, ReadonlySet<string>>,
): boolean {
  const last = presses.at(-1)!;
  if (NEVER.includes(last.target.control) || last.target.leadsAway) return false;
  if (last.target.control === 'none') return false;
  return presses.every(({ id }) => !PROGRESS.some((kind) => answers.get(id)?.has(kind)));
}

function isSame(a: Press, b: Press): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ target, x, y }: Press): string {
  if (target.control !== 'none') return target.path;
  return `${Math.round(x / CELL_PX)}/${Math.round(y / CELL_PX)}`;
}

function fitsBox(presses: readonly Press[], boxPx: number): boolean {
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return spread(presses.map(({ x }) => x)) <= boxPx && spread(presses.map(({ y }) => y)) <= boxPx;
}

function forgetOld(answers: Map<number, unknown>, id: number): void {
  for (const old of answers.keys()) if (old < id - 30) answers.delete(old);
}
