import { element } from './element.js';
import type { Shop } from './Shop.js';

/** What is around every page: header and footer. */
export function createFrame(shop: Shop, main: HTMLElement): HTMLElement {
  main.id = 'main';
  main.tabIndex = -1;
  return element('div', { class: 'shop' }, header(shop), main, footer());
}

/** The first link of the page. */
export function createSkipLink(): HTMLElement {
  return element('a', { class: 'skip', href: '#main' }, 'Skip to content');
}

function header(shop: Shop): HTMLElement {
  return element(
    'header',
    { class: 'header' },
    element('a', { class: 'wordmark', href: '/', 'data-test': 'home' }, 'hollin'),
    element(
      'nav',
      { class: 'nav', 'aria-label': 'Shop' },
      element('a', { href: '/', 'data-test': 'nav-shop' }, 'Shop'),
      element('a', { href: '/help', 'data-test': 'nav-help' }, 'Help'),
      element('a', { href: '/account', 'data-test': 'nav-account' }, 'Account'),
      cartLink(shop),
    ),
  );
}

function cartLink({ cart }: Shop): HTMLElement {
  const count = element('span', { class: 'count', 'data-test': 'cart-count' });
  const link = element(
    'a',
    { class: 'cart-link', href: '/cart', 'data-test': 'nav-cart' },
    'Cart ',
    count,
  );
  const show = () => {
    const n = cart.count();
    count.textContent = String(n);
    count.classList.toggle('is-empty', n === 0);
    link.setAttribute('aria-label', `Cart, ${n} ${n === 1 ? 'thing' : 'things'}`);
  };
  show();
  cart.onChange(show, new AbortController().signal);
  return link;
}

function footer(): HTMLElement {
  return element(
    'footer',
    { class: 'footer' },
    element(
      'div',
      { class: 'footer-words' },
      element('p', { class: 'wordmark' }, 'hollin'),
      element(
        'p',
        {},
        'A few good things for a quiet house, made in small numbers and meant to last.',
      ),
    ),
    column('Help', [
      ['Delivery', '/help/delivery-times'],
      ['Returns', '/help/returns'],
      ['All questions', '/help'],
    ]),
    column('Hollin', [
      ['Everything we make', '/'],
      ['Your account', '/account'],
      ['Contact us', '/contact'],
    ]),
    element('p', { class: 'small' }, 'Hollin is invented, and nothing can be bought here.'),
  );
}

function column(title: string, links: readonly (readonly [string, string])[]): HTMLElement {
  return element(
    'nav',
    { 'aria-label': title },
    element('h2', {}, title),
    ...links.map(([text, href]) => element('a', { href }, text)),
  );
}
