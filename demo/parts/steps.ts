import { element } from '../element.js';

const STEPS = [
  ['/cart', 'Cart'],
  ['/shipping', 'Delivery'],
  ['/payment', 'Payment'],
] as const;

/** Where in the checkout the visitor is; steps that are done lead back. */
export function steps(current: (typeof STEPS)[number][0]): HTMLElement {
  const reached = STEPS.findIndex(([path]) => path === current);
  return element(
    'ol',
    { class: 'steps', 'aria-label': 'Checkout' },
    ...STEPS.map(([path, name], i) =>
      element(
        'li',
        {
          'aria-current': i === reached ? 'step' : undefined,
          class: i < reached ? 'is-done' : undefined,
        },
        i < reached ? element('a', { href: path }, name) : name,
      ),
    ),
  );
}
