type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Markup that is finished: everything in it was escaped when it was made. */
export interface Markup {
  readonly markup: string;
}

type Child = Markup | string | number | false | undefined;

/** An element of HTML or SVG; text in it is escaped, numbers are rounded to what can be seen. */
export function tag(
  name: string,
  attributes: Attributes = {},
  ...children: readonly Child[]
): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escape(String(rounded(value!)))}"`)
    .join('');
  const inside = children.map(toMarkup).join('');
  return { markup: `<${name}${written}>${VOID.test(name) ? '' : `${inside}</${name}>`}` };
}

/** Several in a row. */
export function all(children: readonly Child[]): Markup {
  return { markup: children.map(toMarkup).join('') };
}

const VOID = /^(meta|br|hr)$/;

function toMarkup(child: Child): string {
  if (child === undefined || child === false) return '';
  return typeof child === 'object' ? child.markup : escape(String(child));
}

function rounded(value: string | number): string | number {
  return typeof value === 'number' ? Math.round(100 * value) / 100 : value;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`);
}
