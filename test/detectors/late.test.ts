import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Signal } from '../../src/types.js';
import { makeStreams } from '../fixtures/makeStreams.js';
import { makeSwipe } from '../fixtures/makeSwipe.js';

const renew = () => {
  vi.resetModules();
  vi.doUnmock('../../src/detectors/lateDetectors.js');
};
beforeEach(renew);
// Test files share their modules: those after this one are to load the real file.
afterAll(renew);

const load = () => import('../../src/detectors/late.js');

describe('late', () => {
  it('has a name before it is loaded, and signals once it is', async () => {
    const { late } = await load();
    const detector = late('deadSwipe')({ minPx: 100 });
    expect(detector.name).toBe('deadSwipe');
    const page = makeStreams();
    const signals: Signal[] = [];
    const subscription = detector.detect(page).subscribe((signal) => signals.push(signal));
    await vi.waitUntil(() => page.swipes$.observed);
    page.swipes$.next(makeSwipe({ distancePx: 99 }));
    page.swipes$.next(makeSwipe({ distancePx: 100 }));
    expect(signals).toMatchObject([{ detector: 'deadSwipe', evidence: { distancePx: 100 } }]);
    subscription.unsubscribe();
    expect(page.swipes$.observed).toBe(false);
  });

  it('listens to nothing when it is let go of while it is being loaded', async () => {
    const { late } = await load();
    const page = makeStreams();
    late('deadSwipe')().detect(page).subscribe().unsubscribe();
    await import('../../src/detectors/lateDetectors.js');
    await Promise.resolve();
    expect(page.swipes$.observed).toBe(false);
  });

  it('says once for all that the file could not be loaded', async () => {
    vi.doMock('../../src/detectors/lateDetectors.js', () => {
      throw new Error('blocked');
    });
    const { late } = await load();
    const errors: unknown[] = [];
    const ended: string[] = [];
    for (const name of ['refresh', 'pageLoop', 'quickBack'] as const) {
      late(name)()
        .detect(makeStreams())
        .subscribe({ error: (error) => errors.push(error), complete: () => ended.push(name) });
    }
    await vi.waitUntil(() => errors.length + ended.length === 3);
    expect(errors).toMatchObject([
      { code: 'load-failed', message: expect.stringContaining('same folder') as string },
    ]);
    expect(ended).toEqual(['pageLoop', 'quickBack']);
  });
});
