import { element } from '../element.js';
import { heading } from './heading.js';

export function emptyCart(): HTMLElement {
  return element(
    'div',
    { class: 'page empty' },
    element('img', { src: '/pictures/oak-tray.svg', alt: '', width: 200, height: 200 }),
    heading('Your cart is empty'),
    element('p', { class: 'muted' }, 'Nothing in it yet. There is no hurry.'),
    element('a', { class: 'button', href: '/', 'data-test': 'go-shopping' }, 'Look around'),
  );
}
