import { createPage } from '../../src/browser/index.js';
import { selectorsIn, type Settings } from '../../src/options.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import type { Clock, Milliseconds, PageStreams } from '../../src/types.js';
import type { MirrorWindow } from '../mirror/createMirrorWindow.js';
import { playRecording } from '../rrweb/playRecording.js';
import type { RrwebEvent } from '../rrweb/RrwebEvent.js';
import { toTimeline } from '../rrweb/toTimeline.js';
import { virtualTime } from '../virtualTime.js';
import { createNotes, type ToMs } from './createNotes.js';
import type { Replayed } from './Replayed.js';
import { startSdk } from './startSdk.js';

export interface ReplayOptions {
  readonly settings: Settings;
  /** Hears each page's streams as well. */
  readonly onStreams?: (streams: PageStreams, toMs: ToMs) => void;
  readonly onProgress?: (share: number) => void;
}

/** Chance in a replay is the same each time, and for each configuration. */
const SEED = 1;

/**
 * Runs one recording through everything from capture to decision, as if the SDK had been on the
 * page: the same detectors, features, models, intent and policy, in recorded time.
 */
export async function replayRecording(
  events: readonly RrwebEvent[],
  { settings, onStreams, onProgress }: ReplayOptions,
): Promise<Replayed> {
  const steps = toTimeline(events);
  const startedAt = steps[0]?.time ?? 0;
  const time = virtualTime(startedAt);
  const notes = createNotes(time);
  const { store, report } = notes;
  const random = seededRandom(SEED);
  let [pages, broken] = [0, 0];

  const onPage = (mirror: MirrorWindow) => {
    pages += 1;
    const { window } = mirror;
    const clock: Clock = { now: mirror.now, wallTime: time.now };
    const beganMs = time.now() - mirror.now() - startedAt;
    const toMs = (at: Milliseconds) => beganMs + at;
    const page = createPage({
      ...{ document: window.document, clock, random, report },
      selectors: selectorsIn(settings.tasks),
    });
    notes.listen(page.streams, toMs);
    onStreams?.(page.streams, toMs);
    const outputs = notes.outputs(toMs);
    return startSdk({ ...{ window, page, settings, store, clock, random, outputs, report } });
  };

  const onBroken = () => void (broken += 1);

  try {
    await playRecording(steps, { time, onPage, onBroken, ...(onProgress && { onProgress }) });
  } finally {
    time.end();
  }
  if (broken > 0) notes.complain(`${broken} of ${steps.length} events are damaged; passed over`);
  return { ...notes.all(), durationMs: (steps.at(-1)?.time ?? 0) - startedAt, pages };
}
