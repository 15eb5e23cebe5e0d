import type { Page, Shop, Visit } from './Shop.js';

export interface Route {
  /** `/product/:id`: a part that begins with a colon takes any value. */
  readonly path: string;
  readonly page: Page;
}

export interface RouterOptions {
  readonly routes: readonly Route[];
  readonly notFound: Page;
  readonly outlet: HTMLElement;
}

/** Query parameters of the demo itself, which stay while the visitor goes from page to page. */
const KEPT = ['beforehand-inspector', 'fault'];

/** Shows the page that belongs to the address, and follows links, back and forward. */
export function createRouter({ routes, notFound, outlet }: RouterOptions) {
  let leave = new AbortController();

  const show = async (shop: Shop) => {
    leave.abort();
    const here = (leave = new AbortController());
    const { page, parameters } = findPage(routes, location.pathname) ?? {
      page: notFound,
      parameters: {},
    };
    const content = await page(shop, { parameters, left: here.signal });
    if (here.signal.aborted) return;
    outlet.replaceChildren(content);
    document.title = `${content.querySelector('h1')?.textContent ?? 'Hollin'} · Hollin`;
  };

  return {
    show,
    start: (shop: Shop) => {
      addEventListener('popstate', () => void show(shop));
      document.addEventListener('click', (event) => followLink(event, shop));
      return show(shop);
    },
    navigate: async (shop: Shop, path: string) => {
      history.pushState(null, '', path + keptQuery());
      await show(shop);
      scrollTo(0, 0);
      // As after a page load, reading goes on at the top of what is new.
      outlet.querySelector('h1')?.focus({ preventScroll: true });
    },
  };
}

export function findPage(routes: readonly Route[], pathname: string) {
  for (const { path, page } of routes) {
    const parameters = match(path, pathname);
    if (parameters) return { page, parameters };
  }
  return undefined;
}

function match(pattern: string, pathname: string): Visit['parameters'] | undefined {
  const [wanted, given] = [pattern, pathname].map((path) => path.split('/').filter(Boolean)) as [
    string[],
    string[],
  ];
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    if (part.startsWith(':')) parameters[part.slice(1)] = given[i]!;
    else if (part !== given[i]) return undefined;
  }
  return parameters;
}

function keptQuery(): string {
  const kept = location.search
    .slice(1)
    .split('&')
    .filter((part) => KEPT.includes(part.split('=')[0]!));
  return kept.length ? `?${kept.join('&')}` : '';
}

/** Links inside the shop don't load a page, unless they ask for it with `data-load`. */
function followLink(event: MouseEvent, shop: Shop): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || modified || event.button !== 0 || event.defaultPrevented) return;
  if (link.origin !== location.origin || link.target || link.hash || 'load' in link.dataset) return;
  event.preventDefault();
  shop.navigate(link.pathname);
}
