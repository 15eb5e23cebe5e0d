import type {
  Consent,
  Gate,
  Limits,
  Milliseconds,
  Situation,
  Visitor,
  WallTime,
} from '../types.js';
import { budgetChecks, type BudgetQuestion } from './caps.js';
import { toGates, type Check } from './toGates.js';
import { newVisitor, touchSession } from './visitor.js';

/** Somebody who typed less than this ago is still typing. */
const TYPING_MS: Milliseconds = 1500;

/**
 * A pause this long ends a burst of activity: the breakpoint at which being interrupted annoys least.
 *
 * @see Bailey, Konstan (2006), "On the need for attention-aware systems"
 */
export const QUIET_MS: Milliseconds = 700;

/** What speaks for and against interrupting at one moment. */
export interface GateInput {
  readonly situation: Situation;
  readonly consent: Consent;
  readonly limits: Limits;
  /** `undefined` before the record is loaded, taken for a first visit: the claim looks again. */
  readonly visitor: Visitor | undefined;
  readonly now: WallTime;
  /** Since the session began. */
  readonly sessionMs: Milliseconds;
  /** The visitor met an error in this session. */
  readonly errorSeen: boolean;
  /** Declared task; absent for the anonymous one. */
  readonly task?: string | undefined;
  readonly promptOpen: boolean;
  /** The moment is a breakpoint by itself, quiet or not: a route change or an error. @defaultValue false */
  readonly recentBreakpoint?: boolean;
  /** There is something to offer. */
  readonly offerExists: boolean;
  /** @defaultValue true */
  readonly storagePersistent?: boolean;
}

const pageChecks: Readonly<Record<string, Check<GateInput>>> = {
  visible: ({ situation: { visible } }) => [visible, visible ? 'page visible' : 'page hidden'],
  consent: ({ consent }) => [consent === 'granted' || consent === 'session', `consent ${consent}`],
  notTyping: ({ situation: { composing, sinceTypingMs } }) => [
    !composing && sinceTypingMs >= TYPING_MS,
    composing ? 'composing text' : `${ms(sinceTypingMs)} since typing, at least ${TYPING_MS} ms`,
  ],
  notSelecting: ({ situation: { selecting } }) => [
    !selecting,
    selecting ? 'text selected' : 'no selection',
  ],
  notDragging: ({ situation: { dragging } }) => [!dragging, dragging ? 'pointer held' : 'no drag'],
  noDialog: ({ situation: { dialogOpen } }) => [
    !dialogOpen,
    dialogOpen ? 'dialog or menu of the page open' : 'no dialog open',
  ],
  notFullscreen: ({ situation: { fullscreen } }) => [
    !fullscreen,
    fullscreen ? 'fullscreen' : 'not fullscreen',
  ],
  breakpoint: ({ situation: { quietMs }, recentBreakpoint = false }) => [
    recentBreakpoint || quietMs >= QUIET_MS,
    recentBreakpoint
      ? 'route change or error'
      : `quiet for ${ms(quietMs)}, at least ${QUIET_MS} ms`,
  ],
  minSession: ({ sessionMs, limits: { minSessionMs }, errorSeen }) => [
    errorSeen || sessionMs >= minSessionMs,
    `${ms(sessionMs)} into the session, at least ${minSessionMs} ms, ${errorSeen ? 'but an' : 'no'} error seen`,
  ],
  noPromptOpen: ({ promptOpen }) => [
    !promptOpen,
    promptOpen ? 'a prompt is open' : 'no prompt open',
  ],
  offer: ({ offerExists }) => [
    offerExists,
    offerExists ? 'help to offer' : 'no article or hand-off fits',
  ],
};

/** Every gate but those on the risk, each with what was measured. Pure. */
export function computeGates(input: GateInput): readonly Gate[] {
  return [...toGates(pageChecks, input), ...toGates(budgetChecks, toQuestion(input))];
}

function toQuestion({ visitor, now, ...input }: GateInput): BudgetQuestion {
  const { limits, task, storagePersistent = true } = input;
  const known = visitor ?? newVisitor(() => 0, now);
  return { visitor: touchSession(known, now), now, limits, task, storagePersistent };
}

function ms(duration: Milliseconds): string {
  return Number.isFinite(duration) ? `${Math.round(duration)} ms` : 'forever';
}
