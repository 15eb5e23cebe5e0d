export type Child = Node | string | undefined;

type Listeners = Readonly<Record<string, (event: Event) => void>>;

export interface Attributes {
  readonly [name: string]: string | number | boolean | Listeners | undefined;
  readonly on?: Listeners;
}

/**
 * Makes an element out of text and nodes alone, never out of markup, as Trusted Types ask.
 *
 * @param attributes - `true` sets an attribute without a value, `false` and `undefined` leave it
 * out; `on` holds listeners by event type
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { on = {}, ...attributes }: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, '');
    else if (typeof value === 'string') node.setAttribute(name, value);
    else if (typeof value === 'number') node.setAttribute(name, String(value));
  }
  for (const [type, listener] of Object.entries(on)) node.addEventListener(type, listener);
  node.append(...children.filter((child) => child !== undefined));
  return node;
}
