import { describe, expect, it } from 'vitest';
import { createVisitorRecord } from '../../src/brain/visitorRecord.js';
import { DEFAULT_LIMITS } from '../../src/options.js';
import { createStore } from '../../src/storage/index.js';
import { makeClock } from '../fixtures/makeClock.js';
import { makeOffer } from '../fixtures/makeOffer.js';

const MINUTE_MS = 60_000;

/** Two tabs of one visitor, and a clock for both. */
function openTabs() {
  const clock = makeClock();
  const report = () => {};
  const store = createStore({ name: 'beforehand', persistent: false, report, clock });
  const open = () =>
    createVisitorRecord({
      ...{ store, report, limits: DEFAULT_LIMITS },
      random: () => 0.5,
      now: () => clock.wallTime(),
    });
  return { clock, store, tabs: [open(), open()] as const };
}

describe('visitorRecord', () => {
  it('lets one of two tabs have the prompt', async () => {
    const [one, other] = openTabs().tabs;
    await Promise.all([one.touch(), other.touch()]);
    const claims = await Promise.all([one.claim(makeOffer()), other.claim(makeOffer())]);
    expect(claims.sort()).toEqual([false, true]);
    expect([one, other].map((tab) => tab.current()?.session.shown)).toEqual([1, 1]);
  });

  it('counts what was answered against the article of that task', async () => {
    const { tabs, store } = openTabs();
    const [tab] = tabs;
    await tab.touch();
    await tab.claim(makeOffer());
    tab.answer('accepted', makeOffer());
    await expect
      .poll(async () => (await store.visitor())?.acceptance)
      .toEqual({ 'checkout/postcode': { offered: 1, accepted: 1 } });
  });

  it('keeps a long visit one session', async () => {
    const { tabs, clock, store } = openTabs();
    const [tab] = tabs;
    await tab.touch();
    const startedAt = clock.wallTime();
    for (let minute = 0; minute < 100; minute += 4) {
      clock.advance(4 * MINUTE_MS);
      tab.touchSeldom();
      await store.visitor();
    }
    await tab.touch();
    expect(tab.current()?.session.startedAt).toBe(startedAt);
    clock.advance(31 * MINUTE_MS);
    await tab.touch();
    expect(tab.current()?.session.startedAt).toBe(clock.wallTime());
  });
});
