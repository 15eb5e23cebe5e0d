import { element } from '../element.js';
import type { Shop, Visit } from '../Shop.js';
import { heading } from './heading.js';
import { lines } from './lines.js';
import { steps } from './steps.js';
import { summary } from './summary.js';

export interface CheckoutPageOptions {
  readonly step: '/shipping' | '/payment';
  readonly title: string;
  readonly form: HTMLElement;
}

/** A step of the checkout: its form, and beside it what is being ordered. */
export function checkoutPage(
  { step, title, form }: CheckoutPageOptions,
  { cart, products }: Shop,
  { left }: Visit,
) {
  return element(
    'div',
    { class: 'page checkout' },
    steps(step),
    heading(title),
    element(
      'div',
      { class: 'columns' },
      form,
      element(
        'section',
        { class: 'panel', 'aria-label': 'Your order' },
        lines(cart.state().lines, products),
        summary(cart, left),
      ),
    ),
  );
}
