import { saveAccount } from '../api.js';
import { element } from '../element.js';
import { checkMail } from '../parts/checks.js';
import { areValid, field, form } from '../parts/field.js';
import { heading } from '../parts/heading.js';
import type { Page, Shop } from '../Shop.js';

/** The visitor's details and orders. */
export const account: Page = (shop) =>
  element(
    'div',
    { class: 'page narrow' },
    heading('Your account'),
    element('p', { class: 'lead' }, 'What we know of you, which is not much.'),
    detailsForm(shop),
    orders(shop),
  );

function detailsForm({ memory }: Shop): HTMLElement {
  const known = memory.get<Record<string, string>>('account') ?? {};
  const fields = [
    field({ label: 'Name', name: 'name', value: known.name, input: { autocomplete: 'name' } }),
    field({
      label: 'Email',
      name: 'email',
      value: known.email,
      input: { type: 'email', autocomplete: 'email' },
      check: checkMail,
    }),
  ];
  const news = element('input', {
    type: 'checkbox',
    'data-test': 'newsletter',
    checked: known.news === 'yes',
  });
  const status = element('p', { class: 'added', role: 'status' });
  const save = async () => {
    status.replaceChildren();
    if (!areValid(fields)) return;
    const details = {
      ...Object.fromEntries(fields.map((each) => [each.input.name, each.value()])),
      news: news.checked ? 'yes' : 'no',
    };
    await saveAccount(details);
    memory.set('account', details);
    status.replaceChildren(element('span', { 'data-test': 'account-saved' }, 'Saved.'));
  };
  return form(
    { class: 'form', 'data-beforehand-context': 'account details' },
    () => void save(),
    ...fields.map(({ root }) => root),
    element(
      'label',
      { class: 'choice' },
      news,
      element(
        'span',
        {},
        element('strong', {}, 'Four letters a year'),
        element('small', {}, 'New things, and how they are made'),
      ),
    ),
    element('button', { type: 'submit', class: 'button', 'data-test': 'save-account' }, 'Save'),
    status,
  );
}

function orders({ memory }: Shop): HTMLElement {
  const numbers = memory.get<string[]>('orders') ?? [];
  return element(
    'section',
    { class: 'orders', 'aria-labelledby': 'orders' },
    element('h2', { id: 'orders' }, 'Orders'),
    numbers.length
      ? element(
          'ul',
          { class: 'plain' },
          ...numbers.map((number) =>
            element(
              'li',
              {},
              element('a', { href: `/order/${number}` }, `Order ${number}`),
              element('span', { class: 'muted' }, 'Being packed'),
            ),
          ),
        )
      : element('p', { class: 'muted' }, 'None yet.'),
  );
}
