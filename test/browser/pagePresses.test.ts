import type { CDPSession } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useChromium } from './harness.js';
import { openRecorded } from './pageRecorder.js';

const { open } = useChromium();
const opened = (body: string, options?: Parameters<typeof openRecorded>[2]) =>
  openRecorded(open, body, options);

describe('presses$', () => {
  it('has one mouse press a click, of the control around an icon, the same after a re-mount', async () => {
    const { human, page, all, reports } = await opened(`
      <main><p>text</p><div id=place><button id=first>Save</button>
      <button id=icon><svg id=svg width=40 height=40><circle r=20 cx=20 cy=20 /></svg></button></div></main>`);
    await human.click('#icon');
    await human.click('#svg');
    await page.evaluate(
      `(() => { const html = place.innerHTML; place.innerHTML = ''; place.innerHTML = html; })()`,
    );
    await human.click('#icon');
    const presses = await all('presses$');
    expect(presses.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(presses.map(({ target }) => target.path)).toEqual(Array(3).fill('main>div>button:2'));
    expect(presses[0]).toMatchObject({
      pointer: 'mouse',
      modified: false,
      target: { control: 'button', disabled: false, leadsAway: false, ignored: [], context: '' },
    });
    expect(presses[0]!.x).toBeGreaterThan(0);
    expect(await reports()).toEqual([]);
  });

  it('has one keyboard press for Enter and one for Space, and none for a key that is held', async () => {
    const { page, all } = await opened('<button id=a>Go</button><input type=checkbox id=c>');
    await page.focus('#a');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.focus('#c');
    await page.keyboard.press('Space');
    const presses = await all('presses$');
    expect(presses.map(({ pointer, x, y, target }) => [pointer, x, y, target.control])).toEqual([
      ['keyboard', 0, 0, 'button'],
      ['keyboard', 0, 0, 'button'],
      ['keyboard', 0, 0, 'button'],
      ['keyboard', 0, 0, 'toggle'],
    ]);
  });

  it('has the button pressed by an Enter in a field, also right after a mouse press', async () => {
    const { page, human, all } = await opened(
      '<form onsubmit="return false"><input id=t><button>Send</button></form>',
    );
    await human.click('#t');
    await page.keyboard.press('Enter');
    expect((await all('presses$')).map(({ pointer, target }) => [pointer, target.control])).toEqual(
      [
        ['mouse', 'field'],
        ['keyboard', 'button'],
      ],
    );
  });

  it('ignores clicks that scripts make, arrow keys in a radio group and the other buttons', async () => {
    const { page, all } = await opened(
      '<button id=a>a</button><input type=radio name=r id=r checked><input type=radio name=r>',
    );
    await page.evaluate(
      `a.click(); a.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, isPrimary: true }))`,
    );
    await page.focus('#r');
    await page.keyboard.press('ArrowRight');
    await page.click('#a', { button: 'right' });
    await page.click('#a', { button: 'middle' });
    expect(await all('presses$')).toEqual([]);
  });

  it('counts a press on a label once, as one on its field', async () => {
    const { human, all } = await opened(
      '<label for=c id=l>I agree to everything</label><p></p><input type=checkbox id=c>',
    );
    await human.click('#l');
    await human.pause(200, 200);
    const presses = await all('presses$');
    expect(presses.map(({ target }) => [target.path, target.control])).toEqual([
      ['input', 'toggle'],
    ]);
  });

  it('tells disabled buttons, by themselves, by their fieldset and by ARIA', async () => {
    const { human, all } = await opened(`
      <button id=a disabled><span id=s>Pay now</span></button>
      <fieldset disabled><button id=b>Pay</button></fieldset>
      <div aria-disabled=true><button id=c>Pay</button></div>`);
    for (const id of ['#s', '#b', '#c']) await human.click(id);
    const presses = await all('presses$');
    expect(presses.map(({ target }) => [target.control, target.disabled])).toEqual(
      Array(3).fill(['button', true]),
    );
  });

  it('has a tap of a finger, but not a pan or a second finger', async () => {
    const { page, all } = await opened('<button id=a style="width:200px;height:200px">A</button>', {
      context: { hasTouch: true, viewport: { width: 400, height: 600 } },
    });
    const cdp = await page.context().newCDPSession(page);
    await touch(cdp, [
      [50, 50],
      [53, 54],
    ]);
    await touch(cdp, [
      [50, 50],
      [50, 90],
    ]);
    await cdp.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: [{ x: 40, y: 40, id: 1 }],
    });
    await cdp.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: [
        { x: 40, y: 40, id: 1 },
        { x: 90, y: 90, id: 2 },
      ],
    });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    const presses = await all('presses$');
    expect(presses.map(({ pointer }) => pointer)).toEqual(['touch']);
  });

  it('looks into open shadow trees and stops at closed ones', async () => {
    const { page, human, all } = await opened(
      '<x-open id=o></x-open><hr><x-closed id=c></x-closed>',
    );
    await page.evaluate(`
      o.attachShadow({ mode: 'open' }).innerHTML = '<section><button style="width:90px">In</button></section>';
      c.attachShadow({ mode: 'closed' }).innerHTML = '<button style="width:90px">In</button>';
      for (const each of [o, c]) each.style.display = 'inline-block'`);
    await human.click('#o');
    await human.click('#c');
    expect((await all('presses$')).map(({ target }) => [target.path, target.control])).toEqual([
      ['x-open>section>button', 'button'],
      ['x-closed', 'none'],
    ]);
  });

  it('takes what shows a hand for a control, and says nothing of where a masked one is', async () => {
    const { page, human, all } = await opened(`
      <style>div { cursor: pointer; width: 120px }</style>
      <div id=a><p>Soup</p></div><div id=b><p data-private>Bread</p></div>
      <x-open id=o><div id=c><p>Rice</p></div></x-open>`);
    await page.evaluate(`
      o.attachShadow({ mode: 'open' }).innerHTML = '<section data-private><slot></slot></section>'`);
    for (const each of ['a', 'b', 'c']) await human.click(`#${each} p`);
    expect((await all('presses$')).map(({ target }) => [target.path, target.control])).toEqual([
      ['div', 'button'],
      ['', 'button'],
      ['', 'button'],
    ]);
  });

  it('is not fooled by a form whose fields have the names of properties', async () => {
    const { human, all, errors, reports } = await opened(`
      <form id=f style="padding:30px"><input name=localName><input name=parentNode><input name=getAttribute>
      <input name=closest><input name=matches><input name=nodeType><input name=form>
      <button id=b type=button>B</button></form>`);
    await human.click('#b');
    await human.click('[name=localName]');
    expect((await all('presses$')).map(({ target }) => target.path)).toEqual([
      'form>button',
      'form>input',
    ]);
    expect([errors, await reports()]).toEqual([[], []]);
  });

  it('keeps our own prompt out of everything', async () => {
    const { page, human, everything, all } = await opened(`
      <beforehand-prompt id=p></beforehand-prompt><div data-beforehand-ui><button id=q>Q</button><input id=i></div>`);
    await page.evaluate(
      `p.attachShadow({ mode: 'open' }).innerHTML = '<button style="width:80px">P</button>'; p.style.display = 'block'`,
    );
    const before = await everything();
    await human.click('#p');
    await human.click('#q');
    await page.focus('#i');
    await page.keyboard.type('hello');
    expect(await all('presses$')).toEqual([]);
    expect(await all('keys$')).toEqual([]);
    expect(await all('fields$')).toEqual([]);
    expect(before).toContain('routes$');
  });

  it('skips the press that brings the window to the front', async () => {
    const { page, human, all } = await opened('<button id=a>A</button>');
    await page.evaluate(`document.hasFocus = () => false`);
    await human.click('#a');
    await human.click('#a');
    expect((await all('presses$')).length).toBe(1);
  });

  it('tells which of the selectors were pressed, and reports one that is none', async () => {
    const { human, all, reports } = await opened('<div class=buy><button id=a>A</button></div>', {
      init: `window.selectors = ['.buy', '#nowhere', 'a[']`,
    });
    await human.click('#a');
    expect((await all('matches$')).map(({ selector }) => selector)).toEqual(['.buy']);
    expect(await reports()).toHaveLength(1);
    expect((await reports())[0]).toMatch(/^invalid-config/);
  });
});

async function touch(cdp: CDPSession, points: [number, number][]) {
  const [[x, y], ...rest] = points as [[number, number], ...[number, number][]];
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (const [moveX, moveY] of rest)
    await cdp.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: [{ x: moveX, y: moveY }],
    });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
