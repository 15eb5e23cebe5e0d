import { guard, type Report } from '../guard.js';

/** What an element is made of. Nothing is ever parsed as HTML. */
export interface Ingredients {
  readonly part?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly (Node | undefined)[];
  readonly onPress?: () => void;
}

export type Make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ingredients?: Ingredients,
) => HTMLElementTagNameMap[Tag];

/** Gives a function that makes elements of one document, their presses guarded. */
export function createMake(document: Document, report: Report): Make {
  return (tag, { part, text = '', attributes = {}, children = [], onPress } = {}) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (tag === 'button') node.setAttribute('type', 'button');
    if (part) node.setAttribute('part', part);
    // Words may be of another direction than the page: each decides for itself.
    if (text && tag !== 'button') node.dir ||= 'auto';
    node.append(
      tag === 'button' ? isolate(document, text) : text,
      ...children.filter((child) => child !== undefined),
    );
    if (onPress) node.addEventListener('click', () => guard(report, 'internal', onPress));
    return node;
  };
}

/** What lays itself out in a row keeps the page's direction; only its words have their own. */
function isolate(document: Document, text: string): Node | string {
  if (!text) return '';
  const words = document.createElement('bdi');
  words.append(text);
  return words;
}
