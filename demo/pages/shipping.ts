import type { Delivery } from '../cart.js';
import { element } from '../element.js';
import { checkMail, checkPostcode, isBarePostcode } from '../parts/checks.js';
import { checkoutPage } from '../parts/checkoutPage.js';
import { emptyCart } from '../parts/emptyCart.js';
import { areValid, field, form, type Field } from '../parts/field.js';
import type { Page, Shop } from '../Shop.js';

/** Where it goes, and how fast. */
export const shipping: Page = (shop, visit) => {
  if (shop.cart.count() === 0) return emptyCart();
  return checkoutPage(
    { step: '/shipping', title: 'Where shall we send it?', form: addressForm(shop) },
    shop,
    visit,
  );
};

function addressForm(shop: Shop): HTMLElement {
  const known = shop.memory.get<Record<string, string>>('address') ?? {};
  const fields = addressFields(known);
  const goOn = () => {
    if (!isAccepted(shop, fields)) return;
    shop.memory.set(
      'address',
      Object.fromEntries(fields.map((each) => [each.input.name, each.value()])),
    );
    shop.navigate('/payment');
  };
  return form(
    { class: 'form', 'data-beforehand-context': 'delivery address postcode' },
    goOn,
    ...fields.map(({ root }) => root),
    deliveryChoice(shop),
    element(
      'button',
      { type: 'submit', class: 'button', 'data-test': 'continue' },
      'Continue to payment',
    ),
  );
}

function addressFields(known: Readonly<Record<string, string>>): Field[] {
  return [
    field({ label: 'Name', name: 'name', value: known.name, input: { autocomplete: 'name' } }),
    field({
      label: 'Email',
      name: 'email',
      hint: 'For the order and the parcel, nothing else',
      value: known.email,
      input: { type: 'email', autocomplete: 'email' },
      check: checkMail,
    }),
    field({
      label: 'Street and number',
      name: 'street',
      value: known.street,
      input: { autocomplete: 'street-address' },
    }),
    field({
      label: 'Town',
      name: 'town',
      value: known.town,
      input: { autocomplete: 'address-level2' },
    }),
    field({
      label: 'Postcode',
      name: 'postcode',
      value: known.postcode,
      input: { autocomplete: 'postal-code', autocapitalize: 'characters' },
      check: checkPostcode,
    }),
  ];
}

/** With the fault, a postcode in an ordinary spelling is marked, and that is all that happens. */
function isAccepted({ faults }: Shop, fields: readonly Field[]): boolean {
  const postcode = fields.find(({ input }) => input.name === 'postcode')!;
  if (!faults.has('postcode')) return areValid(fields);
  const others = areValid(fields.filter((each) => each !== postcode));
  const bare = isBarePostcode(postcode.value());
  postcode.refuse(bare ? undefined : '');
  return others && bare;
}

function deliveryChoice({ cart }: Shop): HTMLElement {
  const option = (value: Delivery, name: string, detail: string) =>
    element(
      'label',
      { class: 'choice' },
      element('input', {
        type: 'radio',
        name: 'delivery',
        value,
        'data-test': `delivery-${value}`,
        checked: cart.state().delivery === value,
        on: { change: () => cart.setDelivery(value) },
      }),
      element('span', {}, element('strong', {}, name), element('small', {}, detail)),
    );
  return element(
    'fieldset',
    { class: 'choices' },
    element('legend', {}, 'Delivery'),
    option('standard', 'Standard', 'Three to five working days, free from £80'),
    option('express', 'Express', 'The next working day, £9.50'),
  );
}
