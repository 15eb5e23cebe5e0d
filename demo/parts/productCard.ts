import { element } from '../element.js';
import { money } from '../money.js';
import type { Product } from '../Shop.js';
import { picture } from './picture.js';

export function productCard(product: Product): HTMLElement {
  const { id, name, price, material } = product;
  return element(
    'li',
    { class: 'card' },
    element(
      'a',
      { href: `/product/${id}`, 'data-test': `product-${id}` },
      picture(product, { lazy: true }),
      element(
        'span',
        { class: 'card-line' },
        element('span', { class: 'card-name' }, name),
        element('span', { class: 'price' }, money(price)),
      ),
      element('span', { class: 'muted' }, material),
    ),
  );
}
