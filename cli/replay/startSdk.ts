import { merge, NEVER, share } from 'rxjs';
import { createBrain } from '../../src/brain/index.js';
import type { HostPage } from '../../src/browser/index.js';
import { defaultDetectors } from '../../src/detectors/index.js';
import { consume, isolate, type Report } from '../../src/guard.js';
import type { Outputs } from '../../src/handle.js';
import type { Settings } from '../../src/options.js';
import type { Store } from '../../src/storage/Store.js';
import type { Clock, Prompt } from '../../src/types.js';
import type { PageWindow } from '../mirror/createMirrorWindow.js';
import type { Listening } from '../rrweb/playRecording.js';

export interface SdkOptions {
  readonly window: PageWindow;
  readonly page: HostPage;
  readonly settings: Settings;
  /** Kept over the pages of one visit, as the browser would. */
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly outputs: Outputs;
  readonly report: Report;
}

/** Stays unanswered: nobody saw it. */
const unseen: Prompt = { name: 'unseen', show: () => NEVER };

/**
 * The SDK's own parts, connected as in `createAssistant`: all that differs is that a prompt is not
 * drawn, and no worker trains.
 */
export async function startSdk(options: SdkOptions): Promise<Listening> {
  const { page, report, outputs } = options;
  const settings = { ...options.settings, prompt: unseen };
  const { detectors } = settings;
  const chosen = typeof detectors === 'object' ? detectors : defaultDetectors(detectors);
  const signals$ = merge(
    ...chosen.map((detector) =>
      isolate(report, 'detector-failed', () => detector.detect(page.visit)),
    ),
  ).pipe(share());
  const listening = consume(report, 'internal', signals$, outputs.signal);
  const brain = createBrain({ ...options, settings, consent: 'granted', signals$ });
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
