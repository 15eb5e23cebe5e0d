import { element } from '../element.js';
import { money } from '../money.js';
import { heading } from '../parts/heading.js';
import { picture } from '../parts/picture.js';
import { productCard } from '../parts/productCard.js';
import { quantity } from '../parts/quantity.js';
import type { Page, Product, Shop } from '../Shop.js';
import { notFound } from './notFound.js';

/** One product, with the way into the cart. */
export const product: Page = (shop, visit) => {
  const shown = shop.products.find(({ id }) => id === visit.parameters.id);
  if (!shown) return notFound(shop, visit);
  return element(
    'div',
    { class: 'page product' },
    element('p', { class: 'crumbs' }, element('a', { href: '/' }, 'Everything'), ' / ', shown.name),
    element('div', { class: 'product-main' }, picture(shown), details(shown, shop)),
    alsoLike(shown, shop),
  );
};

function details(shown: Product, shop: Shop): HTMLElement {
  return element(
    'div',
    { class: 'product-words' },
    heading(shown.name),
    element('p', { class: 'price big' }, money(shown.price)),
    element('p', { class: 'lead' }, shown.about),
    buy(shown, shop),
    element(
      'dl',
      { class: 'facts' },
      ...fact('Material', shown.material),
      ...fact('Size', shown.size),
      ...fact('Delivery', 'Three to five working days, free from £80'),
      ...fact('Returns', '60 days, free'),
    ),
  );
}

function fact(name: string, value: string): HTMLElement[] {
  return [element('dt', {}, name), element('dd', {}, value)];
}

function buy(shown: Product, shop: Shop): HTMLElement {
  let count = 1;
  const status = element('p', { class: 'added', role: 'status' });
  const add = () => {
    addToCart(shop, shown, count);
    status.replaceChildren(
      element(
        'span',
        { 'data-test': 'added' },
        count === 1 ? 'In your cart. ' : `${count} in your cart. `,
        element('a', { href: '/cart', 'data-test': 'view-cart' }, 'View cart'),
      ),
    );
  };
  return element(
    'div',
    { class: 'buy', 'data-beforehand-context': 'add to cart product' },
    quantity({ of: shown.name, value: 1, onChange: (value) => (count = value) }),
    element(
      'button',
      { type: 'button', class: 'button', 'data-test': 'add-to-cart', on: { click: add } },
      'Add to cart',
    ),
    status,
  );
}

/** With the fault, an ordinary mistake: what should hold the products isn't there. */
function addToCart({ cart, faults }: Shop, { id }: Product, count: number): void {
  const shelf = faults.has('add') ? (undefined as unknown as Shop['cart']) : cart;
  shelf.add(id, count);
}

function alsoLike(shown: Product, { products }: Shop): HTMLElement {
  const others = products.filter(({ id }) => id !== shown.id);
  const same = others.filter(({ room }) => room === shown.room);
  return element(
    'section',
    { class: 'also', 'aria-labelledby': 'also' },
    element('h2', { id: 'also' }, 'Goes well with it'),
    element(
      'ul',
      { class: 'grid' },
      ...[...new Set([...same, ...others])].slice(0, 4).map(productCard),
    ),
  );
}
