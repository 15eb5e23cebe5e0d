import { element } from '../element.js';
import { heading } from '../parts/heading.js';
import type { HelpArticle, Page } from '../Shop.js';

const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['Ordering', ['add-to-cart', 'finding-products', 'coupon-codes', 'postcode', 'payment']],
  ['Afterwards', ['delivery-times', 'track-order', 'returns', 'account']],
];

/** Every article, by when it is needed. */
export const help: Page = ({ articles }) =>
  element(
    'div',
    { class: 'page narrow' },
    heading('Help'),
    element('p', { class: 'lead' }, 'Answers to what people ask us most.'),
    ...GROUPS.map(([name, ids]) =>
      group(
        name,
        articles.filter(({ id }) => ids.includes(id)),
      ),
    ),
    element(
      'section',
      { class: 'panel contact-panel' },
      element(
        'div',
        {},
        element('h2', {}, 'Still stuck?'),
        element('p', { class: 'muted' }, 'A person answers, usually the same day.'),
      ),
      element(
        'a',
        { class: 'button quiet', href: '/contact', 'data-test': 'contact' },
        'Contact us',
      ),
    ),
  );

function group(name: string, articles: readonly HelpArticle[]): HTMLElement {
  return element(
    'section',
    { class: 'help-group' },
    element('h2', {}, name),
    element(
      'ul',
      { class: 'plain' },
      ...articles.map(({ id, title, url }) =>
        element('li', {}, element('a', { href: url, 'data-test': `article-${id}` }, title)),
      ),
    ),
  );
}
