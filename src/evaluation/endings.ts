import type { DecisionRecord, OutcomeKind } from '../types.js';
import type { Ending } from './uplift.js';

/** Time away that ends a session, ms; the limits on prompts use the same. */
const SESSION_GAP_MS = 30 * 60_000;

const IS_BAD: Readonly<Partial<Record<OutcomeKind, boolean>>> = {
  abandoned: true,
  contacted: true,
  success: false,
  continued: false,
};

/**
 * How each session of one visitor ended: as its last decision did whose ending is known. What was
 * answered to a prompt is no ending, and a session without any is left out.
 *
 * @param records - of one visitor, in any order
 */
export function endings(records: readonly DecisionRecord[]): Ending[] {
  const bySession = new Map<number, Ending>();
  let session = 0;
  let lastAt = -Infinity;
  for (const { at, arm, kind } of [...records].sort((a, b) => a.at - b.at)) {
    if (at - lastAt >= SESSION_GAP_MS) session += 1;
    lastAt = at;
    const bad = kind && IS_BAD[kind];
    if (bad !== undefined) bySession.set(session, { arm, bad });
  }
  return [...bySession.values()];
}
