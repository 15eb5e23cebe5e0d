/** What an element is made of: attributes and what is in it. Nothing is ever parsed as HTML. */
export interface Parts {
  readonly part?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly (Node | undefined)[];
  readonly onPress?: () => void;
}

export function element<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  { part, attributes = {}, text, children = [], onPress }: Parts = {},
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (part) node.setAttribute('part', part);
  if (text !== undefined) node.textContent = text;
  node.append(...children.filter((child) => child !== undefined));
  if (onPress) node.addEventListener('click', onPress);
  return node;
}

/** A button, 44 px or more in the style sheet. */
export function button(
  document: Document,
  { part, text = '', onPress, attributes }: Omit<Parts, 'children'>,
): HTMLButtonElement {
  return element(document, 'button', {
    ...(part !== undefined && { part }),
    ...(onPress && { onPress }),
    text,
    attributes: { type: 'button', ...attributes },
  });
}
