import { BeforehandError } from '../errors.js';
import { guard } from '../guard.js';
import { bare } from '../tools/bare.js';
import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import { isNoAnswer, placeOf, refusalsOf, undoneAmong, type Refusal } from './mutationRecords.js';
import { openRoots } from './openRoots.js';
import { unzoned } from './unzoned.js';

export interface MutationWatch {
  /** Starts to observe a document or an open shadow root, or goes on at once after a rest. */
  readonly observe: (root: Node) => void;
  /** The same for the whole page: it takes a look at each of its elements. */
  readonly observeAll: () => void;
  /** Whether elements may have come since {@link observeAll} that it has not looked at. */
  readonly hasGrown: () => boolean;
  readonly disconnect: () => void;
  /** For how long there was somebody watching, in all. */
  readonly watchedMs: () => Milliseconds;
  /** Too much changes to look at: nothing is observed for a while. */
  readonly isFlooded: () => boolean;
}

export interface MutationWatchOptions {
  readonly onChange: (place: Element, time: Milliseconds) => void;
  readonly onRefusal: (refusal: Refusal) => void;
  readonly onFlood: (time: Milliseconds) => void;
}

/** Records of one callback that are looked at, half of them its last: the rest says the same. */
const MAX_RECORDS = 200;
/** Records in one second that are more than a watch is worth. */
const MAX_PER_SECOND = 10_000;
const FLOOD_MS: Milliseconds = 30_000;
/**
 * After a callback with more than this the watch rests for {@link REST_MS} a record. Each costs the
 * page one or two microseconds to be written down, so that is about 1 % of its time.
 */
const BURST = 400;
const REST_MS: Milliseconds = 0.15;
/** Frames of the page's own origin that are watched with it. */
const MAX_FRAMES = 5;

/** Changes of the document that are not ours, with what they tell of refused fields. */
export function mutationWatch(
  host: Host,
  { onChange, onRefusal, onFlood }: MutationWatchOptions,
): MutationWatch {
  const { window, clock, report, later } = host;
  const roots = new Set<Node>();
  let observer: MutationObserver | undefined;
  let cancelRest = () => {};
  let sinceMs: Milliseconds = 0;
  let beforeMs: Milliseconds = 0;
  let floodedAt: Milliseconds = -Infinity;
  let secondAt: Milliseconds = -Infinity;
  let nRecords = 0;
  let isGrown = true;

  const isFlooded = () => clock.now() - floodedAt < FLOOD_MS;

  const countIn = (n: number, time: Milliseconds) => {
    if (time - secondAt > 1000) [secondAt, nRecords] = [time, 0];
    nRecords += n;
    if (nRecords <= MAX_PER_SECOND) {
      if (n > BURST) rest(n * REST_MS);
      return;
    }
    if (floodedAt < 0) report(new BeforehandError('internal', 'too many mutations to watch'));
    floodedAt = time;
    disconnect();
    onFlood(time);
  };

  const onRecords = (records: readonly MutationRecord[]) => {
    const time = clock.now();
    const places = new Set<Element>();
    const isUndone = undoneAmong(host);
    for (const record of someOf(records)) {
      isGrown ||= record.addedNodes.length > 0;
      const place = placeOf(record.target, host);
      if (!place || isNoAnswer(record, place, host)) continue;
      for (const refusal of refusalsOf(record, time, host)) onRefusal(refusal);
      if (isUndone(record)) continue;
      if (!places.has(place)) onChange(place, time);
      places.add(place);
    }
    countIn(records.length, time);
  };

  const watchedMs = () => beforeMs + (observer ? clock.now() - sinceMs : 0);

  const pause = () => {
    isGrown = true;
    beforeMs = watchedMs();
    observer?.disconnect();
    observer = undefined;
  };

  const rest = (ms: Milliseconds) => {
    if (!observer) return;
    pause();
    cancelRest = later(ms, goOn);
  };

  const goOn = () => {
    cancelRest();
    if (roots.size === 0) return;
    sinceMs = clock.now();
    observer = new (unzoned(window, 'MutationObserver'))((records) =>
      guard(report, 'internal', () => onRecords(records)),
    );
    for (const root of roots) observer.observe(root, bare(OBSERVED));
  };

  const observe = (root: Node) => {
    if ((observer && roots.has(root)) || isFlooded()) return;
    const added = [root, ...(root === window.document ? framesOf(window) : [])].filter(
      (each) => !roots.has(each),
    );
    for (const each of added) roots.add(each);
    if (!observer) goOn();
    else for (const each of added) observer.observe(each, bare(OBSERVED));
  };

  const observeAll = () => {
    const parts = [window.document, ...openRoots(window.document, host.dom)];
    isGrown = isFlooded() || parts.some(isWaitingForCode);
    for (const part of [...parts, ...framesOf(window)]) observe(part);
  };

  const disconnect = () => {
    cancelRest();
    roots.clear();
    pause();
  };

  return { observe, observeAll, hasGrown: () => isGrown, disconnect, watchedMs, isFlooded };
}

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  attributeOldValue: true,
  characterData: true,
};

function someOf(records: readonly MutationRecord[]): readonly MutationRecord[] {
  const half = MAX_RECORDS / 2;
  if (records.length <= MAX_RECORDS) return records;
  return [...records.slice(0, half), ...records.slice(-half)];
}

/** Whether it has elements that get their insides when their code comes: of that nothing tells. */
function isWaitingForCode(part: ParentNode): boolean {
  return part.querySelector(':not(:defined)') !== null;
}

function framesOf(window: Host['window']): readonly Document[] {
  const documents: Document[] = [];
  for (let i = 0; i < Math.min(window.length, MAX_FRAMES); i += 1) {
    const frame = documentOf(window[i]!);
    if (frame) documents.push(frame);
  }
  return documents;
}

function documentOf(frame: Window): Document | undefined {
  try {
    return frame.document;
  } catch {
    // Of another origin.
    return undefined;
  }
}
