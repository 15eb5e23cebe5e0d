import { asyncScheduler, merge, Observable, type Subscription } from 'rxjs';
import { note } from '../tools/note.js';
import type {
  ControlKind,
  Lifecycle,
  Milliseconds,
  PageStreams,
  Press,
  PressResponse,
  ResponseKind,
} from '../types.js';

/** A press that is not settled yet. */
interface Waiting {
  readonly press: Press;
  readonly began: ResponseKind[];
  /** On the scheduler's clock. */
  readonly dueAt: Milliseconds;
}

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
  return new Observable((subscriber) => {
    const pending = new Map<number, Waiting>();
    let timer: Subscription | undefined;
    let setFor: Waiting | undefined;

    const settle = (id: number, response?: PressResponse): void => {
      const waiting = pending.get(id);
      if (!waiting) return;
      pending.delete(id);
      const { press, began } = waiting;
      subscriber.next({ press, began, response, time: response?.time ?? press.time + windowMs });
    };

    /** One timer for all: they wait equally long, so the oldest is due first. */
    const arm = (): void => {
      [setFor] = pending.values();
      if (!setFor) return;
      const ms = Math.max(0, Math.min(windowMs, setFor.dueAt - asyncScheduler.now()));
      timer = asyncScheduler.schedule(onTime, ms);
    };

    const onTime = (): void => {
      const now = asyncScheduler.now();
      // What the timer was set for is due, whatever has become of the page's clock.
      for (const [id, waiting] of pending)
        if (waiting === setFor || waiting.dueAt <= now) settle(id);
      arm();
    };

    const onPress = (press: Press): void => {
      if (pending.size >= MAX_PENDING || !isJudged(press)) return;
      pending.set(press.id, { press, began: [], dueAt: asyncScheduler.now() + windowMs });
      if (!setFor) arm();
    };

    const onResponse = (response: PressResponse): void => {
      const { kind, press, isDoubtful } = response;
      if (isDoubtful) return;
      if (!except.includes(kind)) settle(press, response);
      else pending.get(press)?.began.push(kind);
    };

    const onLifecycle = ({ kind }: Lifecycle): void => {
      if (kind === 'hidden' || kind === 'left') pending.clear();
    };

    subscriber.add(() => timer?.unsubscribe());
    // Listening to responses all the time, not from the press on: the page counts on listeners.
    return merge(
      responses$.pipe(note(onResponse)),
      lifecycle$.pipe(note(onLifecycle)),
      presses$.pipe(note(onPress)),
    ).subscribe(subscriber);
  });
}

function isJudged({ target, modified }: Press): boolean {
  return JUDGED.includes(target.control) && !target.disabled && !target.leadsAway && !modified;
}
