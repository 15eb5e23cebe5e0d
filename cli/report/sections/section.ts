import { tag, type Markup } from '../svg.js';

/** A part of the page: its title, what it comes to in words, and the plots. */
export function section(title: string, lead: string, ...children: readonly Markup[]): Markup {
  return tag('section', {}, tag('h2', {}, title), tag('p', { class: 'lead' }, lead), ...children);
}
