/** DOM reads that a form with `<input name="parentNode">` cannot fool. */
export interface NativeDom {
  isElement(node: unknown): node is Element;
  tag(element: Element): string;
  attribute(element: Element, name: string): string | null;
  parent(node: Node): Node | null;
  previous(element: Element): Element | null;
  matches(element: Element, selector: string): boolean;
  closest(element: Element, selector: string): Element | null;
}

/**
 * Takes the getters from the prototypes: an element's own properties may be clobbered by the names
 * of the fields inside it.
 */
export function nativeDom(window: Window & typeof globalThis): NativeDom {
  const { Element, Node } = window;
  const tag = getter<string>(Element.prototype, 'localName');
  const parent = getter<Node | null>(Node.prototype, 'parentNode');
  const previous = getter<Element | null>(Element.prototype, 'previousElementSibling');
  const { getAttribute, matches, closest } = Element.prototype;

  return {
    isElement: (node): node is Element => node instanceof Element,
    tag: (element) => tag.call(element),
    attribute: (element, name) => getAttribute.call(element, name),
    parent: (node) => parent.call(node),
    previous: (element) => previous.call(element),
    matches: (element, selector) => matches.call(element, selector),
    closest: (element, selector) => closest.call(element, selector),
  };
}

function getter<T>(prototype: object, name: string): (this: unknown) => T {
  return Object.getOwnPropertyDescriptor(prototype, name)!.get as (this: unknown) => T;
}
