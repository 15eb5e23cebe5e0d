import type { BeforehandError } from '../../src/errors.js';
import { consume, type Report } from '../../src/guard.js';
import type { Outputs } from '../../src/handle.js';
import { createStore } from '../../src/storage/index.js';
import type { Store } from '../../src/storage/Store.js';
import type { Milliseconds, PageStreams } from '../../src/types.js';
import type { VirtualTime } from '../virtualTime.js';
import type { Said } from './Replayed.js';

/** Gives the time of a page as time since the recording began. */
export type ToMs = (time: Milliseconds) => Milliseconds;

/** Writes down what the SDK says, and keeps what it stores for the whole of a recording. */
export function createNotes(time: VirtualTime) {
  const startedAt = time.now();
  const said: Said[] = [];
  const complaints = new Set<string>();
  let presses = 0;
  const report: Report = ({ message }: BeforehandError) => void complaints.add(message);
  // In memory, and said to persist: a browser keeps it on the disk for longer than the visit.
  const store: Store = {
    ...createStore({
      ...{ name: 'replay', persistent: false, report },
      clock: { now: () => time.now() - startedAt, wallTime: time.now },
    }),
    persistent: true,
  };

  return {
    report,
    store,
    outputs: (toMs: ToMs): Outputs => ({
      signal: (signal) => said.push({ kind: 'signal', atMs: toMs(signal.time), signal }),
      decision: (decision) => said.push({ kind: 'decision', atMs: toMs(decision.time), decision }),
      risk: () => {},
      outcome: () => {},
    }),
    listen: ({ presses$, routes$ }: PageStreams, toMs: ToMs) => {
      consume(report, 'internal', presses$, () => (presses += 1));
      consume(report, 'internal', routes$, (route) =>
        said.push({ kind: 'route', atMs: toMs(route.time), route }),
      );
    },
    complain: (message: string) => void complaints.add(message),
    all: () => ({ said, presses, complaints: [...complaints] }),
  };
}
