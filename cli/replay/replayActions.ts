import { delay, map, merge, NEVER } from 'rxjs';
import type { HostPage } from '../../src/browser/index.js';
import type { Recording } from '../../src/evaluation/index.js';
import { createPlayer } from '../../src/evaluation/recorded/createPlayer.js';
import { createStreams, type Streams } from '../../src/evaluation/recorded/createStreams.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import type { Milliseconds, PressResponse, Situation } from '../../src/types.js';
import { createMirrorWindow } from '../mirror/createMirrorWindow.js';
import { virtualTime } from '../virtualTime.js';
import { createNotes } from './createNotes.js';
import type { Replayed } from './Replayed.js';
import type { ReplayOptions } from './replayRecording.js';
import { startSdk } from './startSdk.js';

/** Of an address that leads nowhere: a list of actions has none. */
const ORIGIN = 'https://recorded.invalid';
const SEED = 1;

/**
 * The same for a list of actions, of which nobody knows what the page did: each press counts as
 * answered, and what happened around it as calm.
 */
export async function replayActions(
  recording: Recording,
  { settings, onProgress }: ReplayOptions,
): Promise<Replayed> {
  const { events, startMs = 0, endMs = 0 } = recording;
  const durationMs = Math.max(endMs, events.at(-1)?.[0] ?? 0);
  const time = virtualTime(startMs);
  const notes = createNotes(time);
  const subjects = createStreams();
  const { play } = createPlayer(subjects);
  const mirror = createMirrorWindow({ time, href: `${ORIGIN}/`, width: 1280, height: 720 });
  const [sinceAction, sinceTyping] = [createStopwatch(mirror.now), createStopwatch(mirror.now)];
  const toMs = (at: Milliseconds) => at;
  const page = toHostPage(subjects, () => calm(sinceAction.read(), sinceTyping.read()));
  notes.listen(page.streams, toMs);

  try {
    const sdk = await startSdk({
      ...{ window: mirror.window, page, settings, store: notes.store, report: notes.report },
      clock: { now: mirror.now, wallTime: time.now },
      random: seededRandom(SEED),
      outputs: notes.outputs(toMs),
    });
    for (const [index, event] of events.entries()) {
      const [ms, type, first] = event;
      await time.advanceTo(startMs + ms);
      if (type === 'start' || type === 'route') mirror.navigate(toHref(first), 'push');
      sinceAction.reset();
      if (type === 'key' || type === 'edit') sinceTyping.reset();
      play(event, mirror.now());
      onProgress?.((index + 1) / events.length);
    }
    await time.advanceTo(startMs + durationMs);
    await sdk.stop();
  } finally {
    time.end();
  }
  return { ...notes.all(), durationMs, pages: 1 };
}

function toHostPage(subjects: Streams, situation: () => Situation): HostPage {
  const answers$ = subjects.presses$.pipe(
    // After all who judge the press have heard of it.
    delay(0),
    map(({ id, time }): PressResponse => ({ press: id, time, kind: 'mutation' })),
  );
  const streams = { ...subjects, responses$: merge(subjects.responses$, answers$) };
  return {
    streams,
    visit: streams,
    matches$: NEVER,
    isShown: () => false,
    situation,
    drummedAt: () => -Infinity,
    stop: () => {},
  };
}

function createStopwatch(now: () => Milliseconds) {
  let since: Milliseconds = -Infinity;
  return { reset: () => void (since = now()), read: () => now() - since };
}

function calm(quietMs: Milliseconds, sinceTypingMs: Milliseconds): Situation {
  return {
    ...{ visible: true, quietMs, sinceTypingMs, composing: false, selecting: false },
    ...{ dragging: false, dialogOpen: false, fullscreen: false },
  };
}

function toHref(path: string | number | null | undefined): string {
  const href = `${path ?? ''}`;
  return URL.canParse(href, ORIGIN) ? new URL(href, ORIGIN).href : `${ORIGIN}/`;
}
