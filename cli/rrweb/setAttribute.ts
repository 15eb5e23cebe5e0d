import type { MirrorElement } from '../mirror/MirrorElement.js';

/**
 * Sets an attribute as a recorder writes it: `null` and `false` take it away, `true` is a bare one,
 * an object is what changed of an inline style.
 */
export function setAttribute(element: MirrorElement, name: string, value: unknown): void {
  const { attributes } = element;
  if (value === true) attributes.set(name, '');
  else if (typeof value === 'string' || typeof value === 'number')
    attributes.set(name, toText(element, name, String(value)));
  else if (value) attributes.set(name, restyle(attributes.get(name), value));
  else attributes.delete(name);
}

/** A recorder writes addresses out in full; one that goes nowhere is to be known as such. */
function toText(element: MirrorElement, name: string, text: string): string {
  const isNowhere = name === 'href' && element.localName === 'a' && /^https?:[^#]*#$/.test(text);
  return isNowhere ? '#' : text;
}

function restyle(style: string | undefined, changes: object): string {
  const rules = new Map(
    (style ?? '')
      .split(';')
      .map((rule) => rule.split(':').map((part) => part.trim()))
      .filter(([name, value]) => name && value)
      .map(([name, ...value]) => [name!, value.join(':')]),
  );
  for (const [name, value] of Object.entries(changes) as [string, unknown][]) {
    if (value === false || value === '') rules.delete(name);
    else rules.set(name, String(Array.isArray(value) ? value[0] : value));
  }
  return [...rules].map(([name, value]) => `${name}: ${value}`).join('; ');
}
