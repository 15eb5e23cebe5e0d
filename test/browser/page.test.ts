import { describe, expect, it } from 'vitest';
import { useChromium } from './harness.js';
import { openRecorded } from './pageRecorder.js';

const { open } = useChromium();
const opened = (body: string, options?: Parameters<typeof openRecorded>[2]) =>
  openRecorded(open, body, options);

const WITHOUT_NAVIGATION = `delete window.navigation; Object.defineProperty(window, 'navigation', { value: undefined })`;

describe.concurrent('routes$', () => {
  it.each([
    ['the Navigation API', ''],
    ['a look at the URL', WITHOUT_NAVIGATION],
  ])('tells every route as a template, by %s', async (_, init) => {
    const { page, all, until } = await opened('', { init });
    const n = (count: number) => until(`recorded.routes$.length === ${count}`);
    await n(1);
    for (const [i, step] of [
      `history.pushState(0, '', '/order/4711/items')`,
      `history.replaceState(0, '', '/user/3f2b8c1e-9d4a-4b6f-8a1d-0e5c7b2f9a61')`,
      `history.pushState(0, '', '/user/jane@example.com?token=secret#part')`,
      `location.hash = '#/cart/12'`,
      `history.back()`,
    ].entries()) {
      await page.evaluate(step);
      await n(i + 2);
    }
    // Neither of these is another place.
    await page.evaluate(`history.pushState(0, '', '?page=2'); location.hash = 'part'`);
    await page.waitForTimeout(700);
    const routes = await all('routes$');
    expect(routes.map(({ path, kind }) => [path, kind])).toEqual([
      ['/test-page', 'load'],
      ['/order/:n/items', 'push'],
      ['/user/:id', init ? expect.any(String) : 'replace'],
      ['/user/:id', 'push'],
      ['/user/:id/cart/:n', 'push'],
      ['/user/:id', 'traverse'],
    ]);
  });

  it('tells a late subscriber where the visitor is', async () => {
    const { page } = await opened('');
    expect(
      await page.evaluate(
        `(() => { let path; hostPage.streams.routes$.subscribe((route) => (path = route.path)).unsubscribe(); return path })()`,
      ),
    ).toBe('/test-page');
  });
});

describe.concurrent('errors$', () => {
  it('tells what failed by its class, and leaves out what is nobody’s fault here', async () => {
    const { page, all, until } = await opened(
      '<form><input id=i aria-label=I><button id=b type=button>B</button></form>',
    );
    await page.route('**/missing', (route) => route.fulfill({ status: 404 }));
    await page.route('**/broken', (route) => route.fulfill({ status: 503 }));
    await page.evaluate(`
      setTimeout(() => { throw new TypeError('secret text') });
      setTimeout(() => { class JaneDoe4711 extends Error { name = 'Jane Doe' } throw new JaneDoe4711('x') });
      Promise.reject(new RangeError('secret'));
      Promise.reject(new DOMException('no more', 'AbortError'));
      dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));
      fetch('/missing'); fetch('/broken');
      document.head.append(Object.assign(document.createElement('script'), { src: '/nowhere.js' }));
      new Image().src = '/nowhere.png';`);
    await page.click('#b');
    await page.evaluate(`i.setAttribute('aria-invalid', 'true')`);
    await until('recorded.errors$.length >= 7');
    const errors = await all('errors$');
    const told = errors.map(({ kind, name, strength }) => `${kind} ${name} ${strength}`);
    expect(told.sort()).toEqual([
      'error Error 1',
      'error TypeError 1',
      'rejection RangeError 1',
      'request HTTP 404 0.5',
      'request HTTP 503 1',
      'request script 0.8',
      'validation invalid 0.2',
    ]);
  });
});

describe.concurrent('keys$', () => {
  it('tells keys by their class', async () => {
    const { page, all } = await opened('<input id=i><button id=b>B</button>');
    await page.focus('#i');
    for (const key of ['a', 'Backspace', 'ArrowLeft', 'Control+c', 'Enter', 'Escape'])
      await page.keyboard.press(key);
    await page.focus('#b');
    await page.keyboard.press('Space');
    expect((await all('keys$')).map(({ kind, inField }) => [kind, inField])).toEqual([
      ['character', true],
      ['deletion', true],
      ['navigation', true],
      ['other', true],
      ['other', true],
      ['enter', true],
      ['escape', true],
      ['space', false],
    ]);
  });
});

describe.concurrent('fields$', () => {
  const kinds = (events: { kind: string }[]) => events.map(({ kind }) => kind);

  it('tells edits by their lengths', async () => {
    const { page, all } = await opened(
      '<form><input id=i><select id=s><option>1<option>2</select></form>',
    );
    await page.focus('#i');
    await page.keyboard.type('ab');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Backspace');
    await page.evaluate(`navigator.clipboard`);
    await page.keyboard.insertText('x');
    await page.focus('#s');
    const events = await all('fields$');
    expect(kinds(events)).toEqual([
      'focus',
      'edit',
      'edit',
      'deletion',
      'cleared',
      'edit',
      'left',
      'focus',
    ]);
    expect(events[0]).toMatchObject({
      form: 'form',
      target: { path: 'form>input', control: 'field' },
    });
  });

  it('tells of one refused submit when the browser refuses two fields', async () => {
    const { page, human, all } = await opened(
      '<form id=f><input id=a required><input id=b required><button id=s>Send</button></form>',
    );
    // A script that asks at every key is no attempt.
    await page.evaluate(`f.oninput = () => f.checkValidity()`);
    await page.focus('#a');
    await page.keyboard.type('x');
    await page.keyboard.press('Backspace');
    await human.pause(1200, 1200);
    await human.click('#s');
    await human.pause(300, 300);
    const events = (await all('fields$')).filter(({ kind }) => /invalid|refused|submit/.test(kind));
    expect(events.map(({ kind, target }) => [kind, target.path])).toEqual([
      ['refused', 'form'],
      ['invalid', 'form>input'],
      ['invalid', 'form>input:2'],
    ]);
  });

  it('tells of a submit that the page refuses, also when it says so as before', async () => {
    const { page, human, all, errors } = await opened(
      '<form id=f><input id=a><button id=s>Send</button></form>',
    );
    await page.evaluate(
      `f.onsubmit = (event) => { event.preventDefault(); a.ariaInvalid ||= 'true' }`,
    );
    await human.click('#s');
    await human.pause(1300, 1300);
    await human.click('#s');
    await human.pause(1300, 1300);
    expect(
      kinds(await all('fields$')).filter((kind) => /invalid|refused|submit/.test(kind)),
    ).toEqual(['submit', 'refused', 'invalid', 'submit', 'refused']);
    expect(errors).toEqual([]);
  });

  it('tells searches apart by a hash, one for a pause, Enter and submit', async () => {
    const { page, human, all } = await opened(
      '<form role=search onsubmit="return false"><input id=q></form><input type=search id=p>',
    );
    const search = async (selector: string, text: string) => {
      await page.fill(selector, '');
      await page.focus(selector);
      await page.keyboard.type(text);
    };
    await search('#q', 'Red shoes');
    await page.keyboard.press('Enter');
    await human.pause(1100, 1100);
    await search('#p', 'blue  shoes');
    await human.pause(900, 900);
    await search('#p', ' red SHOES');
    await human.pause(900, 900);
    const searches = (await all('fields$')).filter(({ kind }) => kind === 'search');
    expect(searches).toHaveLength(3);
    expect(searches[0]!.query).toBe(searches[2]!.query);
    expect(searches[0]!.query).not.toBe(searches[1]!.query);
  });

  it('does not call it left when another window takes the focus', async () => {
    const { page, all } = await opened('<input id=i>');
    await page.focus('#i');
    await page.evaluate(
      `document.hasFocus = () => false; i.blur(); document.hasFocus = () => true; i.focus()`,
    );
    expect(kinds(await all('fields$'))).toEqual(['focus']);
  });
});

describe.concurrent('pointer$ and scroll$', () => {
  it('sums up busy movement 4 to 10 times a second, and rests with the mouse', async () => {
    const { page, all } = await opened('');
    const cdp = await page.context().newCDPSession(page);
    // As a mouse does it: without waiting for the page, which on a busy machine takes its time.
    for (let i = 0, start = Date.now(); Date.now() - start < 3000; i += 1) {
      const x = 400 + 200 * Math.sin(i / 5);
      void cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y: 300 });
      await page.waitForTimeout(16);
    }
    await page.waitForTimeout(500);
    const summaries = await all('pointer$');
    const first = summaries[0]!;
    const seconds = (summaries.at(-1)!.time - first.time) / 1000;
    expect((summaries.length - 1) / seconds).toBeGreaterThanOrEqual(3.5);
    expect((summaries.length - 1) / seconds).toBeLessThanOrEqual(10);
    expect(summaries.some(({ turns }) => turns > 0)).toBe(true);
    expect(first.pathPx).toBeGreaterThanOrEqual(first.netPx);
    await page.waitForTimeout(700);
    expect(await all('pointer$')).toHaveLength(summaries.length);
  });

  it('sums up the scrolling of the page and of a part of it', async () => {
    const { page, human, all, until } = await opened(`
      <div id=list style="height:300px;overflow:auto"><div style="height:3000px"></div></div>
      <div style="height:4000px"></div>`);
    // A wheel before the first frame scrolls nothing.
    await page.evaluate(
      'new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))',
    );
    await page.mouse.move(200, 100);
    await page.mouse.wheel(0, 600);
    await human.pause(600, 600);
    await page.mouse.move(200, 600);
    await page.mouse.wheel(0, 500);
    await human.pause(600, 600);
    await page.mouse.wheel(0, -500);
    await until(`recorded.scroll$.reduce((sum, { distancePx }) => sum + distancePx, 0) >= 1600`);
    await human.pause(600, 600);
    const summaries = await all('scroll$');
    expect(summaries.reduce((sum, { distancePx }) => sum + distancePx, 0)).toBe(1600);
    expect(summaries.reduce((sum, { reversals }) => sum + reversals, 0)).toBe(1);
    expect(summaries.every(({ depth }) => depth >= 0 && depth <= 1)).toBe(true);
  });
});

describe.concurrent('lifecycle$ and latency$', () => {
  it('tells hiding and leaving, and nothing of a page that is rendered ahead', async () => {
    const { page, all } = await opened('<input id=i><button id=b>B</button>', {
      init: `Object.defineProperty(document, 'prerendering', { get: () => window.activated !== true })`,
    });
    await page.click('#b');
    expect(await all('presses$')).toEqual([]);
    await page.evaluate(
      `activated = true; document.dispatchEvent(new Event('prerenderingchange'))`,
    );
    await page.click('#b');
    expect(await all('presses$')).toHaveLength(1);
    await page.evaluate(`
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      i.focus()`);
    const kinds = (await all('lifecycle$')).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'hidden' || kind === 'restored')).toEqual([
      'hidden',
      'restored',
    ]);
  });

  it('tells how long a slow press took to show', async () => {
    const { human, page, all, until } = await opened('<button id=b>B</button>');
    await page.evaluate(
      `b.onclick = () => { const end = performance.now() + 200; while (performance.now() < end); b.textContent = 'C' }`,
    );
    await human.click('#b');
    await until('recorded.latency$.some(({ durationMs }) => durationMs >= 200)');
    const [latency] = (await all('latency$')).filter(({ durationMs }) => durationMs >= 200);
    expect(latency!.time).toBeGreaterThan(latency!.durationMs);
  });
});

describe.concurrent('createPage', () => {
  it('lets nothing out of what is typed, said or meant', async () => {
    const secret = 'zq8canary';
    const { page, human, everything, errors, reports } = await opened(
      `
      <main id="${secret}" class="${secret}" title="${secret}">
        <form id="${secret}f" name="${secret}" action="/${secret}"><label>${secret}<input id=t name="${secret}" aria-label="${secret}" placeholder="${secret}"></label>
        <input id=q type=search><input id=p type=password><textarea id=x>${secret}</textarea>
        <button id=b type=button data-id="${secret}" value="${secret}">${secret}</button></form>
        <a id=l href="#${secret}?${secret}=1">${secret}</a><p id=s>${secret}</p>
        <div class=ph-no-capture data-beforehand-context="${secret}"><button id=m>M</button></div>
        <div contenteditable id=e>${secret}</div>
      </main>`,
      { init: `history.replaceState('${secret}', '', '?${secret}=1#${secret}')` },
    );
    for (const id of ['t', 'q', 'p', 'x', 'e']) {
      await human.click(`#${id}`);
      await page.keyboard.insertText(secret);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+c');
      await page.keyboard.press('Control+v');
    }
    await page.keyboard.type('Zq8');
    for (const id of ['b', 'l', 's', 'm']) await human.click(`#${id}`);
    await page.evaluate(`
      setTimeout(() => { throw new Error('${secret}') });
      fetch('/${secret}').catch(() => {});
      history.pushState('${secret}', '', '/a/b?${secret}')`);
    await human.pause(1200, 1200);
    const told = await everything();
    expect(told).not.toContain(secret);
    expect(told.toLowerCase()).not.toContain('zq8');
    const masked = (JSON.parse(told) as { presses$: { target: object; x: number }[] }).presses$.at(
      -1,
    );
    expect(masked).toMatchObject({
      x: 0,
      y: 0,
      target: { path: '', control: 'button', context: '' },
    });
    expect(told.match(/"kind":"search"/g)?.length).toBeGreaterThan(0);
    expect(await reports()).toEqual([]);
    expect(errors.filter((text) => !/canary|404/.test(text))).toEqual([]);
  });

  it('leaves no listener, timer or observer when nobody listens any more, and starts again', async () => {
    const { page, human, all } = await opened('<button id=a>A</button><input id=q type=search>', {
      init: COUNTERS,
    });
    await human.click('#a');
    await human.click('#q');
    await human.type('ab');
    await human.wheel(100);
    expect(await page.evaluate<Alive>('alive()')).toMatchObject({
      listeners: expect.any(Number),
    });
    expect((await page.evaluate<Alive>('alive()')).listeners).toBeGreaterThan(20);
    await page.evaluate('stopRecording()');
    expect(await page.evaluate('alive()')).toEqual({
      listeners: 0,
      timers: 0,
      observers: 0,
      idle: 0,
    });
    await page.evaluate('stopRecording(); record()');
    const before = (await all('presses$')).length;
    await human.click('#a');
    expect((await all('presses$')).slice(before).map(({ id }) => id)).toEqual([before + 1]);
  });

  it('attaches its watch for 5 s after the last press and not longer', async () => {
    const { page, human } = await opened('<button id=a>A</button>', { init: COUNTERS });
    await human.pause(6500, 6500);
    const idle = await page.evaluate<Alive>('alive()');
    await human.click('#a');
    const busy = await page.evaluate<Alive>('alive()');
    await human.pause(5600, 5600);
    expect(busy.observers).toBe(idle.observers + 1);
    expect(busy.listeners).toBeGreaterThan(idle.listeners + 10);
    expect(await page.evaluate('alive()')).toEqual(idle);
  });

  it('leaves the host’s globals and events alone', async () => {
    const { page, human, errors } = await opened('<button id=a>A</button>', {
      init: `window.before = Object.getOwnPropertyNames(window).length;
        window.natives = [history.pushState, fetch, EventTarget.prototype.addEventListener, Element.prototype.attachShadow];`,
    });
    await page.evaluate(`a.onclick = (event) => (window.prevented = event.defaultPrevented)`);
    await human.click('#a');
    await page.waitForFunction(`'prevented' in window`);
    expect(await page.evaluate(`prevented`)).toBe(false);
    expect(
      await page.evaluate(
        `[history.pushState, fetch, EventTarget.prototype.addEventListener, Element.prototype.attachShadow].every((each, i) => each === natives[i])`,
      ),
    ).toBe(true);
    expect(errors).toEqual([]);
  });

  it('works on a page that pollutes Object.prototype', async () => {
    const { page, human, answers, all, reports, errors } = await opened(
      '<button id=a>A</button><p id=o></p>',
      {
        init: `for (const [name, value] of Object.entries({ once: true, passive: false, attributeFilter: ['x'], childList: false }))
        Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });`,
      },
    );
    await page.evaluate(`a.onclick = () => (o.textContent += 'x')`);
    await human.click('#a');
    // What comes of the second is none of the first's.
    await human.pause(2600, 2600);
    await human.click('#a');
    await human.pause(2600, 2600);
    expect(await all('presses$')).toHaveLength(2);
    expect(await answers()).toEqual([['mutation'], ['mutation']]);
    expect([await reports(), errors]).toEqual([[], []]);
  });

  it('is told of few of the presses that nobody aims, and that the hand is not at rest', async () => {
    const { page, human, all, reports } = await opened(
      '<button id=a>a</button> <button id=b>b</button> <button id=c>c</button>',
    );
    const quietMs = () => page.evaluate<number>('hostPage.situation().quietMs');
    await human.drum(['#a', '#b', '#c'], 4000);
    expect(await quietMs()).toBeLessThan(500);
    const presses = await all('presses$');
    expect(presses.length).toBeGreaterThanOrEqual(7);
    expect(presses.length).toBeLessThan(15);
    const answered = (await all('responses$')).map(({ press }) => press);
    expect(presses.map(({ id }) => id).filter((id) => !answered.includes(id))).toEqual([]);
    await human.pause(800, 800);
    await human.click('#b');
    expect(await all('presses$')).toHaveLength(presses.length + 1);
    expect(await reports()).toEqual([]);
  });

  it('reads the situation when asked', async () => {
    const { page, human } = await opened(
      '<input id=i><p id=p>Text to select</p><dialog id=d>D</dialog>',
    );
    const situation = () => page.evaluate<Record<string, unknown>>('hostPage.situation()');
    expect(await situation()).toMatchObject({
      visible: true,
      selecting: false,
      dialogOpen: false,
      fullscreen: false,
    });
    await human.click('#i');
    await page.keyboard.type('x');
    const { sinceTypingMs, quietMs } = (await situation()) as Record<string, number>;
    expect([sinceTypingMs, quietMs].every((ms) => ms! >= 0 && ms! < 5000)).toBe(true);
    await page.evaluate('getSelection().selectAllChildren(p)');
    expect(await situation()).toMatchObject({ selecting: true, dialogOpen: false });
    await page.evaluate('d.showModal()');
    expect(await situation()).toMatchObject({ dialogOpen: true });
    expect(
      await page.evaluate(`['#d', '#nowhere', 'a['].map((each) => hostPage.isShown(each))`),
    ).toEqual([true, false, false]);
  });
});

interface Alive {
  listeners: number;
  timers: number;
  observers: number;
  idle: number;
}

/** Counts what the recorded code has attached, from before any script of the page; Playwright attaches things of its own. */
const COUNTERS = `
  const live = { timers: new Set(), observers: new Set(), idle: new Set(), listeners: [] };
  window.alive = () => ({ listeners: live.listeners.length, timers: live.timers.size, observers: live.observers.size, idle: live.idle.size });
  const isOurs = () => new Error().stack.includes('recorder.js');
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, fn, options) {
    if (isOurs()) live.listeners.push([this ?? window, type, fn]);
    return add.call(this ?? window, type, fn, options);
  };
  EventTarget.prototype.removeEventListener = function (type, fn, options) {
    live.listeners = live.listeners.filter(([target, name, each]) => target !== (this ?? window) || name !== type || each !== fn);
    return remove.call(this ?? window, type, fn, options);
  };
  const { setTimeout: set, clearTimeout: clear, requestIdleCallback: ask, cancelIdleCallback: cancel } = window;
  window.setTimeout = (fn, ms) => { const id = set(() => { live.timers.delete(id); fn() }, ms); if (isOurs()) live.timers.add(id); return id };
  window.clearTimeout = (id) => { live.timers.delete(id); clear(id) };
  window.requestIdleCallback = (fn, options) => { const id = ask((deadline) => { live.idle.delete(id); fn(deadline) }, options); if (isOurs()) live.idle.add(id); return id };
  window.cancelIdleCallback = (id) => { live.idle.delete(id); cancel(id) };
  for (const name of ['MutationObserver', 'PerformanceObserver']) {
    const Native = window[name];
    window[name] = class extends Native {
      observe(...args) { if (isOurs()) live.observers.add(this); super.observe(...args) }
      disconnect() { live.observers.delete(this); super.disconnect() }
    };
  }`;
