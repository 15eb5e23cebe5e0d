import { MirrorElement } from './MirrorElement.js';
import { MirrorNode } from './MirrorNode.js';
import { compileSelector } from './selector.js';

/** What can be searched by selector: a document, a fragment, a shadow root. */
class MirrorRoot extends MirrorNode {
  querySelectorAll(selector: string): MirrorElement[] {
    const matches = compileSelector(selector);
    return [...this.descendants()].filter(
      (node): node is MirrorElement => node instanceof MirrorElement && matches(node),
    );
  }

  querySelector(selector: string): MirrorElement | null {
    const matches = compileSelector(selector);
    for (const node of this.descendants())
      if (node instanceof MirrorElement && matches(node)) return node;
    return null;
  }
}

export class MirrorShadowRoot extends MirrorRoot {
  constructor(readonly host: MirrorElement) {
    super(host.ownerDocument);
  }

  protected override outer(composed: boolean): MirrorNode | null {
    return composed ? this.host : null;
  }
}

/** What a selection is told by: where it begins and ends. */
export interface MirrorSelection {
  readonly isCollapsed: boolean;
  toString(): string;
}

const NO_SELECTION: MirrorSelection = { isCollapsed: true, toString: () => '' };

/** A recorded document, or one of its frames. */
export class MirrorDocument extends MirrorRoot {
  visibilityState: 'visible' | 'hidden' = 'visible';
  activeElement: MirrorElement | null = null;
  isFocused = true;
  selection: MirrorSelection = NO_SELECTION;
  readonly fullscreenElement = null;
  /** The window it is shown in; a frame's document has none here. */
  defaultView: unknown = null;

  constructor() {
    super(null);
  }

  get documentElement(): MirrorElement {
    return (
      [...this.children()].find((child) => child instanceof MirrorElement) ??
      new MirrorElement(this, 'html')
    );
  }

  get scrollingElement(): MirrorElement {
    return this.documentElement;
  }

  override get isConnected(): boolean {
    return true;
  }

  get baseURI(): string {
    return (this.defaultView as { location?: Location } | null)?.location?.href ?? 'about:blank';
  }

  createDocumentFragment(): MirrorRoot {
    return new MirrorRoot(this);
  }

  getElementById(id: string): MirrorElement | null {
    for (const node of this.descendants())
      if (node instanceof MirrorElement && node.getAttribute('id') === id) return node;
    return null;
  }

  getSelection(): MirrorSelection {
    return this.selection;
  }

  hasFocus(): boolean {
    return this.isFocused;
  }
}
