import type { Outcome, OutcomeKind } from '../types.js';

/** What the visitor answered to a prompt: it steers the budget, and is no ground truth. */
const ANSWERS: readonly OutcomeKind[] = ['notNow', 'never', 'closed', 'ignored'];

/** What the models took from an outcome. */
export interface OutcomeWords {
  readonly text: string;
  readonly tone: 'bad' | 'good' | 'none';
}

export function describeOutcome({ kind, label, censored }: Outcome): OutcomeWords {
  if (label === 1) return { tone: 'bad', text: 'learned 1: gave up or asked' };
  if (label === 0) return { tone: 'good', text: 'learned 0: managed alone' };
  if (ANSWERS.includes(kind)) return { tone: 'none', text: 'no label: an answer to a prompt' };
  const why = censored ? 'too little was seen' : 'it says nothing about need';
  return { tone: 'none', text: `no label: ${why}` };
}
