import { fetchArticles, fetchProducts } from './api.js';
import { createCart } from './cart.js';
import { createFaults } from './faults.js';
import { createFrame, createSkipLink } from './frame.js';
import type { Memory } from './memory.js';
import { aboutArticle } from './pages/aboutArticle.js';
import { account } from './pages/account.js';
import { cart } from './pages/cart.js';
import { contact } from './pages/contact.js';
import { help } from './pages/help.js';
import { home } from './pages/home.js';
import { notFound } from './pages/notFound.js';
import { order } from './pages/order.js';
import { payment } from './pages/payment.js';
import { product } from './pages/product.js';
import { shipping } from './pages/shipping.js';
import { createRouter } from './router.js';
import type { Shop } from './Shop.js';
import { createToolbar } from './toolbar.js';

const ROUTES = [
  { path: '/', page: home },
  { path: '/product/:id', page: product },
  { path: '/cart', page: cart },
  { path: '/shipping', page: shipping },
  { path: '/payment', page: payment },
  { path: '/order/:number', page: order },
  { path: '/account', page: account },
  { path: '/help', page: help },
  { path: '/help/:article', page: aboutArticle },
  { path: '/contact', page: contact },
];

/**
 * Puts the shop into the page.
 *
 * @param memory - where the cart, the faults and the visitor's details are kept
 */
export async function openShop(memory: Memory): Promise<Shop> {
  const [products, articles] = await Promise.all([fetchProducts(), fetchArticles()]);
  const main = document.createElement('main');
  const router = createRouter({ routes: ROUTES, notFound, outlet: main });
  const shop: Shop = {
    products,
    articles,
    memory,
    cart: createCart(products, memory),
    faults: createFaults(memory),
    navigate: (path) => void router.navigate(shop, path),
  };
  document.body.append(createSkipLink(), createToolbar(shop), createFrame(shop, main));
  await router.start(shop);
  return shop;
}
