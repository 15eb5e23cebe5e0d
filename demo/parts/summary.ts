import type { Cart } from '../cart.js';
import { element } from '../element.js';
import { money } from '../money.js';

/** What is to be paid, kept up to date until the page is left. */
export function summary(cart: Cart, left: AbortSignal): HTMLElement {
  const list = element('dl', { class: 'totals' });
  const show = () => list.replaceChildren(...rows(cart));
  show();
  cart.onChange(show, left);
  return list;
}

function rows(cart: Cart): HTMLElement[] {
  const { goods, discount, delivery, total } = cart.totals();
  const { coupon } = cart.state();
  return [
    row('Goods', money(goods), 'goods'),
    ...(coupon ? [row(`Coupon ${coupon.code}`, `−${money(discount)}`, 'discount')] : []),
    row('Delivery', delivery ? money(delivery) : 'Free', 'delivery-price'),
    row('Total', money(total), 'total'),
  ];
}

function row(name: string, amount: string, test: string): HTMLElement {
  return element(
    'div',
    { class: `row-${test}` },
    element('dt', {}, name),
    element('dd', { 'data-test': test }, amount),
  );
}
