import { describe, expect, it } from 'vitest';
import { slowResponse } from '../../src/detectors/slowResponse.js';
import type { FieldEvent, PageError, PressResponse, ResponseKind } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makePageError } from '../fixtures/makePageError.js';
import { makePress } from '../fixtures/makePress.js';
import { playDetector } from '../fixtures/playDetector.js';
import { playPage, type Script } from '../fixtures/playPage.js';

const answer = (time: number, kind: ResponseKind = 'mutation', press = 1): PressResponse => ({
  press,
  time,
  kind,
});
const play = (responses$: readonly PressResponse[], script: Script = {}) =>
  playDetector(slowResponse(), {
    presses$: [makePress({ id: 1, time: 100 })],
    responses$,
    ...script,
  });

describe('slowResponse', () => {
  itIsADetector(() => slowResponse(), {
    signals: { presses$: [makePress({ id: 1, time: 100 })], responses$: [answer(1600)] },
  });

  it('signals when the first answer comes, 1 s or more after the press', () => {
    const script = { presses$: [makePress({ id: 1, time: 100 })], responses$: [answer(1350)] };
    expect(playPage(script, (page) => slowResponse().detect(page))).toEqual([
      {
        at: 1350,
        value: {
          detector: 'slowResponse',
          time: 1350,
          target: 'main>button',
          strength: 0.5,
          evidence: { latencyMs: 1250 },
        },
      },
    ]);
  });

  it.each<ResponseKind>(['mutation', 'property', 'navigation', 'media'])('counts a %s', (kind) => {
    expect(play([answer(1100, kind)])).toHaveLength(1);
  });

  it('signals once for a wait in which the control is pressed again, and again for the next', () => {
    const times = [100, 400, 2800, 9000];
    const presses$ = times.map((time, i) => makePress({ id: i + 1, time }));
    const late = times.map((time, i) => answer(time + 1500, 'mutation', i + 1));
    expect(play(late, { presses$ }).map(({ time }) => time)).toEqual([1600, 10_500]);
  });

  it('does not take a request that was started for an answer', () => {
    const signals = play([answer(120, 'resource'), answer(2100)]);
    expect(signals.map(({ evidence }) => evidence)).toEqual([{ latencyMs: 2000 }]);
  });

  it('waits for no answer to a form that a refused field has stopped', () => {
    const refused: FieldEvent = {
      ...{ kind: 'refused', time: 1150, form: 'form' },
      target: makePress({ id: 1 }).target,
    };
    expect(play([answer(120, 'sent')])).toHaveLength(1);
    expect(play([answer(120, 'sent')], { fields$: [refused] })).toEqual([]);
    expect(play([answer(120, 'sent')], { fields$: [{ ...refused, time: 50 }] })).toHaveLength(1);
  });

  it('signals when a request ends of which nothing was seen all the time', () => {
    const [signal] = play([answer(120, 'resource'), answer(5600, 'ended')]);
    expect(signal).toMatchObject({ time: 5600, strength: 1, evidence: { latencyMs: 5500 } });
  });

  it('believes no late answer to a press that threw: its handler did not come to that', () => {
    const throwing = (time: number, kind: PageError['kind'] = 'error') => ({
      errors$: [makePageError({ time, kind })],
    });
    expect(play([answer(1600)], throwing(160))).toEqual([]);
    expect(play([answer(1600)], throwing(900, 'rejection'))).toEqual([]);
    expect(play([answer(1600)], throwing(50))).toHaveLength(1);
    expect(play([answer(1600)], throwing(1590, 'request'))).toHaveLength(1);
  });

  it.each([
    ['the press was answered before', [answer(300), answer(5600, 'ended')], {}],
    [
      'another control was pressed meanwhile',
      [answer(5600, 'ended')],
      {
        presses$: [
          makePress({ id: 1, time: 100 }),
          makePress({ id: 2, time: 4000, target: { path: 'main>a' } }),
        ],
      },
    ],
  ])('is silent about a request that ends late when %s', (_, responses$, script: Script) => {
    expect(play(responses$, script)).toEqual([]);
  });

  it('signals when a form was sent off and nothing has come of it', () => {
    const [signal] = play([answer(110, 'sent')]);
    expect(signal).toMatchObject({ time: 2600, strength: 1, evidence: { latencyMs: 2500 } });
  });

  it.each([
    [
      'what was sent off is answered, if out of sight',
      [answer(110, 'sent'), answer(300, 'resource')],
    ],
    ['the answer comes in time', [answer(1099)]],
    ['a first answer came in time', [answer(150, 'focus'), answer(1500)]],
    ['the late answer is the visitor’s own doing', [answer(1500, 'form')]],
    ['the answer is so late that the press counts as dead', [answer(2601)]],
    ['nothing answers', []],
  ])('is silent when %s', (_, responses$) => {
    expect(play(responses$)).toEqual([]);
  });

  it('is silent when another control was pressed meanwhile, whose answer it may be', () => {
    const other = makePress({ id: 2, time: 1200, target: { path: 'main>a' } });
    const presses$ = [makePress({ id: 1, time: 100 }), other];
    expect(play([answer(1400)], { presses$ })).toEqual([]);
  });

  it('is silent when the page was hidden meanwhile', () => {
    expect(play([answer(1500)], { lifecycle$: [{ time: 500, kind: 'hidden' }] })).toEqual([]);
  });
});
