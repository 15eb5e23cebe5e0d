import { defer, filter, map, merge, mergeMap, timer, type Observable } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type {
  ControlKind,
  Milliseconds,
  PageStreams,
  Press,
  PressResponse,
  ResponseKind,
} from '../types.js';

/** Controls whose press must show some response. */
const JUDGED: readonly ControlKind[] = ['button', 'toggle', 'stepper', 'pager', 'link'];

/** Presses that are waited for at a time; whoever presses faster than that is `rageClick`'s. */
const MAX_PENDING = 50;

/** A press and its first sure response; `undefined` when none came in time. */
export interface JudgedPress {
  readonly press: Press;
  /** Of the verdict: when the response came, or the window ended. */
  readonly time: Milliseconds;
  readonly response: PressResponse | undefined;
  /** Those of {@link JudgedPressesOptions.except} that came meanwhile. */
  readonly began: readonly ResponseKind[];
}

export interface JudgedPressesOptions {
  /** How long a response may take. @defaultValue 2500, as PostHog's */
  windowMs?: Milliseconds;
  /** Responses that begin something and show nothing. @defaultValue none */
  except?: readonly ResponseKind[];
}

/**
 * Waits for the first response to each press that must have one. Each press waits for itself: a
 * second press neither cancels nor excuses the first. A page that is hidden or left ends the
 * waiting, since nobody saw whether anything happened.
 */
export function judgedPresses(
  { presses$, responses$, lifecycle$ }: PageStreams,
  { windowMs = 2500, except = [] }: JudgedPressesOptions = {},
): Observable<JudgedPress> {
  return defer(() => {
    const pending = new Map<number, { readonly press: Press; readonly began: ResponseKind[] }>();
    const settle = (id: number, response?: PressResponse): JudgedPress | undefined => {
      const judged = pending.get(id);
      pending.delete(id);
      return (
        judged && { ...judged, response, time: response?.time ?? judged.press.time + windowMs }
      );
    };
    const onResponse = (response: PressResponse): JudgedPress | undefined => {
      const { kind, press, isDoubtful } = response;
      if (isDoubtful) return undefined;
      if (!except.includes(kind)) return settle(press, response);
      pending.get(press)?.began.push(kind);
      return undefined;
    };
    // Listening to responses all the time, not from the press on: the page counts on listeners.
    return merge(
      responses$.pipe(mapDefined(onResponse)),
      lifecycle$.pipe(
        note(({ kind }) => (kind === 'hidden' || kind === 'left') && pending.clear()),
      ),
      presses$.pipe(
        filter((press) => pending.size < MAX_PENDING && isJudged(press)),
        mergeMap((press) => {
          pending.set(press.id, { press, began: [] });
          return timer(windowMs).pipe(map(() => press.id));
        }),
        mapDefined((id) => settle(id)),
      ),
    );
  });
}

function isJudged({ target, modified }: Press): boolean {
  return JUDGED.includes(target.control) && !target.disabled && !target.leadsAway && !modified;
}
