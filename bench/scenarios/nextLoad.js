/**
 * Resolves when another page has loaded; to be asked before what leads there. Who gives up before
 * that leaves nothing behind that fails alone.
 *
 * @param {import('playwright-core').Page} page
 */
export function nextLoad(page) {
  const loaded = page.waitForEvent('load', { timeout: 20_000 });
  loaded.catch(() => {});
  return loaded;
}
