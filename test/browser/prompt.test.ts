import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Offer } from '../../src/types.js';
import { itIsAPrompt } from '../contracts/prompt.js';
import { makeOffer } from '../fixtures/makeOffer.js';
import { lowContrast } from '../fixtures/lowContrast.js';
import { bundlePrompt, hidePrompt, seen, showPrompt } from '../fixtures/promptPage.js';
import { useChromium, type OpenOptions } from './harness.js';

const { open } = useChromium();

/** As strict as a page can be: no HTML sink of any kind, no style but from files and sheets. */
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

let script: string;
beforeAll(async () => {
  script = await bundlePrompt("import { card } from './src/prompts/index.js';", 'card()');
});

function openPage(body = '', options: Omit<OpenOptions, 'html' | 'scripts'> = {}) {
  const html = `<!doctype html><html lang=en><head><title>Shop</title>
    <meta name=viewport content="width=device-width"></head>
    <body><main><h1>Delivery</h1>${body}</main><script src="/page.js"></script></body></html>`;
  return open({ html, scripts: { 'page.js': script }, ...options });
}

const PROMPT = 'beforehand-prompt';
const part = (name: string) => `${PROMPT} [part=${name}]`;
const box = async (page: Page) => (await page.locator(PROMPT).boundingBox())!;
const text = (page: Page) => page.locator(PROMPT).locator('section').innerText();

describe.concurrent('card', () => {
  itIsAPrompt({ open: openPage, element: PROMPT });

  it('breaks no rule of a strict policy', async () => {
    const { page, errors } = await openPage('<input id=town>', {
      policy: STRICT,
      init: `addEventListener('securitypolicyviolation', (e) => (window.violations = [...(window.violations ?? []), e.violatedDirective]))`,
    });
    await showPrompt(page);
    const background = () =>
      page.$eval(part('card'), (card) => getComputedStyle(card).backgroundColor);
    expect(await background()).toBe('rgb(255, 255, 255)');
    await page.click(part('why'));
    await page.click(part('accept'));
    expect(await text(page)).toContain('Leave out the spaces.');
    await hidePrompt(page);
    await showPrompt(page, { form: 'badge' });
    expect(await page.evaluate('window.violations ?? []')).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('lies in the top layer, above anything of the page', async () => {
    const { page, human } = await openPage(
      '<div style="position:fixed;inset:0;z-index:2147483647;background:#eee"></div>',
    );
    await showPrompt(page);
    expect(await page.$eval(PROMPT, (prompt) => prompt.matches(':popover-open'))).toBe(true);
    await human.click(part('not-now'));
    await expect.poll(() => seen(page)).toEqual(['notNow', 'complete']);
  });

  it('is shown without the Popover API too', async () => {
    const { page, human } = await openPage('', {
      init: 'delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.popover',
    });
    await showPrompt(page);
    expect(await page.getAttribute(PROMPT, 'data-open')).toBe('');
    await human.click(part('not-now'));
    await expect.poll(() => seen(page)).toEqual(['notNow', 'complete']);
  });

  it('uses an element that another copy has defined', async () => {
    const { page } = await openPage('', {
      init: `customElements.define('${PROMPT}', class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode: 'open' }).append('theirs'); }
      })`,
    });
    await showPrompt(page);
    expect(await text(page)).toContain('Need a hand');
    expect(await seen(page)).toEqual([]);
  });

  it('survives a page that swaps its body or makes it inert', async () => {
    const { page, human } = await openPage();
    await showPrompt(page);
    await page.evaluate(() => {
      document.body = document.createElement('body');
      document.body.inert = true;
    });
    await human.click(part('why'));
    await page.locator(part('because')).waitFor({ state: 'visible' });
    await page.focus(part('accept'));
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe(PROMPT);
  });

  it('keeps its looks under styles for every element', async () => {
    const { page } = await openPage();
    await showPrompt(page);
    const before = await box(page);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '*{display:none!important;font-size:37px!important;opacity:.1!important;transform:scale(2)!important;pointer-events:none!important;inset:0!important}',
      );
      document.adoptedStyleSheets = [sheet];
    });
    await page.$eval('html', (html) => html.style.setProperty('display', 'block', 'important'));
    for (const property of ['opacity', 'transform']) {
      await page.$eval(
        'html',
        (html, p) => html.style.setProperty(p, 'initial', 'important'),
        property,
      );
    }
    expect(await box(page)).toEqual(before);
    await page.click(part('not-now'));
    expect(await seen(page)).toEqual(['notNow', 'complete']);
  });

  it('takes the colours, the font and the corner radius that the page gives', async () => {
    const { page } = await openPage();
    await page.$eval('html', ({ style }) => {
      style.setProperty('--beforehand-accent', 'rgb(0, 80, 40)');
      style.setProperty('--beforehand-radius', '3px');
      style.setProperty('--beforehand-font', 'monospace');
    });
    await showPrompt(page);
    const looks = await page.$eval(part('card'), (card) => [
      getComputedStyle(card).borderRadius,
      getComputedStyle(card).fontFamily,
      getComputedStyle(card.querySelector('[part=accept]')!).backgroundColor,
    ]);
    expect(looks).toEqual(['3px', 'monospace', 'rgb(0, 80, 40)']);
  });

  it.each([
    ['normal', 'dark', 'rgb(255, 255, 255)'],
    ['light dark', 'dark', 'rgb(35, 33, 39)'],
    ['dark', 'light', 'rgb(35, 33, 39)'],
  ] as const)(
    'follows a page of scheme %s, not a %s system',
    async (scheme, colorScheme, wanted) => {
      const { page } = await openPage('', { context: { colorScheme } });
      await page.$eval('html', (html, scheme) => (html.style.colorScheme = scheme), scheme);
      await showPrompt(page);
      const colour = await page.$eval(
        part('card'),
        (card) => getComputedStyle(card).backgroundColor,
      );
      expect(colour).toBe(wanted);
    },
  );
});

describe.concurrent('the shortcut', () => {
  it('leads into the prompt and back to where the focus was', async () => {
    const { page } = await openPage('<input id=town>');
    await page.focus('#town');
    await showPrompt(page);
    await page.keyboard.press('Control+Shift+H');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe(PROMPT);
    await page.keyboard.press('Control+Shift+H');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('town');
  });

  it('is nothing special once the prompt is gone', async () => {
    const { page } = await openPage('<input id=town>');
    await page.focus('#town');
    await showPrompt(page);
    await hidePrompt(page);
    await page.keyboard.press('Control+Shift+H');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('town');
  });
});

describe.concurrent('the badge', () => {
  it('opens the card in its place', async () => {
    const { page, human } = await openPage();
    await showPrompt(page, { form: 'badge' });
    expect(await text(page)).toBe('Need help?');
    await human.click(part('badge'));
    await page.locator(part('accept')).waitFor();
    expect(await seen(page)).toEqual([]);
  });

  it('closes', async () => {
    const { page, human } = await openPage();
    await showPrompt(page, { form: 'badge' });
    await human.click(part('close'));
    await expect.poll(() => seen(page)).toEqual(['closed', 'complete']);
  });
});

describe.concurrent('its place', () => {
  const at = (style: string) => `<input id=town style="position:fixed;${style}">`;
  const corner = async (page: Page) => {
    const { x, width } = await box(page);
    const form = (await page.locator(part('card')).count()) === 1 ? 'card' : 'badge';
    return `${form} ${x + width / 2 > 640 ? 'right' : 'left'}`;
  };

  it.each([
    ['nothing is in the way', 'top:0', 'card right'],
    ['the focus is at the end', 'bottom:90px;right:60px', 'card left'],
    ['the focus is at both ends', 'bottom:90px;left:0;width:100%', 'badge right'],
  ])('is right when %s', async (_, style, wanted) => {
    const { page } = await openPage(at(style));
    await page.focus('#town');
    await showPrompt(page);
    expect(await corner(page)).toBe(wanted);
  });

  it('gives way when the focus moves under it, and does not grow back', async () => {
    const { page } = await openPage(
      `<button id=top>Top</button>${at('bottom:90px;left:0;width:100%')}`,
    );
    await page.focus('#top');
    await showPrompt(page);
    expect(await corner(page)).toBe('card right');
    await page.focus('#town');
    expect(await corner(page)).toBe('badge right');
    await page.focus('#top');
    expect(await corner(page)).toBe('badge right');
  });

  it.each([
    ['at the end', 'bottom:60px;right:60px', 'card left'],
    ['at both ends', 'bottom:60px;left:0;width:100%', 'card right'],
  ])('is rather where no control lies, when one is %s', async (_, style, wanted) => {
    const { page } = await openPage(
      `<div tabindex=-1 role=region style="position:fixed;inset:0">
        <button style="position:fixed;${style}">Check out</button></div>`,
    );
    await showPrompt(page);
    expect(await corner(page)).toBe(wanted);
  });

  it('does not cover what the page marks as private', async () => {
    const { page } = await openPage(
      '<div data-private style="position:fixed;bottom:90px;right:60px">4111</div>',
    );
    await showPrompt(page);
    expect(await corner(page)).toBe('card left');
  });

  it.each([
    ['320 × 256', { width: 320, height: 256 }],
    ['a phone', { width: 390, height: 760 }],
    ['a low window', { width: 1280, height: 400 }],
  ])('is a badge that covers little on %s', async (_, viewport) => {
    const { page } = await openPage('', { context: { viewport } });
    await showPrompt(page);
    const { x, y, width, height } = await box(page);
    expect(await text(page)).toBe('Need help?');
    expect(
      Math.min(x, y, viewport.width - x - width, viewport.height - y - height),
    ).toBeGreaterThanOrEqual(0);
    expect((width * height) / (viewport.width * viewport.height)).toBeLessThanOrEqual(0.35);
  });

  it('is a card even on a phone when the visitor asked for it', async () => {
    const { page } = await openPage('', { context: { viewport: { width: 390, height: 760 } } });
    await showPrompt(page, { environment: { isAsked: true } });
    expect(await text(page)).toContain('Show me');
    const { x, y, width, height } = await box(page);
    expect(Math.min(x, y, 390 - x - width, 760 - y - height)).toBeGreaterThanOrEqual(0);
  });

  it('lets everything be reached at 320 × 256 once it is opened', async () => {
    const { page } = await openPage('', { context: { viewport: { width: 320, height: 256 } } });
    await showPrompt(page);
    await page.click(part('badge'));
    for (const name of ['close', 'accept', 'not-now', 'why', 'never']) {
      await page.locator(part(name)).scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await page.locator(part(name)).boundingBox())!;
      expect(Math.min(x, y, 320 - x - width, 256 - y - height)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe.concurrent('what it opens', () => {
  const hrefs = (page: Page) =>
    page.locator(`${PROMPT} a`).evaluateAll((links) => links.map((a) => a.getAttribute('href')));

  it('is the article in full, others like it, and the way to a person', async () => {
    const { page } = await openPage();
    const origin = new URL(page.url()).origin;
    await showPrompt(page);
    await page.click(part('accept'));
    expect(await page.locator(part('text')).allInnerTexts()).toEqual([
      'Leave out the spaces.',
      'New addresses may be missing:\n1. Choose “not listed”.',
    ]);
    expect(await hrefs(page)).toEqual([
      `${origin}/help/postcode`,
      `${origin}/help/delivery`,
      'https://help.example/elsewhere',
    ]);
    expect(await text(page)).toContain(
      'We will send: page /shipping, step 2, error HTTP 500, team orders.',
    );
    const title = page.getByRole('dialog', { name: 'When a postcode is not accepted' });
    expect(await title.isVisible()).toBe(true);
  });

  it('takes the focus to its heading, and gives it back when closed', async () => {
    const { page } = await openPage('<input id=town>');
    await page.focus('#town');
    await showPrompt(page);
    await page.keyboard.press('Control+Shift+H');
    await page.keyboard.press('Enter');
    const focused = () =>
      page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName);
    expect(await focused()).toBe('h2');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('town');
    expect(await seen(page)).toEqual(['accepted', 'complete']);
  });

  it('opens the way to a person only at a press', async () => {
    const { page, human } = await openPage();
    await showPrompt(page);
    await human.click(part('accept'));
    await page.locator(part('contact')).waitFor();
    expect(await seen(page)).toEqual(['accepted']);
    await human.click(part('contact'));
    await expect.poll(() => seen(page)).toEqual(['accepted', 'handoff', 'complete']);
  });

  it('goes straight to a person when that is the offer, after saying what is sent', async () => {
    const { page, human } = await openPage();
    await showPrompt(page, { offer: { kind: 'handoff', articles: [] } });
    expect(await text(page)).toContain('We will send: page /shipping');
    expect(await page.innerText(part('accept'))).toBe('Contact us');
    await human.click(part('accept'));
    await expect.poll(() => seen(page)).toEqual(['handoff', 'accepted', 'complete']);
  });

  it('is a page in a new tab when there is no text to show', async () => {
    const { page, human } = await openPage();
    await page.context().route('**/help/postcode', (route) => route.fulfill({ body: 'helped' }));
    const [article] = makeOffer().articles;
    const offer: Offer = { kind: 'article', articles: [{ ...article!, text: '' }], reasons: [] };
    await showPrompt(page, { offer: { ...offer, handoff: undefined } as unknown as Offer });
    const opened = page.context().waitForEvent('page');
    await human.click(part('accept'));
    const tab = await opened;
    await tab.waitForLoadState();
    expect(new URL(tab.url()).pathname).toBe('/help/postcode');
    expect(await tab.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
    await expect.poll(() => seen(page)).toEqual(['accepted', 'complete']);
  });

  it('still has the way to a person after a link was followed', async () => {
    const { page, human } = await openPage();
    await page.context().route('**/help/delivery', (route) => route.fulfill({ body: 'helped' }));
    await showPrompt(page, { offer: { articles: [makeOffer().articles[1]!] } });
    await human.click(part('accept'));
    await page.locator(part('contact')).waitFor();
    expect(await seen(page)).toEqual(['accepted']);
  });
});

describe.concurrent('words and links from elsewhere', () => {
  const TEXTS = [
    '<img src=x onerror="window.hit=1">',
    '<script>window.hit=1</script>',
    '<svg/onload=window.hit=1>',
    '"><iframe srcdoc="<script>parent.hit=1</script>">',
    '${window.hit=1}',
    '{{constructor.constructor("window.hit=1")()}}',
    '</section></template><b>bold</b>',
    '<a href="javascript:window.hit=1">press</a>',
    '<math><mtext></mtext><script>window.hit=1</script></math>',
    '<style>@import "//evil.example"</style>',
    '<object data="javascript:window.hit=1">',
    '<details open ontoggle=window.hit=1>',
    '<input autofocus onfocus=window.hit=1>',
    '`${window.hit=1}`',
    "'-(window.hit=1)-'",
    '<!--<img src=x onerror=window.hit=1>-->',
    '<beforehand-prompt onclick=window.hit=1>',
    '\\u003cimg src=x onerror=window.hit=1\\u003e',
    '%3Cscript%3Ewindow.hit=1%3C/script%3E',
    '&lt;b&gt; &amp; \u0000',
  ];
  const URLS = [
    'javascript:window.hit=1',
    'JaVaScRiPt:window.hit=1',
    '\tjava\nscript:window.hit=1',
    ' \u0001javascript:window.hit=1',
    'data:text/html,<script>opener.hit=1</script>',
    'vbscript:msgbox(1)',
    'blob:https://shop.example/1',
    'file:///etc/passwd',
    'mailto:a@shop.example',
    'tel:112',
    'https://',
  ];

  it('are shown as text, and dropped as links', async () => {
    const { page, errors } = await openPage('', { policy: STRICT });
    const wrong = await page.evaluate(
      async ([offer, texts, urls]) => {
        const root = () => document.querySelector('beforehand-prompt')!.shadowRoot!;
        const textOf = (part: string) => root().querySelector(`[part=${part}]`)?.textContent;
        const check = async (title: string, url: string) => {
          const article = { id: 'x', title, url };
          const articles = [{ ...article, text: title }, article];
          await window.bench.show(
            { ...offer, task: { id: 'x', name: title }, articles },
            'card',
            {},
          );
          const body = textOf('body');
          root().querySelector<HTMLElement>('[part=accept]')!.click();
          const text = textOf('text');
          const elements = root().querySelectorAll('a, img, script, svg, iframe, b').length;
          window.bench.hide();
          return body === title && text === title && elements === 0;
        };
        const failed: string[][] = [];
        for (const text of texts) {
          for (const url of urls) if (!(await check(text, url))) failed.push([text, url]);
        }
        return failed;
      },
      [makeOffer(), TEXTS, URLS] as const,
    );
    expect(wrong).toEqual([]);
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(await seen(page)).toEqual(Array(TEXTS.length * URLS.length).fill('accepted'));
    expect(errors).toEqual([]);
  });

  it('cannot turn the reading direction around or go on for ever', async () => {
    const { page } = await openPage();
    const title = `\u202egnp.\u2066exe ${'long '.repeat(100)}`;
    await showPrompt(page, {
      offer: { articles: [{ id: 'x', title, url: '/', text: 'y'.repeat(9000) }] },
    });
    const shown = (await page.locator(part('body')).textContent())!;
    expect(shown).toMatch(/^gnp\.exe long/);
    expect(shown.length).toBeLessThanOrEqual(200);
    await page.click(part('accept'));
    expect((await page.locator(part('text')).textContent())!.length).toBe(2000);
  });
});

describe.concurrent('accessibility', () => {
  const states: [string, OpenOptions['context'], { dir?: 'rtl' }][] = [
    ['light', { colorScheme: 'light' }, {}],
    ['dark', { colorScheme: 'dark' }, {}],
    ['right to left', {}, { dir: 'rtl' }],
    ['forced colours', { forcedColors: 'active' }, {}],
    ['320 × 256', { viewport: { width: 320, height: 256 } }, {}],
  ];

  it.each(states)('finds nothing to mend in %s', async (_, context, environment) => {
    const { page } = await openPage('<p>Where to?</p>', {
      context: { reducedMotion: 'reduce', ...context },
    });
    await page.addScriptTag({
      content: await readFile('node_modules/axe-core/axe.min.js', 'utf8'),
    });
    const violations = () =>
      page.evaluate(async () => {
        const axe = (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe;
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`);
      });
    await page.$eval(
      'html',
      (html, dir) => {
        html.style.colorScheme = 'light dark';
        html.dir = dir;
      },
      environment.dir ?? 'ltr',
    );
    await showPrompt(page, { form: 'badge', environment });
    expect(await violations()).toEqual([]);
    await page.click(part('badge'));
    await page.click(part('why'));
    expect(await violations()).toEqual([]);
    await page.click(part('accept'));
    expect(await violations()).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('can be read in %s', async (colorScheme) => {
    const { page } = await openPage();
    await page.$eval('html', (html, scheme) => (html.style.colorScheme = scheme), colorScheme);
    await showPrompt(page, { form: 'badge' });
    expect(await lowContrast(page, PROMPT)).toEqual([]);
    await page.click(part('badge'));
    await page.mouse.move(0, 0);
    await page.click(part('why'));
    expect(await lowContrast(page, PROMPT)).toEqual([]);
    await page.click(part('accept'));
    expect(await lowContrast(page, PROMPT)).toEqual([]);
  });

  it('gives every control 44 px', async () => {
    const { page } = await openPage();
    const small = () =>
      page
        .locator(`${PROMPT} :is(button, a)`)
        .evaluateAll((controls) =>
          controls
            .map((control) => control.getBoundingClientRect())
            .filter(({ width, height }) => Math.min(width, height) < 44),
        );
    await showPrompt(page);
    expect(await small()).toEqual([]);
    await page.click(part('accept'));
    expect(await small()).toEqual([]);
  });

  it('mirrors itself from right to left', async () => {
    const { page } = await openPage();
    await showPrompt(page, { environment: { dir: 'rtl', lang: 'ar' } });
    expect((await box(page)).x).toBe(16);
    const at = async (name: string) => (await page.locator(part(name)).boundingBox())!.x;
    expect(await at('not-now')).toBeLessThan(await at('accept'));
    expect(await page.getAttribute(PROMPT, 'lang')).toBe('ar');
  });

  it('moves only for those who do not mind, and is not printed', async () => {
    const { page } = await openPage('', { context: { reducedMotion: 'reduce' } });
    await showPrompt(page);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(PROMPT).isVisible()).toBe(false);
  });

  it('has room for words twice as long', async () => {
    const { page } = await openPage();
    const article = {
      ...makeOffer().articles[0]!,
      title: 'Donaudampfschifffahrtsgesellschaft'.repeat(5),
    };
    await showPrompt(page, { offer: { articles: [article] } });
    const overflow = await page.$eval(part('card'), (card) => card.scrollWidth - card.clientWidth);
    expect(overflow).toBe(0);
  });
});

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}
