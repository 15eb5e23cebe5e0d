import type { Memory } from './memory.js';

export const FAULTS = [
  {
    id: 'coupon',
    name: 'Dead “Apply coupon”',
    effect: 'The button in the cart does nothing at all.',
  },
  { id: 'add', name: 'Broken “Add to cart”', effect: 'Throws an error; nothing is added.' },
  { id: 'payment', name: 'Slow payment', effect: 'Eight seconds without a sign, then it works.' },
  {
    id: 'postcode',
    name: 'Stubborn postcode',
    effect: 'Refuses most spellings and doesn’t say why.',
  },
  { id: 'search', name: 'Blind search', effect: 'Finds nothing, whatever you look for.' },
] as const;

export type FaultId = (typeof FAULTS)[number]['id'];

/** The faults that are switched on. */
export interface Faults {
  has(id: FaultId): boolean;
  count(): number;
  set(id: FaultId, on: boolean): void;
}

/**
 * Keeps the faults in the URL (`?fault=coupon,add`), so that a link shows them, and in memory, so
 * that a page that is opened without them goes on as before. `?fault=` switches all of them off.
 */
export function createFaults(memory: Memory): Faults {
  const given = new URL(location.href).searchParams.get('fault');
  const active = new Set(given === null ? (memory.get<FaultId[]>('faults') ?? []) : toIds(given));
  const keep = () => {
    memory.set('faults', [...active]);
    showInUrl([...active]);
  };
  keep();

  return {
    has: (id) => active.has(id),
    count: () => active.size,
    set: (id, on) => {
      if (on) active.add(id);
      else active.delete(id);
      keep();
    },
  };
}

function toIds(text: string): FaultId[] {
  const named = text.split(',');
  return FAULTS.map(({ id }) => id).filter((id) => named.includes(id));
}

function showInUrl(ids: readonly FaultId[]): void {
  const url = new URL(location.href);
  url.searchParams.delete('fault');
  const others = url.searchParams.toString().replace(/=(?=&|$)/g, '');
  // Written by hand because URLSearchParams would escape the commas.
  const faults = ids.length ? `fault=${ids.join(',')}` : '';
  const query = [others, faults].filter(Boolean).join('&');
  const next = url.pathname + (query && `?${query}`) + url.hash;
  if (next !== location.pathname + location.search + location.hash) {
    history.replaceState(history.state, '', next);
  }
}
