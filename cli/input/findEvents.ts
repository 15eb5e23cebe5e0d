import { isRrwebEvent, type RrwebEvent } from '../rrweb/RrwebEvent.js';
import { isPacked, unpack, unpackEvent } from './unpackEvent.js';

/** An event of a recording, and the tab it happened in where the recorder tells. */
export interface FoundEvent {
  readonly event: RrwebEvent;
  readonly tab: string;
}

/**
 * The events in JSON of any of the shapes that replay tools give: a list, a list of lists (Sentry),
 * `{events}`, `{data: {snapshots}}`, `{window_id, data}`, `[window, event]` (PostHog), or one event.
 *
 * @returns nothing when there is none
 */
export function findEvents(json: unknown, tab = ''): FoundEvent[] {
  if (isRrwebEvent(json)) {
    const { windowId } = json as { windowId?: unknown };
    return [{ event: unpackEvent(json), tab: typeof windowId === 'string' ? windowId : tab }];
  }
  if (Array.isArray(json)) {
    const [first, second] = json as unknown[];
    const isPair = json.length === 2 && typeof first === 'string' && typeof second === 'object';
    if (isPair) return findEvents(second, first);
    return json.flatMap((each) => findEvents(each, tab));
  }
  if (isPacked(json)) return findEvents(unpack(json), tab);
  if (typeof json !== 'object' || json === null) return [];
  const { events, snapshots, data, window_id: window } = json as Readonly<Record<string, unknown>>;
  const inside = events ?? snapshots ?? data;
  const isTold = typeof inside === 'object' && inside !== null;
  return isTold ? findEvents(inside, typeof window === 'string' ? window : tab) : [];
}
