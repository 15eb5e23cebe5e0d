import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { intercom } from '../../src/handoff/index.js';
import { makeHandoffContext } from '../fixtures/makeHandoffContext.js';
import { makeSite } from '../fixtures/makeSite.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('intercom', () => {
  const calls = [
    [
      'update',
      {
        beforehand_page: '/shipping',
        beforehand_step: '2',
        beforehand_error: 'HTTP 500',
        beforehand_team: 'orders',
      },
    ],
    ['showNewMessage', 'page: /shipping\nstep: 2\nerror: HTTP 500\nteam: orders'],
  ];

  it('tells the messenger the context, then opens a new message', async () => {
    const Intercom = vi.fn();
    const { document } = makeSite({ Intercom });
    expect(intercom().isPresent(document)).toBe(true);
    expect(Intercom).not.toHaveBeenCalled();
    expect(await intercom().open(makeHandoffContext(), document)).toBe(true);
    expect(Intercom.mock.calls).toEqual(calls);
  });

  it('waits for a messenger that loads late', async () => {
    const Intercom = vi.fn();
    const { document, window } = makeSite();
    expect(intercom().isPresent(document)).toBe(false);
    const opened = intercom().open(makeHandoffContext(), document);
    await vi.advanceTimersByTimeAsync(2000);
    window.Intercom = Intercom;
    await vi.advanceTimersByTimeAsync(100);
    expect(await opened).toBe(true);
    expect(Intercom.mock.calls).toEqual(calls);
  });

  it('gives up after three seconds', async () => {
    const { document } = makeSite({ Intercom: 'not a function' });
    const done = vi.fn();
    void Promise.resolve(intercom().open(makeHandoffContext(), document)).then(done);
    await vi.advanceTimersByTimeAsync(2999);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalledWith(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('hands an error of the messenger to the caller', async () => {
    const { document } = makeSite({
      Intercom: () => {
        throw new Error('theirs');
      },
    });
    await expect(intercom().open(makeHandoffContext(), document)).rejects.toThrow('theirs');
  });
});
