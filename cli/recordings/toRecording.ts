import type { RecordedEvent, Recording } from '../../src/evaluation/index.js';
import { readOptions } from '../../src/options.js';
import type { FieldEvent, Milliseconds, PageStreams } from '../../src/types.js';
import type { Session } from '../input/Item.js';
import { replayRecording } from '../replay/replayRecording.js';

const SETTINGS = readOptions({ learning: { workerUrl: false }, holdout: 0 }, () => {});

/** Leaving a field is no action of its own, and an insertion is an edit to a list of actions. */
const EDITS: Readonly<Partial<Record<FieldEvent['kind'], string>>> = {
  edit: 'edit',
  deletion: 'edit',
  cleared: 'cleared',
  paste: 'paste',
  submit: 'submit',
  refused: 'refused',
  invalid: 'invalid',
  search: 'search',
};

/**
 * A visit as a list of actions, which is what models are trained on: what the SDK would have seen
 * of it, in its own words, with the signals that it would have raised.
 */
export async function toRecording(session: Session): Promise<Recording> {
  const { id, user = id, label, events } = session;
  const seen: RecordedEvent[] = [];
  const { said, durationMs } = await replayRecording(events, {
    settings: SETTINGS,
    onStreams: (streams, toMs) => listen(streams, toMs, (event) => seen.push(event)),
  });
  for (const each of said) {
    if (each.kind === 'signal')
      seen.push([each.atMs, 'signal', each.signal.detector, each.signal.strength]);
  }
  return {
    ...{ id, user, endMs: durationMs },
    ...(label !== undefined && { label }),
    startMs: session.startMs ?? events[0]?.timestamp ?? 0,
    events: seen.sort(([a], [b]) => a - b),
  };
}

function listen(
  { presses$, keys$, fields$, routes$, errors$, scroll$ }: PageStreams,
  toMs: (time: Milliseconds) => Milliseconds,
  tell: (event: RecordedEvent) => void,
): void {
  presses$.subscribe(({ time, target }) =>
    tell([toMs(time), 'click', target.path || target.control]),
  );
  keys$.subscribe(({ time, kind }) => tell([toMs(time), 'key', kind]));
  routes$.subscribe(({ time, path }) => tell([toMs(time), 'route', path]));
  errors$.subscribe(({ time, name }) => tell([toMs(time), 'error', name]));
  scroll$.subscribe(({ time, distancePx }) => tell([toMs(time), 'scroll', Math.round(distancePx)]));
  fields$.subscribe(({ time, kind, target }) => {
    const type = EDITS[kind];
    if (type) tell([toMs(time), type, target.path]);
  });
}
