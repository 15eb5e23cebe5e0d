import type { Line } from '../cart.js';
import { element } from '../element.js';
import { money } from '../money.js';
import type { Product } from '../Shop.js';
import { picture } from './picture.js';

/** What is being ordered, small, beside the checkout's forms. */
export function lines(ordered: readonly Line[], products: readonly Product[]): HTMLElement {
  return element(
    'ul',
    { class: 'mini-lines' },
    ...ordered.flatMap(({ id, quantity }) => {
      const product = products.find((each) => each.id === id);
      return product ? [line(product, quantity)] : [];
    }),
  );
}

function line(product: Product, quantity: number): HTMLElement {
  return element(
    'li',
    {},
    picture(product),
    element(
      'span',
      {},
      product.name,
      element('span', { class: 'muted' }, `\u00a0×\u00a0${quantity}`),
    ),
    element('span', { class: 'price' }, money(product.price * quantity)),
  );
}
