import { describe, expect, it } from 'vitest';
import { useChromium } from './harness.js';
import { openRecorded } from './pageRecorder.js';

const { open } = useChromium();
const opened = (body: string, options?: Parameters<typeof openRecorded>[2]) =>
  openRecorded(open, body, options);

/** Time for what moves by itself to be learned. */
const LEARNED_MS = 4500;
/** A detector waits this long before it calls a press dead. */
const DEAD_MS = 2600;

const CLOCK = `<footer><p>It is <b id=clock>0</b></p><i id=ticker>0</i></footer>`;
const TICKS = `
  setInterval(() => (clock.textContent = new Date().toISOString()), 1000);
  setInterval(() => (ticker.textContent = Math.random()), 90);`;

describe.concurrent('responses$', () => {
  it.each<[kind: string, body: string, script: string, init?: string]>([
    ['mutation', '<p id=out></p>', `a.onclick = () => (out.textContent = 'done')`],
    [
      'mutation',
      '<p id=out></p>',
      `a.onclick = () => setTimeout(() => (out.textContent = 'done'), 1200)`,
    ],
    ['mutation', '<p id=out></p>', `addEventListener('pointerdown', () => (out.hidden = true))`],
    ['property', '<input id=f>', `a.onclick = () => (f.value = 'on')`],
    ['form', '<div popover id=pop>Hi</div>', `a.popoverTargetElement = pop`],
    ['focus', '<input id=f>', `a.onclick = () => f.focus()`],
    ['selection', '<p id=p>Some text</p>', `a.onclick = () => getSelection().selectAllChildren(p)`],
    ['scroll', '<div style="height:3000px"></div>', `a.onpointerdown = () => scrollTo(0, 500)`],
    ['navigation', '', `a.onclick = () => history.pushState(0, '', '/test-page/2')`],
    ['navigation', '', `a.onclick = () => (location.hash = 'part')`],
    ['resource', '', `a.onclick = () => fetch('/recorder.js?x=1')`],
    ['media', '<video id=v></video>', `a.onclick = () => { v.play().catch(() => {}) }`],
    [
      'clipboard',
      '<input id=f value=abc>',
      `a.onclick = () => { f.select(); document.execCommand('copy') }`,
    ],
  ])('has %s', async (kind, body, script) => {
    const { page, human, answers, reports } = await opened(
      `<button id=a>Do it</button><hr>${body}`,
    );
    await page.evaluate(`(() => { ${script} })()`);
    await human.click('#a');
    await human.pause(DEAD_MS, DEAD_MS);
    expect((await answers())[0]).toContain(kind);
    expect(await reports()).toEqual([]);
  });

  it('hears of the end of a request that took long, when the watch is long over', async () => {
    const { page, human, answers } = await opened('<button id=a>A</button>', {
      beforeOpening: (page) =>
        page.route('**/slow', async (route) => {
          await new Promise((done) => setTimeout(done, 6000));
          await route.fulfill({ body: 'done' });
        }),
    });
    await page.evaluate(`a.onclick = () => void fetch('/slow')`);
    await human.click('#a');
    await human.pause(7000, 7000);
    expect((await answers())[0]).toContain('ended');
  });

  it('has drag', async () => {
    const { page, human, answers } = await opened('<button id=a>A</button>');
    await human.drag({ x: 20, y: 20 }, { x: 120, y: 90 });
    await human.pause(300, 300);
    expect((await answers())[0]).toContain('drag');
    await page.close();
  });

  it('has window', async () => {
    const { page, human, answers } = await opened('<button id=a>A</button>');
    await human.click('#a');
    // Playwright keeps every page focused, so the blur that a new window brings is made by hand.
    await page.evaluate(`dispatchEvent(new FocusEvent('blur'))`);
    await human.pause(300, 300);
    expect((await answers())[0]).toContain('window');
  });

  it('sees what no event tells for each press of what is no control, once it is pressed again', async () => {
    const { page, human, answers } = await opened('<p id=a>Some text</p><hr><input id=f value=0>');
    await page.evaluate(`a.onclick = () => (f.value = Number(f.value) + 1)`);
    await human.hammer('#a', 3);
    await human.pause(DEAD_MS, DEAD_MS);
    const found = await answers();
    expect(found).toHaveLength(3);
    for (const kinds of found) expect(kinds).toContain('property');
  });

  it('sees a checkbox and a change inside the open shadow tree that was pressed', async () => {
    const { page, human, answers } = await opened(
      '<input type=checkbox id=c><x-open id=o></x-open>',
    );
    await page.evaluate(`
      o.style.display = 'inline-block';
      o.attachShadow({ mode: 'open' }).innerHTML = '<button style="display:block;width:90px;height:60px">In</button><p style="margin:0;height:0;overflow:hidden"></p>';
      o.shadowRoot.querySelector('button').onclick = () => (o.shadowRoot.querySelector('p').textContent = 'x')`);
    await human.click('#c');
    await human.click('#o');
    await human.pause(DEAD_MS, DEAD_MS);
    const [checkbox, shadow] = await answers();
    expect(checkbox).toEqual(expect.arrayContaining(['form', 'property']));
    expect(shadow).toContain('mutation');
  });

  it('sees an answer in an element whose code came after the page was looked at', async () => {
    const { page, human, answers } = await opened(
      '<button id=dead>Dead</button><button id=a>Live</button><hr><x-late id=o></x-late>',
    );
    await human.click('#dead');
    await page.evaluate(`
      customElements.define('x-late', class extends HTMLElement {
        constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>0</p>'; }
      });
      a.onclick = () => setTimeout(() => (o.shadowRoot.querySelector('p').textContent = '1'), 200)`);
    await human.pause(DEAD_MS, DEAD_MS);
    await human.click('#a');
    await human.pause(DEAD_MS, DEAD_MS);
    expect(await answers()).toEqual([[], ['mutation']]);
  });

  it('has none for a dead button while a clock and a ticker go on elsewhere', async () => {
    const { page, human, answers } = await opened(
      `<main><button id=a>Dead</button></main>${CLOCK}`,
    );
    await page.evaluate(`(() => { ${TICKS} })()`);
    await human.pause(LEARNED_MS, LEARNED_MS);
    await human.click('#a');
    await human.pause(DEAD_MS, DEAD_MS);
    await human.hammer('#a', 3);
    await human.pause(DEAD_MS, DEAD_MS);
    expect(await answers()).toEqual([[], [], [], []]);
  });

  it('has none for a dead button pressed right after a clock has ticked, which ticks thrice then', async () => {
    const { page, human, answers } = await opened(
      `<main><button id=a>Dead</button></main>${CLOCK}`,
    );
    await page.evaluate(`(() => { ${TICKS} })()`);
    await page.hover('#a');
    await human.pause(LEARNED_MS, LEARNED_MS);
    await page.evaluate(
      `new Promise((done) => new MutationObserver(done).observe(clock, { childList: true }))`,
    );
    await human.click('#a');
    await human.pause(DEAD_MS + 500, DEAD_MS + 500);
    expect(await answers()).toEqual([[]]);
  });

  it('has none either before the clock is known', async () => {
    const { page, human, answers } = await opened(
      `<main><button id=a>Dead</button></main>${CLOCK}`,
    );
    await page.evaluate(`setInterval(() => (clock.textContent = new Date().toISOString()), 1000)`);
    await human.click('#a');
    await human.pause(DEAD_MS + 400, DEAD_MS + 400);
    expect(await answers()).toEqual([[]]);
  });

  it('has a mutation for a live button beside a clock and a ticker, at once', async () => {
    const { page, human, answers } = await opened(
      `<main><button id=a>Live</button></main><aside><span id=badge>0</span></aside>${CLOCK}`,
    );
    await page.evaluate(`(() => { ${TICKS}; a.onclick = () => (badge.textContent = '1') })()`);
    await human.pause(LEARNED_MS, LEARNED_MS);
    await human.click('#a');
    await human.pause(250, 250);
    expect(await answers()).toEqual([['mutation']]);
  });

  it('has none for changes in our own UI and in what is marked as noise', async () => {
    const { page, human, answers } = await opened(`
      <button id=a>Dead</button><hr><beforehand-prompt id=p></beforehand-prompt>
      <div data-beforehand-noise><p id=n></p></div>`);
    await page.evaluate(`a.onclick = () => {
      p.hidden = true; n.textContent = 'x'; p.append('x');
      document.documentElement.append(document.createElement('beforehand-prompt'));
    }`);
    await human.click('#a');
    await human.pause(DEAD_MS, DEAD_MS);
    expect(await answers()).toEqual([[]]);
  });

  it('has none when a press only gives its own control the focus, or the visitor scrolls or types', async () => {
    const { page, human, answers } = await opened(
      '<button id=a>Dead</button><input id=f><div style="height:3000px"></div>',
    );
    await human.click('#a');
    await human.wheel(200, 3);
    await human.pause(200, 200);
    await page.keyboard.press('Tab');
    await page.keyboard.type('hello');
    await human.pause(500, 500);
    expect(await answers()).toEqual([[]]);
  });

  it('answers the press that it belongs to, and every press of the same control', async () => {
    const { page, human, answers } = await opened(`
      <main><button id=dead>Dead</button></main><aside><button id=live>Live</button><p id=out></p></aside>`);
    await page.evaluate(`live.onclick = () => setTimeout(() => (out.textContent += 'x'), 400)`);
    await human.click('#dead');
    await human.hammer('#live', 2);
    await human.pause(DEAD_MS, DEAD_MS);
    expect(await answers()).toEqual([[], ['mutation'], ['mutation']]);
  });

  it('counts what answered a finger before it was lifted', async () => {
    const { page, human, answers } = await opened(
      '<button id=a style="height:80px">Menu</button><hr><p id=out></p>',
      {
        context: { hasTouch: true },
      },
    );
    await page.evaluate(`a.onpointerdown = () => (out.textContent = 'open')`);
    await human.pause(LEARNED_MS, LEARNED_MS);
    await page.touchscreen.tap(20, 20);
    await human.pause(400, 400);
    expect((await answers())[0]).toContain('mutation');
  });

  it('does not take a polled request for an answer', async () => {
    const { page, human, answers } = await opened('<button id=a>Dead</button>');
    await page.evaluate(`setInterval(() => fetch('/recorder.js?t=' + Math.random()), 250)`);
    await human.pause(1500, 1500);
    await human.click('#a');
    await human.pause(DEAD_MS, DEAD_MS);
    expect(await answers()).toEqual([[]]);
  });

  it('gives up on a page that changes too much, and then calls nothing dead', async () => {
    const { page, human, answers, reports, errors } = await opened(
      '<button id=a>Dead</button><div id=d></div>',
    );
    await human.pause(LEARNED_MS, LEARNED_MS);
    await page.evaluate(
      `a.onclick = () => { for (let i = 0; i < 12000; i += 1) d.append(document.createElement('i')) }`,
    );
    await human.click('#a');
    await human.pause(300, 300);
    await page.evaluate(`a.onclick = null`);
    await human.click('#a');
    await human.pause(300, 300);
    expect(await answers()).toEqual([['mutation'], ['mutation']]);
    expect(await reports()).toHaveLength(1);
    expect(errors).toEqual([]);
  });
});
