import { pay } from '../api.js';
import { element } from '../element.js';
import { money } from '../money.js';
import { checkCardNumber, checkExpiry, checkSecurityCode } from '../parts/checks.js';
import { checkoutPage } from '../parts/checkoutPage.js';
import { emptyCart } from '../parts/emptyCart.js';
import { areValid, field, form, type Field } from '../parts/field.js';
import type { Page, Shop } from '../Shop.js';

/** How long the broken payment keeps the visitor waiting. */
const SLOW_MS = 8000;

/** The last step. */
export const payment: Page = (shop, visit) => {
  if (shop.cart.count() === 0) return emptyCart();
  return checkoutPage(
    { step: '/payment', title: 'How would you like to pay?', form: cardForm(shop) },
    shop,
    visit,
  );
};

function cardForm(shop: Shop): HTMLElement {
  const fields = cardFields();
  const total = money(shop.cart.totals().total);
  const status = element('p', { class: 'pay-status', role: 'status', 'data-test': 'pay-status' });
  const button = element(
    'button',
    { type: 'submit', class: 'button', 'data-test': 'pay' },
    `Pay ${total}`,
  );
  let underWay = false;
  const submit = async () => {
    // Impatient presses must not order twice.
    if (underWay || !areValid(fields)) return;
    underWay = true;
    if (!shop.faults.has('payment')) status.textContent = 'Asking your bank …';
    await order(shop).catch(() => {
      status.textContent = 'The payment didn’t go through. Nothing was charged.';
    });
    underWay = false;
  };
  return form(
    { class: 'form', 'data-beforehand-context': 'payment card pay' },
    () => void submit(),
    element(
      'p',
      { class: 'note' },
      'Any 16 digits will do: this shop charges nobody, and keeps no number.',
    ),
    ...fields.map(({ root }) => root),
    button,
    status,
  );
}

function cardFields(): Field[] {
  return [
    field({
      label: 'Card number',
      name: 'card',
      input: {
        autocomplete: 'cc-number',
        inputmode: 'numeric',
        placeholder: '4242 4242 4242 4242',
      },
      check: checkCardNumber,
    }),
    field({
      label: 'Valid until',
      name: 'expiry',
      input: { autocomplete: 'cc-exp', inputmode: 'numeric', placeholder: '04/29' },
      check: checkExpiry,
    }),
    field({
      label: 'Security code',
      name: 'cvc',
      input: { autocomplete: 'cc-csc', inputmode: 'numeric', placeholder: '123' },
      check: checkSecurityCode,
    }),
  ];
}

async function order({ cart, faults, memory, ...shop }: Shop): Promise<void> {
  const { lines, delivery } = cart.state();
  const town = memory.get<Record<string, string>>('address')?.town ?? '';
  const wait = faults.has('payment') ? SLOW_MS : 0;
  const number = await pay({ lines, delivery, town, totals: cart.totals() }, wait);
  memory.set('orders', [number, ...(memory.get<string[]>('orders') ?? [])]);
  shop.navigate(`/order/${number}`);
  cart.clear();
}
