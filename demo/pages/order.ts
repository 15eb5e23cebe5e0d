import { fetchOrder, type Order } from '../api.js';
import { element } from '../element.js';
import { money } from '../money.js';
import { heading } from '../parts/heading.js';
import { lines } from '../parts/lines.js';
import type { Page, Shop } from '../Shop.js';
import { notFound } from './notFound.js';

/** Thank you. */
export const order: Page = async (shop, visit) => {
  const number = visit.parameters.number ?? '';
  const found = await fetchOrder(number).catch(() => undefined);
  return found ? thanks(number, found, shop) : notFound(shop, visit);
};

function thanks(
  number: string,
  { lines: ordered, totals, delivery, town }: Order,
  shop: Shop,
): HTMLElement {
  const arrival = delivery === 'express' ? 'tomorrow' : 'in three to five working days';
  return element(
    'div',
    { class: 'page narrow thanks', 'data-test': 'order-placed' },
    element('span', { class: 'tick', 'aria-hidden': 'true' }),
    heading('Thank you, it is on its way'),
    element(
      'p',
      { class: 'lead' },
      `Your order ${number} will be ${town ? `in ${town}` : 'with you'} ${arrival}. An email tells you when it leaves us.`,
    ),
    element(
      'section',
      { class: 'panel', 'aria-label': 'Your order' },
      lines(ordered, shop.products),
      element(
        'dl',
        { class: 'totals' },
        element(
          'div',
          { class: 'row-total' },
          element('dt', {}, 'Paid'),
          element('dd', {}, money(totals.total)),
        ),
      ),
    ),
    element('a', { class: 'button quiet', href: '/' }, 'Back to the shop'),
  );
}
