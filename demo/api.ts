import type { Line, Totals } from './cart.js';
import type { HelpArticle, Product } from './Shop.js';

export interface Order {
  readonly lines: readonly Line[];
  readonly totals: Totals;
  readonly delivery: string;
  readonly town: string;
}

export const fetchProducts = (): Promise<Product[]> => request('GET', '/api/products');

export const searchProducts = (query: string): Promise<Product[]> =>
  request('GET', `/api/products?q=${encodeURIComponent(query)}`);

/** @returns the discount in percent, 0 for a code that isn't known */
export async function fetchDiscount(code: string): Promise<number> {
  const { percent } = await request<{ percent: number }>('POST', '/api/coupon', { code });
  return percent;
}

/** @returns the order's number */
export async function pay(order: Order, waitMs: number): Promise<string> {
  const { number } = await request<{ number: string }>(
    'POST',
    `/api/payment?wait=${waitMs}`,
    order,
  );
  return number;
}

export const fetchOrder = (number: string): Promise<Order> =>
  request('GET', `/api/orders/${number}`);

export const sendMessage = (message: Record<string, string>): Promise<unknown> =>
  request('POST', '/api/messages', message);

export const saveAccount = (account: Record<string, string>): Promise<unknown> =>
  request('PUT', '/api/account', account);

/** The help centre shows the articles that the assistant is configured with. */
export async function fetchArticles(): Promise<HelpArticle[]> {
  const { articles } = await request<{ articles: HelpArticle[] }>('GET', '/beforehand.json');
  return articles;
}

async function request<Reply>(method: string, path: string, body?: unknown): Promise<Reply> {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return (await response.json()) as Reply;
}
