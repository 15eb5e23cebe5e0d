import { BeforehandError } from '../errors.js';
import { guard } from '../guard.js';
import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import { isOwnUi } from './isOwnUi.js';
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

/** Records of one callback that are looked at: the rest says the same. */
const MAX_RECORDS = 200;
/** Records in one second that are more than a watch is worth. */
const MAX_PER_SECOND = 10_000;
const FLOOD_MS: Milliseconds = 30_000;

const NOT_AN_ANSWER =
  'beforehand-prompt,beforehand-slot,beforehand-inspector,[data-beforehand-ui],[data-beforehand-noise]';

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
  const { window, dom, clock, report } = host;
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
    for (const record of records.slice(0, MAX_RECORDS)) {
      const place = dom.isElement(record.target) ? record.target : dom.parent(record.target);
      if (!place || isNoAnswer(record, place, host)) continue;
      for (const refusal of refusalsOf(record, time, host)) onRefusal(refusal);
      onChange(place, time);
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

/** Our own prompt is no answer, and neither is what the host marked as noise. */
function isNoAnswer(record: MutationRecord, place: Node, { dom }: Host): boolean {
  if (dom.isElement(place) && (isOwnUi(place, dom) || dom.closest(place, NOT_AN_ANSWER)))
    return true;
  const changed = [...record.addedNodes, ...record.removedNodes];
  return changed.length > 0 && changed.every((node) => dom.isElement(node) && isOwnUi(node, dom));
}

function refusalsOf(
  { target, attributeName, addedNodes }: MutationRecord,
  time: Milliseconds,
  { dom }: Host,
): readonly Refusal[] {
  if (attributeName === 'aria-invalid') {
    const element = target as Element;
    const value = dom.attribute(element, 'aria-invalid');
    return value && value !== 'false' ? [{ kind: 'invalid', element, time }] : [];
  }
  return [...addedNodes]
    .map((node) => alertAt(node, dom))
    .filter((element) => element !== null)
    .map((element) => ({ kind: 'alert', element, time }));
}

/** The alert that a node is, has come into or brings along. */
function alertAt(node: Node, dom: Host['dom']): Element | null {
  if (dom.isElement(node) && node.querySelector('[role=alert]')) return node;
  const around = dom.isElement(node) ? node : dom.parent(node);
  return dom.isElement(around) ? dom.closest(around, '[role=alert]') : null;
}
