import { beforeAll, describe, expect, it } from 'vitest';
import { bundlePrompt, hidePrompt, seen, showPrompt } from '../fixtures/promptPage.js';
import { useChromium, type OpenOptions } from './harness.js';

const { open } = useChromium();

let script: string;
beforeAll(async () => {
  script = await bundlePrompt("import { card } from './src/prompts/index.js';", 'card()');
});

const SLOT = 'beforehand-slot';
const part = (name: string) => `${SLOT} [part=${name}]`;

function openPage(slot: string, options: Omit<OpenOptions, 'html' | 'scripts'> = {}) {
  const html = `<!doctype html><html lang=en><head><title>Shop</title></head>
    <body style="margin:0"><input id=town><h1>Delivery</h1>${slot}<p id=after>After it</p>
    <script src="/page.js"></script></body></html>`;
  return open({ html, scripts: { 'page.js': script }, ...options });
}

describe('<beforehand-slot>', () => {
  it('shows the offer where the page wants it, and not in a corner', async () => {
    const { page, human, errors } = await openPage(`<${SLOT}></${SLOT}>`);
    const before = await page.locator('#after').boundingBox();
    await showPrompt(page);
    expect(await page.locator('beforehand-prompt').count()).toBe(0);
    const slot = (await page.locator(SLOT).boundingBox())!;
    const after = (await page.locator('#after').boundingBox())!;
    expect(slot.height).toBeGreaterThan(80);
    expect(after.y).toBeGreaterThanOrEqual(before!.y + slot.height);
    await human.click(part('accept'));
    await expect.poll(() => seen(page)).toEqual(['accepted']);
    expect(await page.locator(part('text')).first().innerText()).toContain('Leave out the spaces.');
    expect(errors).toEqual([]);
  });

  it('is as it was when the offer is over, and can be used again', async () => {
    const { page } = await openPage(`<${SLOT} class=ours lang=de></${SLOT}>`);
    const state = () =>
      page.$eval(SLOT, (slot) => [slot.outerHTML, slot.shadowRoot?.childElementCount ?? 0]);
    const before = await state();
    await showPrompt(page);
    await page.locator(part('accept')).waitFor();
    await hidePrompt(page);
    expect(await state()).toEqual(before);
    await showPrompt(page);
    await page.locator(part('not-now')).click();
    await expect.poll(() => seen(page)).toEqual(['notNow', 'complete']);
    expect(await state()).toEqual(before);
  });

  it('takes no focus, and is reached by the shortcut, wherever the page is scrolled to', async () => {
    const { page } = await openPage(
      `<div style="height:3000px"></div><${SLOT}></${SLOT}><div style="height:3000px"></div>`,
    );
    await page.focus('#town');
    await showPrompt(page);
    await page.locator(part('accept')).waitFor();
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('town');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.keyboard.press('Control+Shift+H');
    expect(await page.evaluate(() => document.activeElement!.localName)).toBe(SLOT);
    const { y } = (await page.locator(part('accept')).boundingBox())!;
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(800);
    await page.keyboard.press('Control+Shift+H');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('town');
  });

  it('stays out of a slot that nobody can see', async () => {
    const { page } = await openPage(`<div hidden><${SLOT}></${SLOT}></div>`);
    await showPrompt(page);
    await page.locator('beforehand-prompt [part=accept]').waitFor();
    expect(await page.locator('beforehand-prompt').count()).toBe(1);
  });
});
