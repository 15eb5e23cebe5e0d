import { tag, type Markup } from '../svg.js';

/** The head of a table. */
export function head(...names: readonly string[]): Markup {
  return tag('thead', {}, tag('tr', {}, ...names.map((name) => tag('th', { scope: 'col' }, name))));
}
