import type { WallTime } from '../../src/types.js';
import { EVENT, SOURCE, type RrwebEvent, type RrwebPosition } from './RrwebEvent.js';

/** One thing that happened at one time. */
export type Step =
  | { readonly time: WallTime; readonly event: RrwebEvent }
  | { readonly time: WallTime; readonly move: RrwebPosition };

/**
 * The events in the order they happened. Recorders put moves together and write them down up to
 * half a second late; each gets its own time back.
 */
export function toTimeline(events: readonly RrwebEvent[]): Step[] {
  return events.flatMap(toSteps).sort((a, b) => a.time - b.time);
}

function toSteps(event: RrwebEvent): Step[] {
  const { type, timestamp: time, data } = event;
  const isMove = type === EVENT.incremental && data?.source === SOURCE.mouseMove;
  if (!isMove) return [{ time, event: data ? event : { ...event, data: {} } }];
  const moves = Array.isArray(data.positions) ? (data.positions as readonly RrwebPosition[]) : [];
  return moves.map((move) => ({ time: time + (Number(move?.timeOffset) || 0), move }));
}
