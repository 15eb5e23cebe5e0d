import { searchProducts } from '../api.js';
import { element } from '../element.js';
import { heading } from '../parts/heading.js';
import { productCard } from '../parts/productCard.js';
import type { Page, Product, Room, Shop } from '../Shop.js';

const ROOMS: readonly (readonly [Room | 'all', string])[] = [
  ['all', 'All'],
  ['living', 'Living'],
  ['kitchen', 'Kitchen'],
  ['light', 'Light'],
  ['sleep', 'Sleep'],
];

/** What we make, to search and to look through by room. */
export const home: Page = (shop) => element('div', { class: 'page home' }, hero(), catalogue(shop));

function hero(): HTMLElement {
  return element(
    'section',
    { class: 'hero' },
    element(
      'div',
      { class: 'hero-words' },
      element('p', { class: 'eyebrow' }, 'Autumn, a small collection'),
      heading('Things for a quiet house'),
      element(
        'p',
        { class: 'lead' },
        'Stoneware, linen, wood and warm light. Made in small numbers, mended for free, and never in a hurry.',
      ),
    ),
    element('img', { src: '/pictures/hero.svg', alt: '', width: 720, height: 560 }),
  );
}

function catalogue(shop: Shop): HTMLElement {
  const state: { room: Room | 'all'; query: string; found: readonly Product[] } = {
    room: 'all',
    query: '',
    found: shop.products,
  };
  const results = element('div', { class: 'results' });
  const rooms = ROOMS.map(([room, name]) => roomButton(room, name, () => choose(room)));
  const show = () => {
    const products = state.found.filter(({ room }) => state.room === 'all' || room === state.room);
    for (const button of rooms) {
      button.setAttribute('aria-pressed', String(button.dataset.room === state.room));
    }
    results.replaceChildren(
      ...(products.length ? list(products, state.query) : nothing(state.query, clear)),
    );
  };
  const choose = (room: Room | 'all') => {
    state.room = room;
    show();
  };
  const search = async (query: string) => {
    state.query = query;
    state.found = query ? await find(shop, query) : shop.products;
    show();
  };
  const clear = () => {
    state.room = 'all';
    input.value = '';
    void search('');
    input.focus();
  };
  const input = searchInput(search);
  show();

  return element(
    'section',
    {
      class: 'catalogue',
      'aria-labelledby': 'catalogue',
      'data-beforehand-context': 'search find product',
    },
    element('h2', { id: 'catalogue', class: 'sr-only' }, 'Everything we make'),
    element(
      'div',
      { class: 'finder' },
      searchForm(input, search),
      element('div', { class: 'rooms', role: 'group', 'aria-label': 'Room' }, ...rooms),
    ),
    results,
  );
}

/** With the fault, the question is asked and the answer is lost. */
async function find({ faults }: Shop, query: string): Promise<readonly Product[]> {
  const found = await searchProducts(query);
  return faults.has('search') ? [] : found;
}

function searchInput(search: (query: string) => Promise<void>): HTMLInputElement {
  const input = element('input', {
    type: 'search',
    name: 'q',
    'aria-label': 'Search the shop',
    placeholder: 'Lamp, bowl, wool …',
    autocomplete: 'off',
    'data-test': 'search',
  });
  input.addEventListener('input', () => {
    if (!input.value) void search('');
  });
  return input;
}

function searchForm(
  input: HTMLInputElement,
  search: (query: string) => Promise<void>,
): HTMLElement {
  return element(
    'form',
    {
      class: 'search',
      role: 'search',
      on: {
        submit: (event) => {
          event.preventDefault();
          void search(input.value.trim());
        },
      },
    },
    input,
    element('button', { type: 'submit', 'data-test': 'search-go' }, 'Search'),
  );
}

function roomButton(room: Room | 'all', name: string, choose: () => void): HTMLButtonElement {
  return element(
    'button',
    {
      type: 'button',
      class: 'chip',
      'data-room': room,
      'data-test': `room-${room}`,
      on: { click: choose },
    },
    name,
  );
}

function list(products: readonly Product[], query: string): HTMLElement[] {
  const things = `${products.length} ${products.length === 1 ? 'thing' : 'things'}`;
  return [
    element(
      'p',
      { class: 'muted', role: 'status', 'data-test': 'found' },
      query ? `${things} for “${query}”` : things,
    ),
    element('ul', { class: 'grid' }, ...products.map(productCard)),
  ];
}

function nothing(query: string, clear: () => void): HTMLElement[] {
  return [
    element(
      'div',
      { class: 'nothing', 'data-test': 'nothing-found' },
      element(
        'p',
        { role: 'status' },
        query ? `Nothing found for “${query}”.` : 'Nothing in this room.',
      ),
      element(
        'button',
        { type: 'button', class: 'button quiet', on: { click: clear } },
        'Show everything',
      ),
    ),
  ];
}
