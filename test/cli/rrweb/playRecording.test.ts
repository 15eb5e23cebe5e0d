import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RrwebEvent } from '../../../cli/rrweb/RrwebEvent.js';
import { el, makeVisit } from '../../fixtures/makeVisit.js';
import { replayVisit } from '../../fixtures/replayVisit.js';

function aVisit() {
  const visit = makeVisit(
    el(
      'body',
      {},
      el(
        'main',
        { id: 'main' },
        el('button', { id: 'b', type: 'button' }, 'x'),
        el('input', { id: 'i' }),
      ),
    ),
  );
  visit.press(1000, 'b');
  visit.interact(2000, 'focus', 'i');
  visit.input(2100, 'i', { text: 'a', isChecked: false });
  visit.append(2200, 'main', el('p', {}, 'y'));
  visit.change(2300, 'b', { class: 'busy', style: { color: 'red', width: false } });
  visit.increment(2400, 3, { id: 1, y: 300 });
  visit.increment(2500, 14, { ranges: [{ start: 4, startOffset: 0, end: 5, endOffset: 1 }] });
  visit.plugin(2600, 'rrweb/network@1', { requests: [{ name: 'x', responseStatus: 500 }] });
  visit.press(3000, 'b');
  visit.end(6000);
  return visit.events;
}

describe('a damaged event', () => {
  it('is passed over, and told of', async () => {
    const events = aVisit();
    const damaged = {
      ...events[0]!,
      type: 3,
      timestamp: events[0]!.timestamp + 500,
      data: { source: 0, adds: [null] },
    };
    const { presses, complaints } = await replayVisit([
      ...events,
      damaged as unknown as RrwebEvent,
    ]);
    expect(presses).toHaveLength(2);
    expect(complaints.join()).toMatch(/^1 of \d+ events are damaged/);
  });

  it('never ends a replay, whatever it holds', async () => {
    const events = aVisit();
    const anyField = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, -1, 1e9, '', []));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: events.length - 1 }),
        fc.constantFrom(
          'id',
          'type',
          'source',
          'text',
          'adds',
          'attributes',
          'ranges',
          'payload',
          'y',
        ),
        anyField,
        async (index, field, value) => {
          const changed = events.map((event, i) =>
            i === index ? { ...event, data: { ...event.data, [field]: value } } : event,
          ) as RrwebEvent[];
          expect((await replayVisit(changed)).pages).toBeGreaterThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what happens in a frame', () => {
  it('is not heard by the page around it', async () => {
    const visit = makeVisit(el('body', {}, el('iframe', { id: 'frame' })));
    const inside = {
      ...{ type: 0, id: 900 },
      childNodes: [{ type: 2, id: 901, tagName: 'button', attributes: {}, childNodes: [] }],
    };
    const frame = visit.idOf('frame');
    visit.increment(500, 0, { adds: [{ parentId: frame, nextId: null, node: inside }] });
    for (const type of [1, 0, 2]) visit.increment(1000 + type, 2, { type, id: 901, x: 1, y: 1 });
    visit.end(5000);
    expect((await replayVisit(visit.events)).presses).toEqual([]);
  });
});

describe('a shadow tree', () => {
  it('is part of the path of what is pressed in it', async () => {
    const visit = makeVisit(el('body', {}, el('shop-button', { id: 'host' })));
    const inside = {
      ...{ type: 2, id: 900, tagName: 'button', attributes: {}, isShadow: true },
      childNodes: [],
    };
    visit.increment(500, 0, {
      adds: [{ parentId: visit.idOf('host'), nextId: null, node: inside }],
    });
    visit.increment(1000, 2, { type: 1, id: 900, x: 1, y: 1, pointerType: 0 });
    visit.end(5000);
    const { presses, signals } = await replayVisit(visit.events);
    expect(presses.map(({ target }) => target.path)).toEqual(['shop-button>button']);
    expect(signals).toEqual(['deadClick']);
  });
});
