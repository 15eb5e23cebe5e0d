import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readItems } from '../../../cli/input/readItems.js';
import type { Item } from '../../../cli/input/Item.js';
import { el, makeVisit } from '../../fixtures/makeVisit.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beforehand-input-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const visit = makeVisit(el('body', {}, el('button', { id: 'b' }, 'x')));
visit.press(100, 'b');
const { events } = visit;
const json = (value: unknown) => JSON.stringify(value);

async function read(content: string | Buffer, { asInput = false } = {}) {
  const file = asInput ? '-' : join(folder, `file-${Math.random()}`);
  if (!asInput) writeFileSync(file, content);
  const broken: string[] = [];
  const items: Item[] = [];
  const io = {
    stdin: Readable.from([Buffer.from(content)]),
    write: () => {},
    complain: () => {},
    isTerminal: false,
  };
  for await (const item of readItems([file], {
    io,
    onBroken: ({ file: where, line }, reason) =>
      broken.push(`${basename(where)}:${line ?? ''} ${reason}`),
  }))
    items.push(item);
  return { file: basename(file), items, kinds: items.map(({ kind }) => kind), broken };
}

const eventsIn = (items: readonly Item[]) =>
  items.map((item) => (item.kind === 'session' ? item.session.events.length : 0));

describe('a recording by rrweb', () => {
  it.each([
    ['a list', json(events)],
    ['a list over many lines', JSON.stringify(events, null, 2)],
    ['one event a line', events.map(json).join('\n')],
    ['an object with events', json({ events })],
    ['a list of lists, as Sentry gives', json([events.slice(0, 2), events.slice(2)])],
    ['an export of PostHog', json({ version: '2023-04-28', data: { snapshots: events } })],
    ['lines of PostHog by window', json({ window_id: 'w1', data: events })],
    ['pairs of window and event', events.map((event) => json(['w1', event])).join('\n')],
    ['gzip', gzipSync(json(events))],
    ['packed events', json(events.map((event) => deflateSync(json(event)).toString('latin1')))],
  ])('is read as %s', async (_, content) => {
    const { items, broken } = await read(content);
    expect(eventsIn(items)).toEqual([events.length]);
    expect(broken).toEqual([]);
  });

  it('is read with its label and visitor, one a line', async () => {
    const line = { id: 'a', user: 'u', label: 1, events };
    const { items } = await read([json(line), json({ ...line, id: 'b', label: 0 })].join('\n'));
    expect(items).toMatchObject([
      { session: { id: 'a', user: 'u', label: 1 } },
      { session: { id: 'b', user: 'u', label: 0 } },
    ]);
  });

  it('is one for each tab', async () => {
    const two = events.flatMap((event) => [
      { ...event, windowId: 'one' },
      { ...event, windowId: 'two' },
    ]);
    expect(eventsIn((await read(json(two))).items)).toEqual([events.length, events.length]);
  });

  it('is unpacked where PostHog packed it', async () => {
    const pack = (value: unknown) => gzipSync(json(value)).toString('latin1');
    const packed = events.map((event) => ({ ...event, cv: '2024-10', data: pack(event.data) }));
    const { items } = await read(json(packed));
    expect(items).toMatchObject([{ session: { events: events.map(({ data }) => ({ data })) } }]);
  });
});

describe('other input', () => {
  it('is a recording of actions, a table, an export, or another thing', async () => {
    const actions = { id: 'a', user: 'u', events: [[0, 'click', 'x']] };
    expect((await read(`${json(actions)}\n${json(actions)}`)).kinds).toEqual([
      'recording',
      'recording',
    ]);
    expect((await read(json({ decisions: [], pending: [], models: {} }))).kinds).toEqual([
      'export',
    ]);
    expect((await read(json({ model: 'prior' }))).kinds).toEqual(['other']);
    expect((await read('a,b\n1,"x, ""y"""\n')).items).toMatchObject([
      { row: { a: '1', b: 'x, "y"' } },
    ]);
  });

  it('comes from standard input, packed or not', async () => {
    expect(eventsIn((await read(json(events), { asInput: true })).items)).toEqual([events.length]);
    const packed = gzipSync(json(events));
    expect(eventsIn((await read(packed, { asInput: true })).items)).toEqual([events.length]);
  });
});

describe('broken input', () => {
  const line = json({ id: 'a', user: 'u', events: [] });

  it('is named by its line and skipped, the first line too', async () => {
    const { file, kinds, broken } = await read(`{"id": "half\n${line}\n${line}\n{broken}\n${line}`);
    expect(kinds).toEqual(['recording', 'recording', 'recording']);
    expect(broken).toEqual([`${file}:1 not JSON`, `${file}:4 not JSON`]);
  });

  it('is a row with too many or too few values', async () => {
    const { file, kinds, broken } = await read('a,b\n1,2\n1\n1,2,3\n3,4\n');
    expect(kinds).toEqual(['row', 'row']);
    expect(broken).toEqual([
      `${file}:3 1 values for 2 columns`,
      `${file}:4 3 values for 2 columns`,
    ]);
  });

  it('keeps what came before the end of a cut file', async () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      json({ id: `${i}-${Math.random()}`, user: 'u', events: [] }),
    );
    const packed = gzipSync(many.join('\n'));
    const { kinds, broken } = await read(packed.subarray(0, packed.length / 2));
    expect(kinds.length).toBeGreaterThan(100);
    expect(broken.join()).toContain('unexpected end of file');
  });

  it.each([
    ['nothing', '', 'is empty'],
    ['one line of prose', 'hello\n', 'neither JSON nor a table with a header'],
  ])('is %s', async (_, content, reason) => {
    expect((await read(content)).broken.join()).toContain(reason);
  });
});
