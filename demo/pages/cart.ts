import { fetchDiscount } from '../api.js';
import type { Line } from '../cart.js';
import { element } from '../element.js';
import { money } from '../money.js';
import { emptyCart } from '../parts/emptyCart.js';
import { field, form } from '../parts/field.js';
import { heading } from '../parts/heading.js';
import { picture } from '../parts/picture.js';
import { quantity } from '../parts/quantity.js';
import { steps } from '../parts/steps.js';
import { summary } from '../parts/summary.js';
import type { Page, Product, Shop, Visit } from '../Shop.js';

/** What the visitor means to buy. */
export const cart: Page = (shop, visit) => {
  if (shop.cart.count() === 0) return emptyCart();
  const page = element('div', { class: 'page checkout' });
  shop.cart.onChange(() => {
    if (shop.cart.count() === 0) page.replaceChildren(...emptyCart().children);
    page.classList.toggle('empty', shop.cart.count() === 0);
  }, visit.left);
  page.append(
    steps('/cart'),
    heading('Your cart'),
    element(
      'div',
      { class: 'columns' },
      element(
        'ul',
        { class: 'lines' },
        ...shop.cart.state().lines.flatMap((line) => row(line, shop, visit)),
      ),
      element(
        'section',
        { class: 'panel', 'aria-label': 'Summary' },
        coupon(shop),
        summary(shop.cart, visit.left),
        element(
          'a',
          { class: 'button wide', href: '/shipping', 'data-test': 'checkout' },
          'Check out',
        ),
        element('p', { class: 'small' }, 'Free delivery from £80 · 60 days to return'),
      ),
    ),
  );
  return page;
};

function row({ id, quantity: count }: Line, shop: Shop, visit: Visit): HTMLElement[] {
  const product = shop.products.find((each) => each.id === id);
  return product ? [line(product, count, shop, visit)] : [];
}

/** The line changes in place: pressing + quickly must never lose the button under the finger. */
function line(product: Product, count: number, { cart }: Shop, { left }: Visit): HTMLElement {
  const { id, name, price, material } = product;
  const sum = element('span', { class: 'price' }, money(price * count));
  const root = element(
    'li',
    { class: 'line', 'data-test': `line-${id}` },
    element('a', { href: `/product/${id}`, tabindex: -1, 'aria-hidden': 'true' }, picture(product)),
    element(
      'div',
      { class: 'line-words' },
      element('a', { class: 'card-name', href: `/product/${id}` }, name),
      element('span', { class: 'muted' }, material),
    ),
    quantity({ of: name, value: count, onChange: (value) => cart.setQuantity(id, value) }),
    sum,
    element(
      'button',
      {
        type: 'button',
        class: 'link',
        'data-test': 'remove',
        'aria-label': `Remove ${name}`,
        on: { click: () => cart.setQuantity(id, 0) },
      },
      'Remove',
    ),
  );
  cart.onChange(() => {
    const now = cart.state().lines.find((other) => other.id === id);
    if (now) sum.textContent = money(price * now.quantity);
    else root.remove();
  }, left);
  return root;
}

function coupon(shop: Shop): HTMLElement {
  const code = field({
    label: 'Coupon code',
    name: 'coupon',
    input: { autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false' },
  });
  const status = element('p', {
    class: 'coupon-status',
    role: 'status',
    'data-test': 'coupon-status',
  });
  const apply = () => {
    if (!shop.faults.has('coupon')) void applyCoupon(shop, code, status);
  };
  const button = element(
    'button',
    { type: 'button', class: 'button quiet', 'data-test': 'apply-coupon', on: { click: apply } },
    'Apply',
  );
  code.input.after(button);
  return form(
    { class: 'coupon', 'data-beforehand-context': 'coupon code discount' },
    apply,
    code.root,
    status,
  );
}

async function applyCoupon(
  { cart }: Shop,
  code: ReturnType<typeof field>,
  status: HTMLElement,
): Promise<void> {
  const given = code.value().toUpperCase();
  const percent = given ? await fetchDiscount(given) : 0;
  code.refuse(percent ? undefined : given ? 'We don’t know this code.' : 'Enter a code.');
  status.textContent = percent ? `${percent} % off, thank you.` : '';
  if (percent) cart.setCoupon({ code: given, percent });
}
