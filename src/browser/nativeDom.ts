/** DOM reads that a form with `<input name="parentNode">` cannot fool. */
export interface NativeDom {
  readonly isElement: (node: unknown) => node is Element;
  readonly tag: (element: Element) => string;
  readonly attribute: (element: Element, name: string) => string | null;
  /** The parent; of an open shadow root, its host. */
  readonly parent: (node: Node) => Node | null;
  readonly previous: (element: Element) => Element | null;
  /** Its open shadow root. */
  readonly shadow: (element: Element) => ShadowRoot | null;
  /** Whether a node is inside an element, or in a shadow tree inside it. */
  readonly contains: (element: Element, node: Node) => boolean;
  readonly matches: (element: Element, selector: string) => boolean;
  /** The first inside an element that matches. */
  readonly find: (element: Element, selector: string) => Element | null;
  /** Those inside an element of one tag, live: asking for the first few is cheap. */
  readonly byTag: (element: Element, tag: string) => HTMLCollectionOf<Element>;
  /** The nearest that matches, itself included, on through the hosts of shadow roots. */
  readonly closest: (element: Element, selector: string) => Element | null;
}

/**
 * Takes the getters from the prototypes: an element's own properties may be clobbered by the names
 * of the fields inside it.
 */
export function nativeDom(window: Window & typeof globalThis): NativeDom {
  const { Element, Node, ShadowRoot } = window;
  const tag = getter<string>(Element.prototype, 'localName');
  const parent = getter<Node | null>(Node.prototype, 'parentNode');
  const previous = getter<Element | null>(Element.prototype, 'previousElementSibling');
  const shadow = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
  const attribute = method(Element.prototype, 'getAttribute');
  const matches = method(Element.prototype, 'matches');
  const find = method(Element.prototype, 'querySelector');
  const byTag = method(Element.prototype, 'getElementsByTagName');
  const closest = method(Element.prototype, 'closest');
  const contains = method(Node.prototype, 'contains');
  const root = method(Node.prototype, 'getRootNode');

  /** The element whose shadow tree a node is in. */
  const hostOf = (node: Node): Element | undefined => {
    const top = root.call(node) as Node;
    return top instanceof ShadowRoot ? top.host : undefined;
  };

  return {
    isElement: (node): node is Element => node instanceof Element,
    tag: (element) => tag.call(element),
    attribute: (element, name) => attribute.call(element, name) as string | null,
    parent: (node) => (node instanceof ShadowRoot ? node.host : parent.call(node)),
    previous: (element) => previous.call(element),
    shadow: (element) => shadow.call(element),
    contains: (element, node) => {
      for (let inner: Node | undefined = node; inner; inner = hostOf(inner))
        if (contains.call(element, inner)) return true;
      return false;
    },
    matches: (element, selector) => matches.call(element, selector) as boolean,
    find: (element, selector) => find.call(element, selector) as Element | null,
    byTag: (element, name) => byTag.call(element, name) as HTMLCollectionOf<Element>,
    closest: (element, selector) => {
      for (let scope: Element | undefined = element; scope; scope = hostOf(scope)) {
        const found = closest.call(scope, selector) as Element | null;
        if (found) return found;
      }
      return null;
    },
  };
}

function getter<T>(prototype: object, name: string): (this: unknown) => T {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  return Reflect.get(descriptor, 'get') as (this: unknown) => T;
}

function method(prototype: object, name: string): (this: unknown, ...args: unknown[]) => unknown {
  return Reflect.get(prototype, name) as (this: unknown, ...args: unknown[]) => unknown;
}
