import type { ActionTaken } from './createActions.js';

/**
 * How choices are tried out in an attempt: one at a time, so that what comes of it comes of that one,
 * or several at once.
 *
 * @see Tschirgi (1980), "Sensible reasoning: A hypothesis about hypotheses"; Chen, Klahr (1999), "All
 * other things being equal", for who tries one thing at a time and finds out more
 */
export function trialsOf(actions: readonly ActionTaken[]): Readonly<Record<string, number>> {
  const trials = actions
    .filter(({ kind }) => kind === 'press' || kind === 'edit')
    .map(({ away }) => away);
  const alone = trials.filter(({ length }) => length === 1);
  const now = trials.at(-1)?.length ?? 0;
  const n = Math.max(1, trials.length);
  return {
    noneAway: trials.filter(({ length }) => !length).length / n,
    oneAway: alone.length / n,
    isOneAway: now === 1 ? 1 : 0,
    awayNow: Math.log1p(now),
    triedAlone: Math.log1p(new Set(alone.flat()).size),
  };
}
