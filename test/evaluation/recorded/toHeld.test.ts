import { describe, expect, it } from 'vitest';
import { toHeld } from '../../../src/evaluation/recorded/toHeld.js';
import { hash32 } from '../../../src/tools/hash32.js';
import { makeRecording } from '../../fixtures/makeRecording.js';

/** At 0, 1, 4 and 8 s; all but the first are actions. */
const recording = makeRecording();
const timesOf = (cut: Parameters<typeof toHeld>[1], given = recording) =>
  toHeld(given, cut).recording.events.map(([ms]) => ms);

describe('toHeld', () => {
  it('knows people and recordings by hashes', () => {
    const { id, user } = toHeld(recording, { kind: 'end' }).recording;
    expect([id, user]).toEqual([hash32('r1').toString(36), hash32('u1').toString(36)]);
  });

  it('keeps what comes before the last moment that is looked at', () => {
    expect(timesOf({ kind: 'end' })).toEqual([0, 1000, 4000, 8000]);
    expect(timesOf({ kind: 'every' })).toEqual([0, 1000, 4000, 8000]);
    expect(timesOf({ kind: 'actions', n: 2 })).toEqual([0, 1000, 4000]);
    expect(timesOf({ kind: 'actions', n: 9 })).toEqual([0, 1000, 4000, 8000]);
    expect(timesOf({ kind: 'time', ms: 4000 })).toEqual([0, 1000, 4000]);
  });

  it('leaves out what is not played, but for the end', () => {
    const moves = [500, 1500, 9000].map((ms) => [ms, 'mousemove', 1, 1] as const);
    const events = [...recording.events, ...moves].sort(([a], [b]) => a - b);
    expect(timesOf({ kind: 'end' }, { ...recording, events })).toEqual([0, 1000, 4000, 8000, 9000]);
  });

  it('keeps that it went on', () => {
    const { id, user, events } = recording;
    const open = { id, user, events };
    expect(toHeld(open, { kind: 'time', ms: 4000 }).recording.endMs).toBe(8000);
    expect(toHeld(open, { kind: 'end' }).recording).not.toHaveProperty('endMs');
  });

  it('counts the moments that are learned from', () => {
    expect(toHeld(recording, { kind: 'every' }).nMoments).toBe(3);
    expect(toHeld(recording, { kind: 'actions', n: 2 }).nMoments).toBe(1);
  });
});
