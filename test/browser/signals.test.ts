import type { CDPSession, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import type { Signal } from '../../src/types.js';
import { bundle, openIn, useChromium, type OpenOptions } from './harness.js';

const { browser, open } = useChromium();

let watcher = '';
beforeAll(async () => {
  watcher = await bundle(`
    import { merge } from 'rxjs';
    import { createPage, defaultClock } from './src/browser/index.ts';
    import { defaultDetectors } from './src/detectors/index.ts';
    import { createRouteLog } from './src/storage/createRouteLog.ts';
    const clock = defaultClock(window);
    const log = createRouteLog({ window, name: 'test', persistent: !window.keepsNothing, clock });
    const report = ({ message, cause }) => tellReport(message + ' ' + (cause?.stack ?? ''));
    const { visit } = createPage({ document, clock, random: Math.random, report, selectors: [], log });
    merge(...defaultDetectors().map((each) => each.detect(visit))).subscribe((each) => {
      // A page that is left has no time to tell.
      sessionStorage.found = (sessionStorage.found ?? '') + each.detector + ' ';
      tellSignal(each);
    });
  `);
});

/**
 * Opens the first page of a site, given by the bodies of its pages, and keeps what all detectors
 * together find on any of them.
 */
async function visit(pages: Record<string, string>, options: OpenOptions = {}) {
  const context = await browser().newContext({
    viewport: { width: 1280, height: 800 },
    ...options.context,
  });
  const page = await context.newPage();
  const signals: Signal[] = [];
  const reports: string[] = [];
  await page.exposeFunction('tellSignal', (signal: Signal) => signals.push(signal));
  await page.exposeFunction('tellReport', (report: string) => reports.push(report));
  const [first, ...others] = Object.entries(pages).map(([path, body]) => ({
    path,
    html: `<!doctype html><html lang=en><head><meta name=viewport content="width=device-width"></head><body>${body}<script src="/watcher.js"></script></body></html>`,
  }));
  for (const { path, html } of others) {
    await page.route(`${inject('origin')}${path}`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
  }
  const opened = await openIn(page, { ...options, ...first!, scripts: { 'watcher.js': watcher } });
  const names = () => signals.map(({ detector }) => detector);
  return {
    ...opened,
    signals,
    reports,
    names,
    /** Waits until a detector has signalled. */
    heard: (name: string, times = 1) =>
      vi.waitUntil(() => names().filter((each) => each === name).length >= times, {
        timeout: 10_000,
      }),
  };
}

/** Throws the pointer about, as people do who wait or are at a loss. */
async function thrash(page: Page, legs = 12): Promise<void> {
  for (let leg = 0; leg < legs; leg += 1) {
    const x = leg % 2 === 0 ? 760 : 520;
    await page.mouse.move(x, 400 + (leg % 3) * 25, { steps: 5 });
  }
}

const FRAME_MS = 16;
const frame = () => new Promise((done) => setTimeout(done, FRAME_MS));

/** Fingers over the DevTools protocol, so that the page gets trusted touches. */
function hand(cdp: CDPSession) {
  const send = (type: string, points: readonly (readonly [number, number])[]) =>
    cdp.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  const swipe = async (
    from: readonly [number, number],
    to: readonly [number, number],
    steps = 5,
  ) => {
    const at = (i: number, k: 0 | 1) => from[k] + ((to[k] - from[k]) * i) / steps;
    // Frame by frame, whether the page keeps up or not: all at once is a tap at times, and a finger
    // that waits for the page before it moves a long press.
    const sent = [send('touchStart', [from])];
    for (let i = 1; i <= steps; i += 1) {
      await frame();
      sent.push(send('touchMove', [[at(i, 0), at(i, 1)]]));
    }
    await frame();
    await Promise.all([...sent, send('touchEnd', [])]);
  };
  return { send, swipe };
}

const TALL = Array.from({ length: 60 }, (_, i) => `<p>Line ${i} of a long page.</p>`).join('');

describe.concurrent('signals of presses that nobody aims', () => {
  const PADS = ['#pad0', '#pad1', '#pad2', '#pad3'];
  const pads = PADS.map(
    (id) => `<button id=${id.slice(1)} style="width:90px;height:90px">Pad</button>`,
  ).join('');

  it('are none, neither of pads that do nothing nor of the hand between them', async () => {
    const { human, signals, reports } = await visit({ '/pads': `<main>${pads}</main>` });
    await human.drum(PADS, 5000);
    await human.pause(3500, 3500);
    expect(signals).toEqual([]);
    expect(reports).toEqual([]);
  });

  it('do not hide those of a hand that stays', async () => {
    const { human, heard, names } = await visit({ '/pads': `<main>${pads}</main>` });
    await human.drum(PADS, 3000);
    await human.hammer('#pad2', 10);
    await heard('rageClick');
    await heard('deadClick');
    expect(names().slice(0, 1)).toEqual(['rageClick']);
  });
});

describe.concurrent('signals of the pointer, with a mouse', () => {
  it('are silent on widgets and on reading, and hear thrashing', async () => {
    const { page, human, signals, reports, heard, names } = await visit({
      '/widgets': `
        <main>
          <div role=slider tabindex=0 aria-valuenow=5 id=slider style="width:400px;height:30px;background:#ccc"></div>
          <input type=range id=range style="width:400px;display:block">
          <canvas id=canvas width=400 height=200 style="background:#eee"></canvas>
          <div class=leaflet-container id=map style="width:400px;height:150px;background:#dde"></div>
          <section aria-roledescription=carousel id=carousel style="width:400px;height:60px;background:#edd"></section>
          <p id=text>Some words that somebody may read with the pointer along the lines.</p>
        </main>`,
    });
    await page.evaluate(`
      for (const each of [slider, carousel]) each.addEventListener('pointermove', ({ buttons, clientX }) => {
        if (buttons) each.style.backgroundPositionX = clientX + 'px';
      });`);
    const box = async (id: string) => (await page.locator(`#${id}`).boundingBox())!;
    for (const id of ['slider', 'range', 'map', 'carousel']) {
      const { x, y, height } = await box(id);
      for (const [from, to] of [
        [20, 360],
        [360, 60],
      ] as const)
        await human.drag({ x: x + from, y: y + height / 2 }, { x: x + to, y: y + height / 2 });
    }
    // Drawing, and looking for a place on a map, with the button up.
    for (const id of ['canvas', 'map']) {
      const { x, y } = await box(id);
      for (let i = 0; i < 10; i += 1)
        await page.mouse.move(x + (i % 2 === 0 ? 20 : 340), y + 20 + 8 * i, { steps: 4 });
    }
    await page.mouse.move(700, 500);
    await human.read(1500);
    expect(signals).toEqual([]);
    await thrash(page);
    await heard('thrashedCursor');
    expect(names()).toEqual(['thrashedCursor']);
    expect(signals[0]!.evidence['turns']).toBeGreaterThanOrEqual(4);
    expect(reports).toEqual([]);
  });

  it('hear a way out through the top, and none that comes back or follows a menu', async () => {
    const { page, signals, heard } = await visit({ '/exit': `<main>${TALL}<input id=i></main>` });
    await page.mouse.move(600, 400);
    const leave = async () => {
      await page.mouse.move(600, 500);
      await page.mouse.move(620, 2, { steps: 4 });
      await page.mouse.move(620, -8);
    };
    await page.waitForTimeout(5200);
    await leave();
    await page.mouse.move(620, 30);
    await page.mouse.click(600, 500, { button: 'right' });
    await leave();
    await page.waitForTimeout(500);
    expect(signals).toEqual([]);
    await page.mouse.click(600, 500);
    await leave();
    await heard('exitIntent');
  });
});

describe.concurrent('signals of scrolling', () => {
  it('hear hunting, and are silent on reading to and fro and on what scrolls by itself', async () => {
    const { page, human, signals, heard } = await visit({
      '/long': `<main><div id=news style="height:100px;overflow:hidden">${TALL}</div>${TALL}${TALL}</main>`,
    });
    await page.evaluate(
      `setInterval(() => (news.scrollTop = news.scrollTop > 500 ? 0 : news.scrollTop + 200), 150)`,
    );
    await page.mouse.move(600, 500);
    for (const way of [1, -1, 1]) {
      await human.wheel(way * 250, 3);
      await human.pause(2300, 2500);
    }
    expect(signals).toEqual([]);
    for (const way of [1, -1, 1, -1, 1, -1]) {
      await human.wheel(way * 400, 3);
      await human.pause(250, 350);
    }
    await heard('scrollThrash');
  });
});

describe.concurrent('signals of keys', () => {
  it('G18: hear Enter on a submit and on a control that is deaf to it, and no held key', async () => {
    const { page, heard, names } = await visit({
      '/keys': `<main><section><button id=counts>+1</button><output>0</output></section>
        <form onsubmit="return false"><button id=dead>Send</button></form>
        <div id=deaf role=button tabindex=0>Open</div><textarea id=t></textarea></main>`,
    });
    await page.evaluate(
      `counts.textContent = 'More'; counts.onclick = () => document.querySelector('output').value++`,
    );
    const strike = async (id: string, key: string, times: number) => {
      await page.focus(`#${id}`);
      for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
    };
    await strike('t', 'Enter', 6);
    await strike('counts', 'Enter', 8);
    await page.focus('#dead');
    for (let i = 0; i < 8; i += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(names()).not.toContain('keyboardRage');
    await page.waitForTimeout(1600);
    await strike('dead', 'Enter', 10);
    await heard('keyboardRage');
    await strike('deaf', 'Space', 10);
    await heard('keyboardRage', 2);
  });
});

describe.concurrent('signals of routes', () => {
  const LINKS = '<a href="/list">List</a> <a href="/one">One</a> <a href="/two">Two</a>';
  const SITE = {
    '/list': `<nav>${LINKS}</nav>`,
    '/one': `<nav>${LINKS}</nav>`,
    '/two': `<nav>${LINKS}</nav>`,
    '/help': '<a href="/list">Back</a>',
  };

  it('hear a quick way back and reloads over full page loads, and a visit to help', async () => {
    const { page, names, heard } = await visit(SITE);
    await page.waitForTimeout(2600);
    await page.click('text=One');
    await page.waitForTimeout(700);
    await page.goBack();
    await heard('quickBack');
    await page.reload();
    await page.waitForTimeout(300);
    expect(names()).not.toContain('refresh');
    await page.reload();
    await heard('refresh');
    expect(names()).not.toContain('helpSeeking');
    await page.evaluate(`location.href = '/help'`);
    await heard('helpSeeking');
  });

  it('are silent on shopping and comparing, and hear a circle', async () => {
    const { page, names, heard } = await visit(SITE);
    const go = async (...texts: string[]) => {
      for (const text of texts) await page.click(`text=${text}`);
    };
    await go('One', 'List', 'Two', 'List', 'One', 'List', 'Two', 'List');
    expect(names()).not.toContain('pageLoop');
    await go('One', 'Two', 'List', 'One', 'Two', 'List');
    await heard('pageLoop');
  });

  it('keep nothing without consent', async () => {
    const { page, signals } = await visit(SITE, { init: 'window.keepsNothing = true' });
    await page.reload();
    await page.reload();
    await page.reload();
    await page.waitForTimeout(300);
    expect(signals).toEqual([]);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });

  it('hear the same within one page, and are silent on its tabs', async () => {
    const { page, names, heard } = await visit({
      '/app': `<div role=tablist><button role=tab id=a>A</button><button role=tab id=b>B</button><button role=tab id=c>C</button></div>`,
    });
    await page.evaluate(`
      for (const tab of document.querySelectorAll('[role=tab]'))
        tab.onclick = () => { history.pushState(0, '', '/app/' + tab.id); document.title = tab.id }`);
    await page.waitForTimeout(1500);
    for (const tab of ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'a', 'b'])
      await page.click(`#${tab}`);
    expect(names().filter((name) => name !== 'rageClick')).toEqual([]);
    await page.evaluate(`document.activeElement.blur(); history.pushState(0, '', '/app/terms')`);
    await page.waitForTimeout(700);
    await page.goBack();
    await heard('quickBack');
    for (const path of ['x', 'y', 'z', 'x', 'y', 'z'])
      await page.evaluate(`history.pushState(0, '', '/${path}')`);
    await heard('pageLoop');
  });
});

describe.concurrent('signals of forms', () => {
  it('hear a form that is left, and none that was sent off or is filled in slowly', async () => {
    const FORM = `<form id=f><label>A<input id=a></label><label>B<input id=b></label><label>C<input id=c></label><button>Send</button></form><a href="/elsewhere">Away</a>`;
    const { page, human, names } = await visit({
      '/form': FORM,
      '/elsewhere': '<a href="/form2">Form</a>',
      '/form2': FORM,
    });
    const fill = async () => {
      for (const id of ['a', 'b', 'c']) {
        await human.click(`#${id}`);
        await page.keyboard.type('abc');
      }
    };
    await page.evaluate(
      `f.addEventListener('submit', (event) => { event.preventDefault(); f.reset() })`,
    );
    await fill();
    await human.click('button');
    await page.waitForTimeout(1200);
    await page.click('text=Away');
    await page.click('text=Form');
    expect(names()).toEqual([]);
    await fill();
    await page.click('text=Away');
    expect(await page.evaluate('sessionStorage.found')).toBe('formAbandon ');
  });
});

describe.concurrent('signals of seeking help', () => {
  it('hear a rest on a link, and are silent when the pointer or the focus passes', async () => {
    const { page, human, signals, heard } = await visit({
      '/page': `<nav><a href="/a" id=a>A</a> <a href="/help" id=h>Help</a> <a href="/b" id=b>B</a>
        <button data-beforehand-help id=own>?</button></nav><p id=p style="margin-top:300px">Text</p>`,
    });
    await human.moveTo('#a');
    await human.moveTo('#h');
    await human.moveTo('#b');
    await human.moveTo('#p');
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Tab']) await human.key(key);
    await page.waitForTimeout(1200);
    expect(signals).toEqual([]);
    await human.moveTo('#h');
    await heard('helpSeeking');
    await human.moveTo('#p');
    await page.focus('#own');
    await heard('helpSeeking', 2);
    expect(signals.map(({ target }) => target)).toEqual(['nav>a:2', 'nav>button']);
  });
});

describe.concurrent('signals of swipes', () => {
  const TOUCH = { hasTouch: true, isMobile: true, viewport: { width: 400, height: 700 } };

  it('W01, W02, W04, W06: hear a finger that moves nothing, and no other touch', async () => {
    const { page, signals, heard } = await visit(
      {
        '/short':
          '<p id=p>Short</p><a id=l href="/x" style="display:block;margin-top:150px">Link</a>',
      },
      { context: TOUCH },
    );
    const { send, swipe } = hand(await page.context().newCDPSession(page));
    await page.evaluate(`document.title = 'changed before'`);
    await page.waitForTimeout(500);
    await swipe([100, 500], [100, 340]);
    await heard('deadSwipe');
    // To the left: to the right goes back in history, to the page before this one.
    await swipe([300, 200], [100, 200]);
    await heard('deadSwipe', 2);
    expect(signals.map(({ detector, evidence }) => [detector, evidence['distancePx']])).toEqual([
      ['deadSwipe', 160],
      ['deadSwipe', 200],
    ]);
    await swipe([100, 300], [100, 290]);
    await send('touchStart', [[100, 300]]);
    await send('touchMove', [[100, 150]]);
    await send('touchCancel', []);
    const two = [
      [100, 300],
      [200, 300],
    ] as const;
    await send('touchStart', [two[0]]);
    await send('touchStart', two);
    await send('touchMove', [
      [100, 150],
      [200, 150],
    ]);
    await send('touchEnd', []);
    await page.waitForTimeout(2800);
    expect(signals).toHaveLength(2);
  });

  it('W03, W07, C01: are silent when the page scrolls, changes or selects, soon or late', async () => {
    const { page, signals, heard } = await visit(
      {
        '/tall': `<canvas id=c width=300 height=100 style="background:#eee"></canvas><input type=range id=r style="width:300px;height:60px"><p id=p>Text</p>${TALL}`,
      },
      { context: TOUCH },
    );
    const { swipe } = hand(await page.context().newCDPSession(page));
    const drawn = async (script: string, afterMs: number) => {
      await page.evaluate(`setTimeout(() => { ${script} }, ${afterMs})`);
      await swipe([200, 650], [60, 650]);
    };
    await page.evaluate('getSelection().selectAllChildren(p)');
    await drawn(`getSelection().collapse(p)`, 500);
    await heard('deadSwipe');
    await drawn(`p.textContent = 'soon'`, 30);
    await drawn(`p.textContent = 'late'`, 2000);
    await page.waitForTimeout(2100);
    await drawn(`getSelection().selectAllChildren(p)`, 600);
    await page.waitForTimeout(2700);
    // A page that is at its end, one that scrolls, and what answers unseen.
    await swipe([200, 400], [200, 600]);
    await swipe([20, 50], [250, 60]);
    await swipe([200, 600], [200, 300]);
    await page.waitForTimeout(2700);
    expect(signals).toHaveLength(1);
  });

  it('hear a page that a forgotten lock keeps from scrolling', async () => {
    const { page, heard } = await visit(
      { '/locked': `<style>body{overflow:hidden}</style>${TALL}` },
      { context: TOUCH },
    );
    const { swipe } = hand(await page.context().newCDPSession(page));
    await swipe([200, 600], [200, 300], 12);
    await heard('deadSwipe');
  });

  it('hear a fast way up that is followed by hiding', async () => {
    const { page, names, heard } = await visit({ '/tall': TALL }, { context: TOUCH });
    const { swipe } = hand(await page.context().newCDPSession(page));
    await swipe([200, 600], [200, 200], 6);
    await page.waitForTimeout(5500);
    await swipe([200, 150], [200, 650], 4);
    expect(names()).toEqual([]);
    await page.evaluate(`
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
    await heard('exitIntent');
  });
});

describe.concurrent('signals of scripts', () => {
  it('G08: do not exist: moves, keys, touches and clicks that nobody made', async () => {
    const { page, signals } = await visit({
      '/s': '<form><button id=b>B</button></form><input type=file id=f>',
    });
    await page.evaluate(`
      for (let i = 0; i < 200; i += 1) {
        const at = { clientX: i % 2 ? 300 : 600, clientY: 300, pointerType: 'mouse', bubbles: true, composed: true };
        document.body.dispatchEvent(new PointerEvent('pointermove', at));
        document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -5 }));
        b.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        scrollTo(0, i % 2 ? 0 : 900);
      }
      f.addEventListener('click', (event) => event.preventDefault());
      f.click()`);
    await page.waitForTimeout(3000);
    expect(signals).toEqual([]);
  });
});

describe.concurrent('the built file', () => {
  const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";
  const START = `
    window.heard = [];
    window.failures = [];
    window.assistant = Beforehand.createAssistant({
      detectors: window.preset ?? 'sensitive',
      learning: { enabled: false },
      onSignal: ({ detector }) => heard.push(detector),
      onError: ({ code, message }) => failures.push(code + ' ' + message),
    });`;
  const start = (init = '') =>
    open({
      path: '/orders/4711/items',
      html: `<!doctype html><html lang=en><script src="/dist/beforehand.global.js"></script><script src="/start.js"></script><main>Orders</main>`,
      scripts: { 'start.js': START },
      policy: POLICY,
      init,
    });

  it('loads its detectors under a strict policy, keeps templates and times, and erases them', async () => {
    const { page, errors } = await start();
    await page.evaluate('assistant.ready');
    await page.reload();
    await page.waitForFunction(() => (window as never)['heard']['length'] > 0);
    expect(await page.evaluate('[heard, failures]')).toEqual([['refresh'], []]);
    const kept = await page.evaluate<string>(`sessionStorage.getItem('beforehand:routes')`);
    expect(JSON.parse(kept)).toEqual([
      { path: '/orders/:n/items', kind: 'load', at: expect.any(Number) },
      { path: '/orders/:n/items', kind: 'reload', at: expect.any(Number) },
    ]);
    expect(await page.evaluate(`assistant.exportData().then(({ routes }) => routes.length)`)).toBe(
      2,
    );
    await page.evaluate('assistant.eraseData()');
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(errors).toEqual([]);
  });

  it('reports what fails in its second file as the error that the host knows', async () => {
    const { page } = await open({
      html: `<!doctype html><html lang=en><script src="/dist/beforehand.global.js"></script><script src="/start.js"></script><main>Orders</main>`,
      scripts: {
        'start.js': `
          window.failures = [];
          const start = () => { throw new Error('not yet'); };
          Beforehand.createAssistant({
            tasks: [{ id: 'order', name: 'Order', start, success: '/thanks' }],
            onError: (error) => failures.push([error.code, error instanceof Beforehand.BeforehandError]),
          });`,
      },
    });
    await page.waitForFunction(() => (window as never)['failures']['length'] > 0);
    expect(await page.evaluate('failures[0]')).toEqual(['callback-error', true]);
  });

  it('names a preset that it does not know', async () => {
    const { page } = await start(`window.preset = 'loose'`);
    expect(await page.evaluate('failures')).toEqual([
      expect.stringMatching(/^invalid-config detectors is a string, expected a list, or one of/),
    ]);
  });
});
