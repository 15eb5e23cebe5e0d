import { describe, expect, it } from 'vitest';
import { trainPart, trainPrior } from '../../../src/evaluation/index.js';
import { loadOf } from '../../../src/evaluation/recorded/loadOf.js';
import { makeRecording, makeRecordings } from '../../fixtures/makeRecording.js';

const recordings = makeRecordings(20);

describe('trainPart', () => {
  it.each(['every', 'end', '2actions', '4s'])('comes to the prior of %s of one pass', (cut) => {
    expect(trainPart(recordings, { cut }).prior).toEqual(trainPrior(recordings, { cut }));
  });

  it('comes to the same for recordings with much that is not played', () => {
    const busy = recordings.map((each) => ({
      ...each,
      events: [...each.events, [9100, 'mousemove', 5, 5] as const, [9500, 'blink'] as const],
    }));
    expect(trainPart(busy, { cut: 'end' }).prior).toEqual(trainPrior(busy, { cut: 'end' }));
    expect(trainPart(busy, { cut: '5s' }).prior).toEqual(trainPrior(busy, { cut: '5s' }));
  });

  it('holds back all of a few recordings, and has learned nothing before them', () => {
    const part = trainPart(recordings);
    expect(part.before).toBeUndefined();
    expect(part.held).toHaveLength(20);
  });

  it('has learned from all but the last where they are too many to hold back', () => {
    // Four events and three moments each: 3 / 32 000 is more than 4 / 250 000.
    const part = trainPart(recordings, { mostHeld: (5 * 3) / 32_000 });
    expect(part.held.map(({ events }) => events)).toEqual(
      recordings.slice(15).map(({ events }) => events),
    );
    expect(part.before).toEqual(trainPrior(recordings.slice(0, 15)));
    expect(part.prior.weights.n).toEqual([20]);
  });

  it('learns from a recording that is too long to hold back at once', () => {
    const { before, held } = trainPart(recordings.slice(0, 2), { mostHeld: 1e-6 });
    expect(held).toEqual([]);
    expect(before).toEqual(trainPrior(recordings.slice(0, 2)));
  });

  it('passes over what has no label', () => {
    const { id, user, events } = makeRecording();
    const part = trainPart([{ id, user, events }, ...recordings]);
    expect(part).toEqual(trainPart(recordings));
  });
});

describe('loadOf', () => {
  it('is what takes more: text or time', () => {
    const recording = makeRecording();
    expect(loadOf({ recording, nMoments: 1 })).toBe(1 / 32_000);
    const events = Array.from({ length: 2500 }, () => [0, 'mousemove', 1, 1] as const);
    expect(loadOf({ recording: { ...recording, events }, nMoments: 1 })).toBe(0.01);
  });
});
