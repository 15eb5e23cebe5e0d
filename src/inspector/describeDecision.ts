import type { Decision, Gate } from '../types.js';

/** A decision, as its row tells it. */
export interface DecisionWords {
  /** `card shown`, `badge held out`, `no prompt`. */
  readonly title: string;
  readonly tone: 'shown' | 'held' | 'none';
  /** Why, in one line: the first thing that spoke against it, and how many more did. */
  readonly reason: string;
}

/** Says what was decided and why. The hold-out arm is what would have been done without it. */
export function describeDecision({ action, shown, arm, gates }: Decision): DecisionWords {
  if (shown) return { title: `${action} shown`, tone: 'shown', reason: 'every gate passed' };
  if (action !== 'none' && arm === 'holdout') {
    const reason = 'this visitor is in the hold-out';
    return { title: `${action} held out`, tone: 'held', reason };
  }
  if (action !== 'none') {
    const reason = 'the budget was taken first, or the offer was gone';
    return { title: `${action} not shown`, tone: 'held', reason };
  }
  return { title: 'no prompt', tone: 'none', reason: whyNot(gates) };
}

/** Gates that failed before those that passed, each in the policy's order. */
export function failedFirst(gates: readonly Gate[]): readonly Gate[] {
  return [...gates.filter(({ passed }) => !passed), ...gates.filter(({ passed }) => passed)];
}

function whyNot(gates: readonly Gate[]): string {
  const [first, ...others] = gates.filter(({ passed }) => !passed);
  if (!first) return 'every gate passed';
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  return `${first.name}: ${first.reason}${more}`;
}
