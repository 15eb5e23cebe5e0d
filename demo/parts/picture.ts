import { element } from '../element.js';
import type { Product } from '../Shop.js';

/** A product on a tile of its room's colour. Decoration: its name always stands beside it. */
export function picture({ id, room }: Product, { lazy = false } = {}): HTMLElement {
  return element(
    'span',
    { class: `tile tile-${room}` },
    element('img', {
      src: `/pictures/${id}.svg`,
      alt: '',
      width: 400,
      height: 400,
      loading: lazy ? 'lazy' : undefined,
    }),
  );
}
