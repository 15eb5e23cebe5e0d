import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import { OWN_UI } from './isOwnUi.js';

/** A field was marked `aria-invalid`, or an alert was put on the page. */
export interface Refusal {
  readonly kind: 'invalid' | 'alert';
  readonly element: Element;
  readonly time: Milliseconds;
}

/** Nodes of one record that are looked at. */
const MAX_NODES = 20;

/**
 * Our own UI; what the host marked as noise; what cannot be seen, as what counts visitors; and what
 * shows that something was pressed, but nothing of what for.
 */
const NO_ANSWER = `${OWN_UI},[data-beforehand-noise],script,noscript,meta,template,md-ripple,span[class*=ripple i]`;
/**
 * What comes or goes unseen: frames and pictures by which other tools keep count, and what is fetched
 * ahead. Not for where something changes, as hiding is a change.
 */
const UNSEEN = `${NO_ANSWER},link[rel*=pre],iframe[hidden],[width='1'],[style*='display: none'],[style*='display:none']`;
/** Where libraries note what the pointer does. */
const POINTED = /^data-.*(hover|focus|press)/;
const ALERT = '[role=alert]';
/** Good news. */
const SUCCESS = '[class*=success i]';

/** The element that a change is about; for one inside a frame, the frame. */
export function placeOf(target: Node, { dom, document }: Host): Element | null {
  const owner = target.ownerDocument ?? target;
  if (owner !== document) return (owner as Document).defaultView?.frameElement ?? null;
  const place = dom.isElement(target) ? target : dom.parent(target);
  return dom.isElement(place) ? place : null;
}

/**
 * Tells which records are of attributes that have become what they were before: set anew, or there
 * and back again; and of nodes that came and went. Nothing has come of those.
 */
export function undoneAmong({ dom }: Host): (record: MutationRecord) => boolean {
  const known = new Map<Node, Map<string, boolean>>();
  const came = new Set<Node>();
  return ({ target, attributeName, oldValue, addedNodes, removedNodes }) => {
    if (attributeName === null) {
      const [added, removed] = [firstOf(addedNodes), firstOf(removedNodes)];
      for (const node of added) came.add(node);
      const isPassing = (node: Node) => !node.isConnected && came.has(node);
      return added.length + removed.length > 0 && [...added, ...removed].every(isPassing);
    }
    const ofTarget = known.get(target) ?? new Map<string, boolean>();
    known.set(target, ofTarget);
    // The first record of an attribute tells what it was before all of them.
    const isUndone =
      ofTarget.get(attributeName) ?? dom.attribute(target as Element, attributeName) === oldValue;
    ofTarget.set(attributeName, isUndone);
    return isUndone;
  };
}

/** Whether a record tells of nothing that a visitor could take for an answer. */
export function isNoAnswer(record: MutationRecord, place: Element, { dom }: Host): boolean {
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
    (isRepetition || changed.every((node) => dom.isElement(node) && dom.matches(node, UNSEEN)))
  );
}

function firstOf(nodes: NodeList): readonly Node[] {
  return Array.prototype.slice.call(nodes, 0, MAX_NODES) as Node[];
}

/** What a record tells of refused fields. */
export function refusalsOf(
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
