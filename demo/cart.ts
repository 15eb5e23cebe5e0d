import type { Memory } from './memory.js';
import type { Product } from './Shop.js';

export interface Line {
  readonly id: string;
  readonly quantity: number;
}

export interface Coupon {
  readonly code: string;
  readonly percent: number;
}

export type Delivery = 'standard' | 'express';

interface CartState {
  readonly lines: readonly Line[];
  readonly coupon?: Coupon;
  readonly delivery: Delivery;
}

/** Amounts in pounds. */
export interface Totals {
  readonly goods: number;
  readonly discount: number;
  readonly delivery: number;
  readonly total: number;
}

export interface Cart {
  state(): CartState;
  count(): number;
  totals(): Totals;
  add(id: string, quantity: number): void;
  /** 0 takes the line away. */
  setQuantity(id: string, quantity: number): void;
  setCoupon(coupon: Coupon): void;
  setDelivery(delivery: Delivery): void;
  clear(): void;
  /** Calls back after every change, until the signal aborts. */
  onChange(listener: () => void, until: AbortSignal): void;
}

const EMPTY: CartState = { lines: [], delivery: 'standard' };
const FREE_FROM = 80;
const STANDARD = 4.9;
const EXPRESS = 9.5;

export function createCart(products: readonly Product[], memory: Memory): Cart {
  const changes = new EventTarget();
  let state = memory.get<CartState>('cart') ?? EMPTY;
  const change = (part: Partial<CartState>) => {
    state = { ...state, ...part };
    memory.set('cart', state);
    changes.dispatchEvent(new Event('change'));
  };
  const quantityOf = (id: string) => state.lines.find((line) => line.id === id)?.quantity ?? 0;
  const setQuantity = (id: string, quantity: number) =>
    change({ lines: withQuantity(state.lines, id, quantity) });

  return {
    state: () => state,
    count: () => state.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    totals: () => computeTotals(state, products),
    add: (id, quantity) => setQuantity(id, quantityOf(id) + quantity),
    setQuantity,
    setCoupon: (coupon) => change({ coupon }),
    setDelivery: (delivery) => change({ delivery }),
    clear: () => {
      state = EMPTY;
      change({});
    },
    onChange: (listener, signal) => changes.addEventListener('change', listener, { signal }),
  };
}

/** A line keeps its place when its quantity changes; a new one goes last. */
function withQuantity(lines: readonly Line[], id: string, quantity: number): readonly Line[] {
  if (quantity <= 0) return lines.filter((line) => line.id !== id);
  const line = { id, quantity };
  return lines.some((other) => other.id === id)
    ? lines.map((other) => (other.id === id ? line : other))
    : [...lines, line];
}

/** Discount first, then delivery: free from £80 of what is left to pay. */
export function computeTotals(
  { lines, coupon, delivery }: CartState,
  products: readonly Product[],
): Totals {
  const priceOf = (id: string) => products.find((product) => product.id === id)?.price ?? 0;
  const goods = lines.reduce((sum, { id, quantity }) => sum + priceOf(id) * quantity, 0);
  const discount = Math.round(goods * (coupon?.percent ?? 0)) / 100;
  const standard = goods - discount >= FREE_FROM ? 0 : STANDARD;
  const carriage = delivery === 'express' ? EXPRESS : standard;
  return { goods, discount, delivery: carriage, total: goods - discount + carriage };
}
