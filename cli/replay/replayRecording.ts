import { consume } from '../../src/guard.js';
import type { BeforehandError } from '../../src/errors.js';
import type { Settings } from '../../src/options.js';
import { createStore } from '../../src/storage/index.js';
import type { Store } from '../../src/storage/Store.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import type { Clock, Milliseconds, PageStreams } from '../../src/types.js';
import type { MirrorWindow } from '../mirror/createMirrorWindow.js';
import { playRecording } from '../rrweb/playRecording.js';
import type { RrwebEvent } from '../rrweb/RrwebEvent.js';
import { toTimeline } from '../rrweb/toTimeline.js';
import { virtualTime } from '../virtualTime.js';
import type { Replayed, Said } from './Replayed.js';
import { startSdk } from './startSdk.js';

export interface ReplayOptions {
  readonly settings: Settings;
  /** Hears each page's streams as well. */
  readonly onStreams?: (streams: PageStreams, toMs: (time: Milliseconds) => Milliseconds) => void;
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
  const said: Said[] = [];
  const complaints = new Set<string>();
  const report = ({ message }: BeforehandError) => void complaints.add(message);
  const wallTime = time.now;
  // Kept in memory for the whole recording, which is what a browser keeps on the disk for the visit.
  const store: Store = {
    ...createStore({
      ...{ name: 'replay', persistent: false, report },
      clock: { now: () => wallTime() - startedAt, wallTime },
    }),
    persistent: true,
  };
  let [pages, presses] = [0, 0];

  const onPage = (mirror: MirrorWindow) => {
    pages += 1;
    const clock: Clock = { now: mirror.now, wallTime };
    const beganMs = wallTime() - mirror.now() - startedAt;
    const toMs = (at: Milliseconds) => beganMs + at;
    return startSdk(mirror, {
      ...{ settings, store, clock, random: seededRandom(SEED), report },
      onStreams: (streams) => {
        consume(report, 'internal', streams.presses$, () => (presses += 1));
        consume(report, 'internal', streams.routes$, (route) =>
          said.push({ kind: 'route', atMs: toMs(route.time), route }),
        );
        onStreams?.(streams, toMs);
      },
      outputs: {
        signal: (signal) => said.push({ kind: 'signal', atMs: toMs(signal.time), signal }),
        decision: (decision) =>
          said.push({ kind: 'decision', atMs: toMs(decision.time), decision }),
        risk: () => {},
        outcome: () => {},
      },
    });
  };

  try {
    await playRecording(steps, { time, onPage, ...(onProgress && { onProgress }) });
  } finally {
    time.end();
  }
  const durationMs = (steps.at(-1)?.time ?? 0) - startedAt;
  return { said, durationMs, pages, presses, complaints: [...complaints] };
}
