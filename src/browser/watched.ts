import type { Milliseconds, ResponseKind } from '../types.js';
import type { ElementPress } from './ElementPress.js';
import type { Neighbourhood } from './isNear.js';

export interface EndedRequest {
  readonly end: Milliseconds;
  /** Begun so soon that the press is its likely cause, whatever the page asks for by itself. */
  readonly isPrompt: boolean;
}

/** A press that waits for its answers. */
export interface Watched extends ElementPress, Neighbourhood {
  readonly answered: Set<ResponseKind>;
  /** The press of the same control before it, as long as that is watched too. */
  before: Watched | undefined;
  /** State of the control before the press; not read where nobody is to ask for it. */
  readonly state: number | undefined;
  /** Requests that came after it and have ended. */
  readonly requests: EndedRequest[];
  /** When the page last heard of it: its press, its release or the click that came of it. */
  actedAt: Milliseconds;
  /** When the visitor let go, however late the page heard of it. */
  releasedAt: Milliseconds;
  /** It may have been answered by a change of which that is not sure. */
  isDoubtful: boolean;
  /** Something other than its control has changed since. */
  isElsewhere: boolean;
  /** The browser would have let the page open a window since. */
  wasActive: boolean;
}

/** One control, also when it was mounted anew between two presses. */
export function isSame(a: ElementPress, b: ElementPress): boolean {
  const { path } = a.press.target;
  return a.element === b.element || (path !== '' && path === b.press.target.path);
}

/** The presses of one control that are watched, latest first. */
export function sameAs(latest: Watched): readonly Watched[] {
  const found: Watched[] = [];
  for (let each: Watched | undefined = latest; each; each = each.before) found.push(each);
  return found;
}

/** Whether something was shown for an answer: what comes late tells nobody anything new. */
export function isShown({ answered }: Watched): boolean {
  return answered.has('property') || answered.has('mutation') || answered.has('navigation');
}
