import { BeforehandError } from '../errors.js';
import { guard } from '../guard.js';
import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import { unzoned } from './unzoned.js';

/** A field was marked `aria-invalid`, or an alert was put on the page. */
export interface Refusal {
  readonly kind: 'invalid' | 'alert';
  readonly element: Element;
  readonly time: Milliseconds;
}

export interface MutationWatch {
  /** Starts to observe a document or an open shadow root. */
  readonly observe: (root: Node) => void;
  readonly disconnect: () => void;
  /** For how long there was somebody watching, in all. */
  readonly watchedMs: () => Milliseconds;
  /** Too much changes to look at: nothing is observed for a while. */
  readonly isFlooded: () => boolean;
}

/** Records of one callback that are looked at, half of them its last: the rest says the same. */
const MAX_RECORDS = 200;
/** Nodes of one record that are looked at. */
const MAX_NODES = 20;
/** Records in one second that are more than a watch is worth. */
const MAX_PER_SECOND = 10_000;
const FLOOD_MS: Milliseconds = 30_000;
/** Frames of the page's own origin that are watched with it. */
const MAX_FRAMES = 5;

/**
 * Our own UI; what the host marked as noise; what cannot be seen, as what counts visitors; and what
 * shows that something was pressed, but nothing of what for.
 */
const NO_ANSWER =
  'beforehand-prompt,beforehand-slot,beforehand-inspector,[data-beforehand-ui],[data-beforehand-noise],script,noscript,meta,template,md-ripple,span[class*=ripple i]';
/** Where libraries note what the pointer does. */
const POINTED = /^data-.*(hover|focus|press)/;
const ALERT = '[role=alert]';
/** Good news. */
const SUCCESS = '[class*=success i]';

/** Changes of the document that are not ours, with what they tell of refused fields. */
export function mutationWatch(
  host: Host,
  {
    onChange,
    onRefusal,
    onFlood,
  }: {
    readonly onChange: (place: Node, time: Milliseconds) => void;
    readonly onRefusal: (refusal: Refusal) => void;
    readonly onFlood: (time: Milliseconds) => void;
  },
): MutationWatch {
  const { window, clock, report } = host;
  let observer: MutationObserver | undefined;
  let sinceMs: Milliseconds = 0;
  let beforeMs: Milliseconds = 0;
  let floodedAt: Milliseconds = -Infinity;
  let secondAt: Milliseconds = -Infinity;
  let nRecords = 0;

  const isFlooded = () => clock.now() - floodedAt < FLOOD_MS;

  const countIn = (n: number, time: Milliseconds) => {
    if (time - secondAt > 1000) [secondAt, nRecords] = [time, 0];
    nRecords += n;
    if (nRecords <= MAX_PER_SECOND) return;
    if (floodedAt < 0) report(new BeforehandError('internal', 'too many mutations to watch'));
    floodedAt = time;
    disconnect();
    onFlood(time);
  };

  const onRecords = (records: readonly MutationRecord[]) => {
    const time = clock.now();
    const places = new Set<Node>();
    const half = MAX_RECORDS / 2;
    const some =
      records.length > MAX_RECORDS ? [...records.slice(0, half), ...records.slice(-half)] : records;
    for (const record of some) {
      const place = placeOf(record.target, host);
      if (!place || isNoAnswer(record, place, host)) continue;
      for (const refusal of refusalsOf(record, time, host)) onRefusal(refusal);
      if (!places.has(place)) onChange(place, time);
      places.add(place);
    }
    countIn(records.length, time);
  };

  const watchedMs = () => beforeMs + (observer ? clock.now() - sinceMs : 0);

  const observe = (root: Node) => {
    if (isFlooded()) return;
    if (!observer) sinceMs = clock.now();
    observer ??= new (unzoned(window, 'MutationObserver'))((records) =>
      guard(report, 'internal', () => onRecords(records)),
    );
    observer.observe(root, OBSERVED());
    if (root !== window.document) return;
    for (let i = 0; i < Math.min(window.length, MAX_FRAMES); i += 1) {
      const frame = documentOf(window[i]!);
      if (frame) observer.observe(frame, OBSERVED());
    }
  };

  const disconnect = () => {
    beforeMs = watchedMs();
    observer?.disconnect();
    observer = undefined;
  };

  return { observe, disconnect, watchedMs, isFlooded };
}

/** Without a prototype, as a page may have put `attributeFilter` on `Object.prototype`. */
const OBSERVED = (): MutationObserverInit =>
  Object.assign(Object.create(null) as object, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });

function documentOf(frame: Window): Document | undefined {
  try {
    return frame.document;
  } catch {
    // Of another origin.
    return undefined;
  }
}

/** The element that a change is about; for one inside a frame, the frame. */
function placeOf(target: Node, { dom, document }: Host): Element | null {
  const owner = target.ownerDocument ?? target;
  if (owner !== document) return (owner as Document).defaultView?.frameElement ?? null;
  const place = dom.isElement(target) ? target : dom.parent(target);
  return dom.isElement(place) ? place : null;
}

function isNoAnswer(record: MutationRecord, place: Element, { dom }: Host): boolean {
  const { addedNodes, removedNodes, attributeName } = record;
  if (dom.closest(place, NO_ANSWER)) return true;
  if (attributeName) return POINTED.test(attributeName);
  const added = firstOf(addedNodes);
  const removed = firstOf(removedNodes);
  const isRepetition =
    addedNodes.length === removedNodes.length &&
    added.every((node, i) => node.isEqualNode(removed[i]!));
  const changed = [...added, ...removed];
  return (
    changed.length > 0 &&
    (isRepetition || changed.every((node) => dom.isElement(node) && dom.matches(node, NO_ANSWER)))
  );
}

function firstOf(nodes: NodeList): readonly Node[] {
  return Array.prototype.slice.call(nodes, 0, MAX_NODES) as Node[];
}

function refusalsOf(
  { target, type, attributeName, addedNodes }: MutationRecord,
  time: Milliseconds,
  { dom }: Host,
): readonly Refusal[] {
  if (attributeName === 'aria-invalid') {
    const element = target as Element;
    const value = dom.attribute(element, 'aria-invalid');
    return value && value !== 'false' ? [{ kind: 'invalid', element, time }] : [];
  }
  return (type === 'characterData' ? [target] : firstOf(addedNodes))
    .map((node) => alertAt(node, dom))
    .filter((found) => found && !dom.closest(found, SUCCESS) && !dom.find(found, SUCCESS))
    .map((element) => ({ kind: 'alert', element: element!, time }));
}

/** The alert that a node is, has come into or brings along. */
function alertAt(node: Node, dom: Host['dom']): Element | null {
  const around = dom.isElement(node) ? node : dom.parent(node);
  if (!dom.isElement(around)) return null;
  return (around === node && dom.find(around, ALERT)) || dom.closest(around, ALERT);
}
