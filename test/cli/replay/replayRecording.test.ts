import { describe, expect, it } from 'vitest';
import { el, makeVisit } from '../../fixtures/makeVisit.js';
import { replayVisit } from '../../fixtures/replayVisit.js';

const page = () =>
  el(
    'body',
    {},
    el(
      'main',
      { id: 'main' },
      el('button', { id: 'apply', type: 'button' }, 'Apply'),
      el('p', { id: 'status' }),
      el('a', { id: 'link', href: 'https://shop.test/shipping' }, 'Check out'),
      el('label', { id: 'label', for: 'tick' }, 'Gift'),
      el('input', { id: 'tick', type: 'checkbox' }),
      el(
        'form',
        { id: 'form' },
        el('input', { id: 'code', type: 'text', name: 'code' }),
        el('input', { id: 'post', type: 'text', name: 'post', required: true }),
        el('button', { id: 'send', type: 'submit' }, 'Send'),
      ),
    ),
  );

describe('a press in a recording', () => {
  it('is dead when nothing changes in 2.5 s', async () => {
    const visit = makeVisit(page());
    visit.press(5000, 'apply');
    visit.end(9000);
    const { signals, said } = await replayVisit(visit.events);
    expect(signals).toEqual(['deadClick']);
    expect(said.find(({ kind }) => kind === 'signal')).toMatchObject({
      atMs: 7500,
      signal: { target: 'main>button' },
    });
  });

  it('is answered by a change of the page', async () => {
    const visit = makeVisit(page());
    visit.press(5000, 'apply');
    visit.append(5300, 'status', el('b', {}, 'Done'));
    visit.end(9000);
    expect((await replayVisit(visit.events)).signals).toEqual([]);
  });

  it('is rage when it comes four times in a second', async () => {
    const visit = makeVisit(page());
    for (const at of [5000, 5200, 5400, 5600]) visit.press(at, 'apply');
    visit.end(6500);
    expect((await replayVisit(visit.events)).signals).toContain('rageClick');
  });

  it('is known by what made it', async () => {
    const visit = makeVisit(page());
    visit.press(1000, 'apply');
    visit.tap(4000, 'apply');
    visit.activate(8000, 'apply');
    visit.end(9000);
    const { presses } = await replayVisit(visit.events);
    expect(presses.map(({ pointer }) => pointer)).toEqual(['mouse', 'touch', 'keyboard']);
  });

  it('counts once when a label passes it on to its field', async () => {
    const visit = makeVisit(page());
    visit.press(1000, 'label');
    visit.activate(1063, 'tick');
    visit.input(1064, 'tick', { text: 'on', isChecked: true });
    visit.end(5000);
    const { presses, signals } = await replayVisit(visit.events);
    expect(presses).toHaveLength(1);
    expect(signals).toEqual([]);
  });

  it('is none with the other button', async () => {
    const visit = makeVisit(page());
    visit.interact(1000, 'mouseDown', 'apply', { pointerType: 0 });
    visit.increment(1001, 2, { type: 3, id: 1, x: 10, y: 10 });
    visit.interact(1080, 'mouseUp', 'apply', { pointerType: 0 });
    visit.end(5000);
    expect((await replayVisit(visit.events)).presses).toEqual([]);
  });
});

describe('a field in a recording', () => {
  it('is edited by the visitor who has the focus in it, not by a script', async () => {
    const visit = makeVisit(page());
    visit.input(500, 'code', { text: 'set by a script', isChecked: false });
    visit.interact(5000, 'focus', 'post');
    visit.input(5100, 'post', { text: '*', isChecked: false });
    visit.input(5200, 'post', { text: '**', isChecked: false });
    visit.input(5300, 'post', { text: '*', isChecked: false });
    visit.interact(5900, 'blur', 'post');
    visit.end(6000);
    expect((await replayVisit(visit.events)).fields).toEqual([
      'focus',
      'edit',
      'edit',
      'deletion',
      'left',
    ]);
  });

  it('refuses a submit while it is required and empty', async () => {
    const visit = makeVisit(page());
    visit.press(1000, 'send');
    visit.end(3000);
    expect((await replayVisit(visit.events)).fields.sort()).toEqual(['invalid', 'refused']);
  });

  it('is refused anew when the page writes into its form after a submit', async () => {
    const visit = makeVisit(page());
    visit.interact(500, 'focus', 'post');
    visit.input(600, 'post', { text: 'x', isChecked: false });
    visit.press(1000, 'send');
    visit.change(1070, 'post', { 'aria-invalid': 'true' });
    visit.press(4000, 'send');
    visit.append(4070, 'form', el('p', {}, 'Still wrong'));
    visit.end(7000);
    const { fields, signals } = await replayVisit(visit.events);
    expect(fields.filter((kind) => kind === 'refused')).toHaveLength(2);
    expect(signals).toContain('formStruggle');
  });
});

describe('where a recording is', () => {
  it('follows a link within the page when the page changes', async () => {
    const visit = makeVisit(page());
    visit.press(1000, 'link');
    visit.append(1200, 'main', el('h1', {}, 'Shipping'));
    visit.end(2000);
    expect((await replayVisit(visit.events)).routes).toEqual(['/cart', '/shipping']);
  });

  it('follows page views that recorders write down', async () => {
    const visit = makeVisit(page());
    visit.custom(1000, '$pageview', { href: 'https://shop.test/help/42' });
    visit.custom(2000, 'breadcrumb', {
      category: 'navigation',
      data: { from: '/help/42', to: '/contact' },
    });
    visit.end(3000);
    expect((await replayVisit(visit.events)).routes).toEqual(['/cart', '/help/:n', '/contact']);
  });

  it('begins anew with a page load', async () => {
    const visit = makeVisit(page());
    visit.load(4000, page(), 'https://shop.test/payment');
    visit.press(5000, 'apply');
    visit.end(9000);
    const { pages, routes, signals } = await replayVisit(visit.events);
    expect({ pages, routes, signals }).toEqual({
      pages: 2,
      routes: ['/cart', '/payment'],
      signals: ['deadClick'],
    });
  });

  it('goes on over a snapshot of the page that is there', async () => {
    const visit = makeVisit(page());
    const snapshot = visit.events.slice(0, 2);
    visit.press(1000, 'apply');
    visit.events.push(
      ...snapshot.map((event) => ({ ...event, timestamp: event.timestamp + 2000 })),
    );
    visit.end(5000);
    expect(await replayVisit(visit.events)).toMatchObject({ pages: 1, signals: ['deadClick'] });
  });
});

describe('what recorders write down beside the page', () => {
  it('tells of an uncaught error by its class', async () => {
    const visit = makeVisit(page());
    visit.press(1000, 'apply');
    visit.plugin(1100, 'rrweb/console@1', {
      level: 'error',
      payload: ['"Uncaught TypeError: secret is undefined"'],
      trace: [],
    });
    visit.end(5000);
    const { said, signals } = await replayVisit(visit.events);
    expect(signals).toContain('errorClick');
    expect(JSON.stringify(said)).not.toContain('secret');
  });

  it('takes a request as the answer to a press', async () => {
    const visit = makeVisit(page());
    visit.press(1000, 'apply');
    const request = { name: 'https://shop.test/api', initiatorType: 'fetch', duration: 40 };
    visit.plugin(1200, 'rrweb/network@1', { requests: [request] });
    visit.press(5000, 'apply');
    visit.custom(5200, 'performanceSpan', {
      op: 'resource.fetch',
      description: 'https://shop.test/api',
      ...{ startTimestamp: 1_700_000_005.1, endTimestamp: 1_700_000_005.2 },
      data: { statusCode: 200 },
    });
    visit.end(9000);
    expect((await replayVisit(visit.events)).signals).toEqual([]);
  });

  it('judges nothing while the page is hidden', async () => {
    const visit = makeVisit(page());
    visit.press(1000, 'apply');
    visit.custom(1500, 'window hidden', {});
    visit.end(6000);
    expect((await replayVisit(visit.events)).signals).toEqual([]);
  });
});

describe('a replay', () => {
  it('shows help once the gates are open, and says so the same way each time', async () => {
    const visit = makeVisit(page());
    for (const at of [40_000, 40_200, 40_400, 40_600, 43_000]) visit.press(at, 'apply');
    visit.end(50_000);
    const articles = [{ id: 'coupons', title: 'Coupons', url: '/help/coupons' }];
    const [first, second] = [
      await replayVisit(visit.events, { articles }),
      await replayVisit(visit.events, { articles }),
    ];
    const shown = first.said.flatMap((each) =>
      each.kind === 'decision' && each.decision.shown ? [each.decision.offer?.articles[0]?.id] : [],
    );
    expect(shown).toEqual(['coupons']);
    expect(second.said).toEqual(first.said);
  });

  it('gives RxJS its own time back', async () => {
    const { timer, firstValueFrom } = await import('rxjs');
    const visit = makeVisit(page());
    visit.end(1000);
    await replayVisit(visit.events);
    expect(await firstValueFrom(timer(1))).toBe(0);
  });
});
