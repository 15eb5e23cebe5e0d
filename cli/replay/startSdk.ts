import { merge, NEVER, share } from 'rxjs';
import { createBrain } from '../../src/brain.js';
import { createPage } from '../../src/browser/index.js';
import { defaultDetectors } from '../../src/detectors/index.js';
import { consume, isolate, type Report } from '../../src/guard.js';
import type { Outputs } from '../../src/handle.js';
import { selectorsIn, type Settings } from '../../src/options.js';
import type { Store } from '../../src/storage/Store.js';
import type { Clock, PageStreams, Prompt } from '../../src/types.js';
import type { MirrorWindow } from '../mirror/createMirrorWindow.js';
import type { Listening } from '../rrweb/playRecording.js';

export interface SdkOptions {
  readonly settings: Settings;
  /** Kept over the pages of one visit, as the browser would. */
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly outputs: Outputs;
  readonly report: Report;
  readonly onStreams: (streams: PageStreams) => void;
}

/** Stays unanswered: nobody saw it. */
const unseen: Prompt = { name: 'unseen', show: () => NEVER };

/**
 * The SDK's own parts, connected as in `createAssistant`, around a mirrored page: all that differs
 * is that a prompt is not drawn, and no worker trains.
 */
export async function startSdk(mirror: MirrorWindow, options: SdkOptions): Promise<Listening> {
  const { clock, random, report, outputs } = options;
  const settings = { ...options.settings, prompt: unseen };
  const page = createPage({
    ...{ document: mirror.window.document, clock, random, report },
    selectors: selectorsIn(settings.tasks),
  });
  const { detectors = defaultDetectors() } = settings;
  const signals$ = merge(
    ...detectors.map((detector) =>
      isolate(report, 'detector-failed', () => detector.detect(page.streams)),
    ),
  ).pipe(share());
  options.onStreams(page.streams);
  const listening = consume(report, 'internal', signals$, outputs.signal);
  const brain = createBrain({
    ...{ window: mirror.window, settings, consent: 'granted', page, signals$, clock, random },
    ...{ outputs, report, store: options.store },
  });
  await brain.load();
  brain.warmUp();

  return {
    stop: () => {
      brain.stop();
      listening.unsubscribe();
      page.stop();
    },
  };
}
