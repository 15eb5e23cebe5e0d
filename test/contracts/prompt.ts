import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { OpenOptions, Opened } from '../browser/harness.js';
import { hidePrompt, seen, showPrompt } from '../fixtures/promptPage.js';

export interface PromptContract {
  /** Opens a page with the script of {@link bundlePrompt} in it, and `html` as its body. */
  readonly open: (html: string, options?: Omit<OpenOptions, 'html' | 'scripts'>) => Promise<Opened>;
  /** The prompt's own element. */
  readonly element: string;
}

/** A page that can be asked what its own key handlers saw. */
const FORM = `
  <label>Town <input id=town value=Ghent></label>
  <p id=text>Some text that can be selected.</p>
  <button id=last>Pay</button>`;

const HEAR_KEYS = `
  window.heard = [];
  addEventListener('DOMContentLoaded', () =>
    document.addEventListener('keydown', ({ key }) => window.heard.push(key)));`;

/** Counts listeners on what outlives a prompt: `window` and `document`. */
const COUNT_LISTENERS = `
  window.listening = 0;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const outlives = (target) => !target || target === window || target === document;
  EventTarget.prototype.addEventListener = function (...args) {
    if (outlives(this)) window.listening += 1;
    return addEventListener.apply(this ?? window, args);
  };
  EventTarget.prototype.removeEventListener = function (...args) {
    if (outlives(this)) window.listening -= 1;
    return removeEventListener.apply(this ?? window, args);
  };`;

/** What every prompt must do, whatever it looks like. Call it from the prompt's browser test. */
export function itIsAPrompt({ open, element }: PromptContract): void {
  const part = (name: string) => `${element} [part=${name}]`;
  const focusedPart = (page: Page) =>
    page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot) focused = focused.shadowRoot.activeElement;
      return focused?.getAttribute('part') ?? focused?.id;
    });

  describe('as a prompt', () => {
    it('shows when subscribed to, and leaves nothing behind when unsubscribed', async () => {
      const { page, errors } = await open(FORM, { init: COUNT_LISTENERS });
      const count = () =>
        page.evaluate(() => [
          document.querySelectorAll('*').length,
          document.adoptedStyleSheets.length,
          (window as unknown as { listening: number }).listening,
        ]);
      const before = await count();
      await showPrompt(page);
      await page.locator(part('accept')).waitFor();
      expect(await count()).not.toEqual(before);
      await hidePrompt(page);
      expect(await count()).toEqual(before);
      expect(await seen(page)).toEqual([]);
      expect(errors).toEqual([]);
    });

    it('lets typing go on', async () => {
      const { page } = await open(FORM);
      await page.focus('#town');
      await page.keyboard.press('End');
      await page.keyboard.type(', B');
      await showPrompt(page);
      await page.locator(part('accept')).waitFor();
      await page.keyboard.type('elgium');
      const field = await page.$eval('#town', (town: HTMLInputElement) => [
        town.value,
        town.selectionStart,
        document.activeElement === town,
      ]);
      expect(field).toEqual(['Ghent, Belgium', 14, true]);
    });

    it('keeps the selection', async () => {
      const { page } = await open(FORM);
      await page.evaluate(() =>
        getSelection()!.selectAllChildren(document.querySelector('#text')!),
      );
      await showPrompt(page);
      expect(await page.evaluate(() => String(getSelection()))).toBe(
        'Some text that can be selected.',
      );
    });

    it('leaves Escape and Control+Enter to the page', async () => {
      const { page } = await open(FORM, { init: HEAR_KEYS });
      await page.focus('#town');
      await showPrompt(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Enter');
      expect(await page.evaluate('heard')).toEqual(['Escape', 'Control', 'Enter']);
      expect(await seen(page)).toEqual([]);
    });

    it('leaves a menu of the page open', async () => {
      const { page } = await open(`${FORM}<div id=menu popover>Menu</div>`);
      await page.evaluate(() => document.querySelector<HTMLElement>('#menu')!.showPopover());
      await showPrompt(page);
      expect(await page.$eval('#menu', (menu) => menu.matches(':popover-open'))).toBe(true);
    });

    it('comes after the page in the Tab order, and traps no focus', async () => {
      const { page } = await open(FORM);
      await page.focus('#town');
      await showPrompt(page);
      const order: (string | undefined)[] = [];
      for (let n = 0; n < 7; n += 1) {
        await page.keyboard.press('Tab');
        order.push(await focusedPart(page));
      }
      expect(order[0]).toBe('last');
      expect([...order.slice(1, 6)].sort()).toEqual(['accept', 'close', 'never', 'not-now', 'why']);
      expect(['accept', 'close', 'never', 'not-now', 'why']).not.toContain(order[6]);
    });

    it('keeps keys pressed inside from the page', async () => {
      const { page } = await open(FORM, { init: HEAR_KEYS });
      await showPrompt(page);
      await page.focus(part('why'));
      await page.keyboard.press('s');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('heard')).toEqual([]);
    });

    it('closes at Escape inside, and gives the focus back', async () => {
      const { page } = await open(FORM);
      await showPrompt(page);
      await page.focus('#last');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await focusedPart(page)).not.toBe('last');
      await page.keyboard.press('Escape');
      expect(await focusedPart(page)).toBe('last');
      expect(await seen(page)).toEqual(['closed', 'complete']);
      expect(await page.locator(element).count()).toBe(0);
    });

    it.each([
      ['not-now', 'notNow'],
      ['never', 'never'],
      ['close', 'closed'],
    ])('ends with its outcome at a press of %s', async (name, outcome) => {
      const { page, human } = await open(FORM);
      await showPrompt(page);
      await human.click(part(name));
      await expect.poll(() => seen(page)).toEqual([outcome, 'complete']);
      expect(await page.locator(element).count()).toBe(0);
    });

    it('stays open once accepted, until it is closed', async () => {
      const { page, human } = await open(FORM);
      await showPrompt(page);
      await human.click(part('accept'));
      await expect.poll(() => seen(page)).toEqual(['accepted']);
      await human.click(part('close'));
      await expect.poll(() => seen(page)).toEqual(['accepted', 'complete']);
    });

    it('tells in words why it is shown, when asked', async () => {
      const { page, human } = await open(FORM);
      await showPrompt(page);
      const reason = page.locator(element).getByText('a form did not accept what was entered');
      expect(await reason.isVisible()).toBe(false);
      await human.click(part('why'));
      await reason.waitFor({ state: 'visible' });
      expect(await page.getAttribute(part('why'), 'aria-expanded')).toBe('true');
    });

    it('is announced once, in a live region that was empty, in at most 120 characters', async () => {
      const { page } = await open(FORM);
      await page.evaluate(() => {
        const announced: string[] = [];
        Object.assign(window, { announced });
        new MutationObserver(() => {
          const text = document.querySelector('[role=status]')?.textContent ?? 'none';
          if (text !== announced.at(-1)) announced.push(text);
        }).observe(document, { childList: true, characterData: true, subtree: true });
      });
      await showPrompt(page, { offer: { task: { id: 'long', name: 'word '.repeat(60) } } });
      await expect.poll(() => page.evaluate('announced.length')).toBe(2);
      await page.click(part('why'));
      const [empty, text, ...more] = await page.evaluate<string[]>('announced');
      expect(empty).toBe('');
      expect(text).toMatch(/^Help is available: .+…/);
      expect(text!.length).toBeLessThanOrEqual(120);
      expect(more).toEqual([]);
    });
  });
}
