import { element } from '../element.js';
import { heading } from '../parts/heading.js';
import type { Page } from '../Shop.js';

export const notFound: Page = () =>
  element(
    'div',
    { class: 'page empty', 'data-test': 'not-found' },
    element('img', { src: '/pictures/moth-lamp.svg', alt: '', width: 200, height: 200 }),
    heading('Nothing here'),
    element('p', { class: 'muted' }, 'This page doesn’t exist, or no longer does.'),
    element('a', { class: 'button', href: '/' }, 'Back to the shop'),
  );
