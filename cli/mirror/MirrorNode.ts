import type { MirrorDocument } from './MirrorDocument.js';

/**
 * A node of the page as it was recorded: its place in the tree and nothing else. Classes with
 * getters on their prototypes, because that is where the SDK takes the DOM's own getters from.
 */
export class MirrorNode {
  parent: MirrorNode | null = null;
  first: MirrorNode | null = null;
  last: MirrorNode | null = null;
  before: MirrorNode | null = null;
  after: MirrorNode | null = null;

  constructor(readonly ownerDocument: MirrorDocument | null) {}

  get parentNode(): MirrorNode | null {
    return this.parent;
  }

  get isConnected(): boolean {
    return this.getRootNode({ composed: true }) === this.ownerDocument;
  }

  get textContent(): string {
    return [...this.children()].map((child) => child.textContent).join('');
  }

  getRootNode(options: { readonly composed?: boolean } = {}): MirrorNode {
    return this.outer(options.composed === true)?.getRootNode(options) ?? this;
  }

  contains(node: MirrorNode | null): boolean {
    for (let inner = node; inner; inner = inner.parent) if (inner === this) return true;
    return false;
  }

  isEqualNode(other: MirrorNode): boolean {
    const [own, theirs] = [[...this.children()], [...other.children()]];
    return (
      this.isLike(other) &&
      own.length === theirs.length &&
      own.every((child, i) => child.isEqualNode(theirs[i]!))
    );
  }

  *children(): Generator<MirrorNode> {
    for (let child = this.first; child; child = child.after) yield child;
  }

  /** In the order of the document, itself left out; shadow trees are trees of their own. */
  *descendants(): Generator<MirrorNode> {
    for (const child of this.children()) {
      yield child;
      yield* child.descendants();
    }
  }

  /** Puts a node before another child, or last; from wherever it was. */
  insert(node: MirrorNode, before: MirrorNode | null): void {
    node.detach();
    node.parent = this;
    node.after = before;
    node.before = before ? before.before : this.last;
    if (node.before) node.before.after = node;
    else this.first = node;
    if (before) before.before = node;
    else this.last = node;
  }

  detach(): void {
    const { parent } = this;
    if (!parent) return;
    if (this.before) this.before.after = this.after;
    else parent.first = this.after;
    if (this.after) this.after.before = this.before;
    else parent.last = this.before;
    this.parent = this.before = this.after = null;
  }

  /** Equal, whatever is inside. */
  protected isLike(other: MirrorNode): boolean {
    return this.constructor === other.constructor;
  }

  /** What is around it; with `composed`, a shadow root is inside its host. */
  protected outer(_composed: boolean): MirrorNode | null {
    return this.parent;
  }
}

/** Text, a comment or a doctype: only text has content. */
export class MirrorText extends MirrorNode {
  data = '';

  override get textContent(): string {
    return this.data;
  }

  protected override isLike(other: MirrorNode): boolean {
    return other instanceof MirrorText && other.data === this.data;
  }
}
