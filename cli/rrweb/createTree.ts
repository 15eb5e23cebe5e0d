import { MirrorDocument, MirrorShadowRoot } from '../mirror/MirrorDocument.js';
import { MirrorElement } from '../mirror/MirrorElement.js';
import { MirrorText, type MirrorNode } from '../mirror/MirrorNode.js';
import type { MirrorRecord } from '../mirror/mirrorObservers.js';
import { NODE, type RrwebAdd, type RrwebData, type RrwebNode } from './RrwebEvent.js';
import { setAttribute } from './setAttribute.js';

/** The recorded document, by the numbers that the recorder gave its nodes. */
export interface Tree {
  readonly document: MirrorDocument;
  get(id: number | undefined): MirrorNode | undefined;
  element(id: number | undefined): MirrorElement | undefined;
  /** Puts a whole snapshot in the place of what was there. */
  reset(snapshot: RrwebNode): void;
  /** Whether a snapshot tells what is known already: a recorder takes one now and then. */
  isLike(snapshot: RrwebNode): boolean;
  /** Does what a mutation event says, and tells it as a browser would. */
  mutate(data: RrwebData): MirrorRecord[];
}

/** Nodes of a snapshot that have to be the same for it to be of the same page load. */
const SAME_SHARE = 0.9;

export function createTree(document: MirrorDocument): Tree {
  const nodes = new Map<number, MirrorNode>();
  const element = (id: number | undefined) => {
    const node = nodes.get(id ?? NaN);
    return node instanceof MirrorElement ? node : undefined;
  };

  const create = (recorded: RrwebNode, owner: MirrorDocument): MirrorNode => {
    const known = nodes.get(recorded.id);
    // Moved within the page: it stays the same node.
    if (known && !(known instanceof MirrorDocument)) return known;
    const node = toNode(recorded, owner, nodes.size === 0 ? document : undefined);
    nodes.set(recorded.id, node);
    const inside = node instanceof MirrorDocument ? node : owner;
    for (const child of recorded.childNodes ?? []) place(child, node, null, inside);
    return node;
  };

  const place = (
    recorded: RrwebNode,
    parent: MirrorNode,
    next: MirrorNode | null,
    owner: MirrorDocument,
  ): MirrorNode => {
    const node = create(recorded, owner);
    const isInShadow = recorded.isShadow && parent instanceof MirrorElement;
    const root = isInShadow ? (parent.shadowRoot ??= new MirrorShadowRoot(parent)) : parent;
    root.insert(node, next?.parent === root ? next : null);
    return root;
  };

  const add = ({ parentId, nextId, node }: RrwebAdd): MirrorRecord | undefined => {
    const parent = nodes.get(parentId);
    const next = nextId ? nodes.get(nextId) : null;
    if (!parent || next === undefined) return undefined;
    const owner = parent instanceof MirrorDocument ? parent : (parent.ownerDocument ?? document);
    const target = place(node, parent, next, owner);
    return toRecord('childList', target, { addedNodes: [nodes.get(node.id)!] });
  };

  /** An addition may be written down before the one that it is put into or beside. */
  const addAll = (adds: readonly RrwebAdd[]): MirrorRecord[] => {
    const records: MirrorRecord[] = [];
    let left = adds;
    for (let before = Infinity; left.length < before;) {
      before = left.length;
      left = left.filter((each) => {
        const record = add(each);
        if (record) records.push(record);
        return !record;
      });
    }
    return records;
  };

  const remove = (id: number): MirrorRecord[] => {
    const node = nodes.get(id);
    const target = node?.parent;
    if (!node || !target) return [];
    node.detach();
    return [toRecord('childList', target, { removedNodes: [node] })];
  };

  return {
    document,
    element,
    get: (id) => nodes.get(id ?? NaN),
    reset: (snapshot) => {
      for (const child of [...document.children()]) child.detach();
      nodes.clear();
      create(snapshot, document);
    },
    isLike: (snapshot) => {
      const told = [...flatten(snapshot)].filter(({ type }) => type === NODE.element);
      const same = told.filter(({ id, tagName }) => {
        const known = element(id);
        return known?.isConnected && known.localName === tagName?.toLowerCase();
      });
      return same.length > SAME_SHARE * told.length;
    },
    mutate: ({ removes = [], adds = [], texts = [], attributes = [] }) => [
      ...removes.flatMap(({ id }) => remove(id)),
      ...addAll(adds),
      ...texts.flatMap(({ id, value }) => {
        const node = nodes.get(id);
        if (!(node instanceof MirrorText)) return [];
        node.data = value ?? '';
        return [toRecord('characterData', node)];
      }),
      ...attributes.flatMap(({ id, attributes: changed }) => {
        const target = element(id);
        if (!target) return [];
        return Object.entries(changed).map(([attributeName, value]) => {
          setAttribute(target, attributeName, value);
          return toRecord('attributes', target, { attributeName });
        });
      }),
    ],
  };
}

function toNode(
  { type, tagName, attributes = {}, textContent }: RrwebNode,
  owner: MirrorDocument,
  root: MirrorDocument | undefined,
): MirrorNode {
  if (type === NODE.document) return root ?? new MirrorDocument();
  if (type !== NODE.element) {
    const text = new MirrorText(owner);
    if (type === NODE.text) text.data = textContent ?? '';
    return text;
  }
  const element = new MirrorElement(owner, (tagName ?? 'div').toLowerCase());
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  return element;
}

function toRecord(
  type: MirrorRecord['type'],
  target: MirrorNode,
  details: Partial<MirrorRecord> = {},
): MirrorRecord {
  return { type, target, attributeName: null, addedNodes: [], removedNodes: [], ...details };
}

function* flatten(node: RrwebNode): Generator<RrwebNode> {
  yield node;
  for (const child of node.childNodes ?? []) yield* flatten(child);
}
