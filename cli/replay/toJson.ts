import { compareReplays, promptsOf } from './compareReplays.js';
import type { Replayed } from './Replayed.js';

/** One recording for machines. Times are milliseconds since it began. */
export function toJson(id: string, first: Replayed, second: Replayed | undefined): object {
  const { durationMs, pages, presses, complaints, said } = first;
  return {
    id,
    ...{ durationMs, pages, presses, complaints },
    signals: said.flatMap((each) =>
      each.kind === 'signal' ? [{ ...each.signal, time: each.atMs }] : [],
    ),
    decisions: said.flatMap((each) =>
      each.kind === 'decision' ? [{ ...each.decision, time: each.atMs }] : [],
    ),
    shown: promptsOf(first),
    ...(second && { against: { shown: promptsOf(second), ...compareReplays(first, second) } }),
  };
}
