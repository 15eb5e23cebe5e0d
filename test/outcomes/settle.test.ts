import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observe } from '../../src/outcomes/observe.js';
import { dueAt, settle } from '../../src/outcomes/settle.js';
import type { OpenPending, VisitEvent } from '../../src/outcomes/VisitEvent.js';
import type { Pending } from '../../src/types.js';
import { makePending } from '../fixtures/makePending.js';

/** The moment of the prediction; times in these tests are seconds after it. */
const T = 1_000_000;
const MINUTE = 60;
const HALF_HOUR = 30 * MINUTE;

type Kind = VisitEvent['kind'];
/** Kind, seconds after the prediction, and the task when it is another than the prediction's. */
type Told = readonly [kind: Kind, seconds: number, task?: string];

const toEvent = ([kind, seconds, task]: Told): VisitEvent => ({
  kind,
  at: T + seconds * 1_000,
  ...(task !== undefined && { task }),
});

/** Tells a prediction what happened, then asks it how it came out. */
function outcomeOf(given: Partial<Pending>, told: readonly Told[], seconds: number) {
  const pending: OpenPending = makePending({ at: T, horizonMs: 60_000, ...given });
  const folded = told.map(toEvent).reduce(observe, pending);
  return settle(folded, T + seconds * 1_000);
}

const one = (kind: string) => ({ kind, label: 1, censored: false });
const zero = (kind: string) => ({ kind, label: 0, censored: false });
const censored = (kind: string) => ({ kind, censored: true });

describe('settle', () => {
  it.each([
    ['contacted', one('contacted')],
    ['accepted', one('accepted')],
    ['abandoned', one('abandoned')],
    ['success', zero('success')],
  ] as const)('knows at once after %s', (kind, outcome) => {
    expect(outcomeOf({}, [[kind, 10]], 10)).toEqual(outcome);
  });

  it.each([
    ['at the moment itself', 0],
    ['before it', -1],
    ['after the horizon', 60.001],
  ])('pays no heed to a success %s', (_, seconds) => {
    expect(outcomeOf({}, [['success', seconds]], 61)).toEqual(censored('continued'));
  });

  it('counts the last millisecond of the horizon', () => {
    expect(outcomeOf({}, [['contacted', 60]], 60)).toEqual(one('contacted'));
  });

  it('goes by what came first', () => {
    expect(
      outcomeOf(
        {},
        [
          ['success', 20],
          ['contacted', 10],
        ],
        30,
      ),
    ).toEqual(one('contacted'));
  });

  it('is open within the horizon', () => {
    expect(outcomeOf({}, [['active', 10]], 59.999)).toBeUndefined();
  });

  it('is 0 when the visitor was active and is still there at the horizon', () => {
    expect(outcomeOf({}, [['active', 10]], 60)).toEqual(zero('continued'));
  });

  it('is censored when nobody touched the page', () => {
    expect(outcomeOf({}, [], 60)).toEqual(censored('continued'));
    expect(outcomeOf({}, [['active', 61]], 62)).toEqual(censored('continued'));
  });

  describe('when the visitor leaves', () => {
    it('is open for half an hour, then 1', () => {
      expect(outcomeOf({}, [['left', 10]], 10 + HALF_HOUR - 0.001)).toBeUndefined();
      expect(outcomeOf({}, [['left', 10]], 10 + HALF_HOUR)).toEqual(one('abandoned'));
    });

    it('is censored without a step of progress', () => {
      const told: Told[] = [['left', 10]];
      expect(outcomeOf({ progressed: false }, told, 2_000)).toEqual(censored('abandoned'));
    });

    it('counts a step that was made after the prediction', () => {
      const told: Told[] = [
        ['progressed', 5],
        ['left', 10],
      ];
      expect(outcomeOf({ progressed: false }, told, 2_000)).toEqual(one('abandoned'));
    });

    it('is as if nothing happened after coming back within the horizon', () => {
      const told: Told[] = [
        ['active', 5],
        ['left', 10],
        ['resumed', 40],
      ];
      expect(outcomeOf({}, told, 59)).toBeUndefined();
      expect(outcomeOf({}, told, 60)).toEqual(zero('continued'));
    });

    it('is 0 after coming back later and being active', () => {
      const told: Told[] = [
        ['left', 10],
        ['resumed', 300],
      ];
      expect(outcomeOf({}, told, 301)).toBeUndefined();
      expect(outcomeOf({}, [...told, ['active', 302]], 302)).toEqual(zero('continued'));
    });

    it('is censored after coming back later and doing nothing for as long as the horizon', () => {
      const told: Told[] = [
        ['left', 10],
        ['resumed', 300],
      ];
      expect(outcomeOf({}, told, 359)).toBeUndefined();
      expect(outcomeOf({}, told, 360)).toEqual(censored('continued'));
    });

    it('is censored after coming back later and leaving at once', () => {
      const told: Told[] = [
        ['left', 10],
        ['resumed', 300],
        ['left', 301],
      ];
      expect(outcomeOf({}, told, 301)).toEqual(censored('continued'));
    });

    it('is 1 although the visitor comes back after half an hour', () => {
      const told: Told[] = [
        ['left', 10],
        ['resumed', 10 + HALF_HOUR],
        ['active', 11 + HALF_HOUR],
      ];
      expect(outcomeOf({}, told, 12 + HALF_HOUR)).toEqual(one('abandoned'));
    });

    it('goes by the first leaving of several', () => {
      const told: Told[] = [
        ['left', 10],
        ['left', 50],
      ];
      expect(outcomeOf({}, told, 10 + HALF_HOUR)).toEqual(one('abandoned'));
    });

    it('goes by the last leaving once there was a return', () => {
      const told: Told[] = [
        ['left', 10],
        ['resumed', 20],
        ['left', 50],
      ];
      expect(outcomeOf({}, told, 10 + HALF_HOUR)).toBeUndefined();
      expect(outcomeOf({}, told, 50 + HALF_HOUR)).toEqual(one('abandoned'));
    });

    it('pays no heed to leaving after the horizon', () => {
      expect(
        outcomeOf(
          {},
          [
            ['active', 10],
            ['left', 61],
          ],
          2_000,
        ),
      ).toEqual(zero('continued'));
    });

    it('takes activity in the very task for a return', () => {
      const told: Told[] = [
        ['left', 10, 'buy'],
        ['active', 30, 'buy'],
      ];
      expect(outcomeOf({ task: 'buy' }, told, 60)).toEqual(zero('continued'));
    });
  });

  describe('with a prompt in the window', () => {
    it.each([
      ['success', censored('success')],
      ['contacted', censored('contacted')],
      ['abandoned', censored('abandoned')],
      ['accepted', one('accepted')],
    ] as const)('after %s', (kind, outcome) => {
      expect(
        outcomeOf(
          {},
          [
            ['prompted', 5],
            [kind, 10],
          ],
          10,
        ),
      ).toEqual(outcome);
    });

    it('is censored at the horizon, and half an hour after leaving', () => {
      expect(
        outcomeOf(
          {},
          [
            ['active', 4],
            ['prompted', 5],
          ],
          60,
        ),
      ).toEqual(censored('continued'));
      expect(
        outcomeOf(
          {},
          [
            ['prompted', 5],
            ['left', 9],
          ],
          2_000,
        ),
      ).toEqual(censored('abandoned'));
    });

    it('is censored when it was the prediction that showed it', () => {
      expect(
        outcomeOf(
          {},
          [
            ['prompted', 0],
            ['success', 9],
          ],
          9,
        ),
      ).toEqual(censored('success'));
      expect(outcomeOf({ shown: true }, [['success', 9]], 9)).toEqual(censored('success'));
    });

    it('knows what had been decided before it', () => {
      expect(
        outcomeOf(
          {},
          [
            ['success', 4],
            ['prompted', 5],
          ],
          6,
        ),
      ).toEqual(zero('success'));
    });
  });

  describe('with declared tasks', () => {
    it.each([
      ['its own', 'buy', 'buy', one('contacted')],
      ['any', 'buy', undefined, one('contacted')],
      ['another', 'buy', 'search', undefined],
      ['one, when it was made in none', undefined, 'search', one('contacted')],
    ])('hears of contact in %s', (_, task, other, outcome) => {
      const told: Told[] = [['contacted', 10, ...(other ? [other] : [])] as unknown as Told];
      expect(outcomeOf(task ? { task } : {}, told, 10)).toEqual(outcome);
    });

    it('does not take the end of one task for the end of the visit', () => {
      const told: Told[] = [
        ['active', 5],
        ['left', 10, 'buy'],
        ['abandoned', 11, 'buy'],
      ];
      expect(outcomeOf({}, told, 60)).toEqual(zero('continued'));
    });

    it('does not take a visit to another task for a return', () => {
      const told: Told[] = [
        ['left', 10],
        ['resumed', 20],
        ['resumed', 30, 'search'],
      ];
      expect(outcomeOf({ task: 'buy' }, told, 10 + HALF_HOUR)).toEqual(one('abandoned'));
    });

    it('takes any return for a return to the visit', () => {
      const told: Told[] = [
        ['active', 5],
        ['left', 10],
        ['resumed', 20, 'search'],
      ];
      expect(outcomeOf({}, told, 60)).toEqual(zero('continued'));
    });
  });

  describe('when the clock was moved', () => {
    it('waits when it was set back a little', () => {
      expect(outcomeOf({}, [['active', 10]], -100)).toBeUndefined();
    });

    it('is censored when it was set back a lot, or ahead by years', () => {
      const told: Told[] = [
        ['active', 5],
        ['left', 10],
      ];
      const year = 365 * 24 * 60 * MINUTE;
      expect(outcomeOf({}, told, -year)).toEqual(censored('continued'));
      expect(outcomeOf({}, told, 10 * year)).toEqual(censored('continued'));
    });

    it('does not take a return before the leaving for one', () => {
      expect(
        outcomeOf(
          {},
          [
            ['left', 10],
            ['resumed', 5],
          ],
          2_000,
        ),
      ).toEqual(one('abandoned'));
    });
  });

  describe('whatever happens', () => {
    const kinds: Kind[] = [
      'active',
      'left',
      'resumed',
      'success',
      'abandoned',
      'contacted',
      'accepted',
      'prompted',
      'progressed',
    ];
    const event = fc.record({
      kind: fc.constantFrom(...kinds),
      at: fc.integer({ min: T - 100_000, max: T + 4_000_000 }),
    });
    const story = fc.array(event, { maxLength: 12 });
    const inTime = story.map((events) => [...events].sort((a, b) => a.at - b.at));
    const fold = (events: readonly VisitEvent[], given: Partial<Pending> = {}) =>
      events.reduce(observe, makePending({ id: 'p', at: T, ...given }) as OpenPending);
    const FAR = T + 10_000_000;

    it('is settled in the end, with a label or censored, never both', () => {
      fc.assert(
        fc.property(inTime, (events) => {
          const resolution = settle(fold(events), FAR)!;
          expect(resolution).toBeDefined();
          expect(resolution.label === undefined).toBe(resolution.censored);
        }),
      );
    });

    it('stays settled as it was settled, whatever comes later', () => {
      fc.assert(
        fc.property(inTime, fc.nat(3_600_000), (events, laterMs) => {
          let pending = fold([]);
          let first: ReturnType<typeof settle>;
          for (const next of events) {
            pending = observe(pending, next);
            if (settle(pending, next.at)) {
              first = settle(pending, next.at);
              break;
            }
          }
          if (first) expect(settle(pending, events.at(-1)!.at + laterMs)).toEqual(first);
        }),
      );
    });

    it('takes a decisive event from within the window alone', () => {
      const outside = event.filter(({ at }) => at <= T || at > T + 60_000);
      fc.assert(
        fc.property(fc.array(outside), (events) => {
          expect(['success', 'contacted', 'accepted']).not.toContain(
            settle(fold(events), FAR)!.kind,
          );
        }),
      );
    });

    it('does not depend on the order of what does not depend on each other', () => {
      const independent = event
        .filter(({ kind }) => !['left', 'resumed'].includes(kind))
        .map((told) => ({ ...told, at: T + (told.at % 60_000) }));
      const shuffled = fc
        .uniqueArray(independent, { maxLength: 8, selector: ({ at }) => at })
        .chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        );
      fc.assert(
        fc.property(shuffled, ([events, others]) => {
          expect(settle(fold(others), FAR)).toEqual(settle(fold(events), FAR));
        }),
      );
    });

    it('survives being written down between any two events', () => {
      fc.assert(
        fc.property(inTime, (events) => {
          const written = events.reduce<OpenPending>(
            (pending, next) => JSON.parse(JSON.stringify(observe(pending, next))) as OpenPending,
            fold([]),
          );
          expect(written).toEqual(fold(events));
        }),
      );
    });

    it('is settled at the moment it is due, if not before', () => {
      fc.assert(
        fc.property(inTime, (events) => {
          const pending = fold(events);
          expect(settle(pending, dueAt(pending))).toBeDefined();
          const [dueMs, settled] = [dueAt(pending), settle(pending, dueAt(pending) - 1)];
          if (settled && !pending.decided)
            expect(pending.resumedAt ?? dueMs).toBeLessThanOrEqual(dueMs);
        }),
      );
    });
  });
});
