import { describe, expect, it } from 'vitest';
import { errorClick } from '../../src/detectors/index.js';
import type { KeyKind, PageError, Signal } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makePageError } from '../fixtures/makePageError.js';
import { makePress } from '../fixtures/makePress.js';
import { makeStreams } from '../fixtures/makeStreams.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

const play = (script: Script) => playDetector(errorClick(), script);
const key = (time: number, kind: KeyKind, inField = false) => ({ time, kind, inField });

describe('errorClick', () => {
  itIsADetector(() => errorClick(), {
    signals: { presses$: [makePress()], errors$: [makePageError({ time: 20 })] },
  });

  it('signals when an error follows a press, as strong as the error', () => {
    const errors$ = [makePageError({ time: 150, strength: 0.5, kind: 'request' })];
    expect(play({ presses$: [makePress({ time: 100 })], errors$ })).toEqual([
      {
        detector: 'errorClick',
        time: 150,
        target: 'main>button',
        strength: 0.5,
        evidence: { afterMs: 50 },
      },
    ]);
  });

  it.each<PageError['kind']>(['error', 'rejection', 'request', 'validation'])(
    'counts each kind of error: %s',
    (kind) => {
      expect(
        play({ presses$: [makePress()], errors$: [makePageError({ time: 1, kind })] }),
      ).toHaveLength(1);
    },
  );

  it.each([
    ['2 s', 2000, 1],
    ['more than 2 s', 2001, 0],
  ])('after %s', (_, time, count) => {
    expect(play({ presses$: [makePress()], errors$: [makePageError({ time })] })).toHaveLength(
      count,
    );
  });

  it('blames the latest press', () => {
    const presses$ = [makePress(), makePress({ time: 100, target: { path: 'main>a' } })];
    const errors$ = [makePageError({ time: 200 })];
    expect(play({ presses$, errors$ }).map(({ target }) => target)).toEqual(['main>a']);
  });

  it('does not blame an earlier press where marks shield the latest', () => {
    const presses$ = [makePress(), makePress({ time: 100, target: { ignored: ['errorClick'] } })];
    expect(play({ presses$, errors$: [makePageError({ time: 200 })] })).toEqual([]);
  });

  it('blames a press once, and again only for something worse', () => {
    const errors$ = [0.5, 0.5, 1, 1, 0.7].map((strength, i) =>
      makePageError({ time: 10 + i, strength }),
    );
    const signals = play({ presses$: [makePress()], errors$ });
    expect(signals.map(({ strength }) => strength)).toEqual([0.5, 1]);
  });

  it('blames the next press anew', () => {
    const presses$ = [makePress(), makePress({ time: 1000 })];
    const errors$ = [makePageError({ time: 10 }), makePageError({ time: 1010 })];
    expect(play({ presses$, errors$ })).toHaveLength(2);
  });

  it.each([
    ['enter on the page', key(0, 'enter'), 1],
    ['enter in a field', key(0, 'enter', true), 1],
    ['space on a control', key(0, 'space'), 1],
    ['space in a text', key(0, 'space', true), 0],
    ['a letter', key(0, 'character', true), 0],
  ])('after %s', (_, keystroke, count) => {
    const signals = play({ keys$: [keystroke], errors$: [makePageError({ time: 30 })] });
    expect(signals.map(({ target }) => target)).toEqual(Array(count).fill(''));
  });

  it('does not blame a press for an error that is older and heard of later', () => {
    const page = makeStreams();
    const heard: Signal[] = [];
    errorClick()
      .detect(page)
      .subscribe((signal) => heard.push(signal));
    page.presses$.next(makePress({ time: 60 }));
    page.errors$.next(makePageError({ time: 50 }));
    expect(heard).toEqual([]);
  });

  it.each([
    ['nothing was pressed', {}],
    ['the error was there before the press', { presses$: [makePress({ time: 60 })] }],
  ])('is silent when %s', (_, script) => {
    expect(play({ ...script, errors$: [makePageError({ time: 50 })] })).toEqual([]);
  });
});
