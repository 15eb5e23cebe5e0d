import { describe, expect, it } from 'vitest';
import { newVisitor, receptivityOf, touchSession } from '../../src/policy/index.js';
import { makeVisitor } from '../fixtures/makeVisitor.js';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

describe('newVisitor', () => {
  it('draws an id of 32 bits', () => {
    expect(newVisitor(() => 0.5, 7)).toMatchObject({ id: 2 ** 31, firstSeenAt: 7, never: false });
    expect(newVisitor(() => 1 - 2 ** -53, 7).id).toBe(2 ** 32 - 1);
  });
});

describe('touchSession', () => {
  const session = { startedAt: 0, lastSeenAt: 0, shown: 2, perTask: { buy: 1 }, closed: true };

  it('goes on with a session within 30 min', () => {
    const { session: touched } = touchSession(makeVisitor({ session }), 30 * MINUTE);
    expect(touched).toEqual({ ...session, lastSeenAt: 30 * MINUTE });
  });

  it('begins a new one after that', () => {
    const now = 30 * MINUTE + 1;
    expect(touchSession(makeVisitor({ session }), now).session).toEqual({
      startedAt: now,
      lastSeenAt: now,
      shown: 0,
      perTask: {},
      closed: false,
    });
  });

  it('forgets prompts after a week', () => {
    const visitor = makeVisitor({ shownAt: [0, 1] });
    expect(touchSession(visitor, WEEK).shownAt).toEqual([1]);
  });

  it('keeps budget and cool-down when the clock was set back', () => {
    const lastSeenAt = WEEK;
    const visitor = makeVisitor({
      session: { ...session, startedAt: WEEK - MINUTE, lastSeenAt },
      shownAt: [WEEK - MINUTE],
      quietUntil: WEEK + 5 * MINUTE,
    });
    expect(touchSession(visitor, 0)).toMatchObject({
      session: { startedAt: 0, lastSeenAt: 0, shown: 2, closed: true },
      shownAt: [0],
      quietUntil: 5 * MINUTE,
    });
  });
});

describe('receptivityOf', () => {
  it('is one half before anything was offered', () => {
    expect(receptivityOf(undefined)).toBe(0.5);
    expect(receptivityOf(makeVisitor())).toBe(0.5);
  });

  it('counts over all articles', () => {
    const acceptance = { 'buy/a': { offered: 3, accepted: 1 }, '/b': { offered: 1, accepted: 0 } };
    expect(receptivityOf(makeVisitor({ acceptance }))).toBe(3 / 8);
  });
});
