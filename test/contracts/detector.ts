import fc from 'fast-check';
import { TestScheduler } from 'rxjs/testing';
import { describe, expect, it } from 'vitest';
import type { Detector, Signal } from '../../src/types.js';
import { anyScript } from '../fixtures/anyScript.js';
import { makeStreams } from '../fixtures/makeStreams.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

export interface DetectorExample {
  /** Something on which the detector signals. */
  readonly signals: Script;
}

/**
 * What every detector must do, whatever it looks for. Call it from the detector's own test. Marks on
 * the page concern those whose example happens somewhere on it.
 */
export function itIsADetector(create: () => Detector, { signals }: DetectorExample): void {
  const isSomewhere = Object.values(signals)
    .flat()
    .some((event) => 'target' in event && event.target);

  describe('as a detector', () => {
    it('has a name in camelCase, which its signals carry', () => {
      expect(create().name).toMatch(/^[a-z][a-zA-Z]+$/);
      expect(namesOf(playDetector(create(), signals))).toEqual([create().name]);
    });

    if (isSomewhere) itHonoursMarks(create, signals);

    it('remembers nothing from one page to the next', () => {
      const detector = create();
      const once = playDetector(detector, signals);
      expect(playDetector(detector, signals)).toEqual(once);
    });

    it('lets go of every stream and timer', () => {
      new TestScheduler(() => {}).run(() => {
        const page = makeStreams();
        const subscription = create().detect(page).subscribe();
        for (const name of Object.keys(signals) as (keyof Script)[]) {
          for (const event of signals[name] ?? []) page[name].next(event as never);
        }
        subscription.unsubscribe();
        expect(Object.values(page).filter(({ observed }) => observed)).toEqual([]);
      });
    });

    it('survives whatever happens, and says finite things of it', () => {
      fc.assert(
        fc.property(anyScript(), (script) => {
          for (const signal of playDetector(create(), script)) expectSound(signal, create().name);
        }),
        { numRuns: 100 },
      );
    });
  });
}

function itHonoursMarks(create: () => Detector, signals: Script): void {
  it.each([['itself'], ['all']])('is silent where marks on the page switch off %s', (which) => {
    const mark = which === 'all' ? 'all' : create().name;
    expect(playDetector(create(), marked(signals, ['rest', mark]))).toEqual([]);
  });

  it('is not switched off by marks for others', () => {
    expect(playDetector(create(), marked(signals, ['someOther']))).not.toEqual([]);
  });

  it('passes on the words that the host chose for that part of the page', () => {
    const [signal] = playDetector(create(), changed(signals, { context: 'checkout' }));
    expect(signal?.context).toBe('checkout');
    const [plain] = playDetector(create(), signals);
    expect(plain).not.toHaveProperty('context');
  });
}

function expectSound({ detector, time, target, strength, evidence }: Signal, name: string): void {
  expect(detector).toBe(name);
  expect(typeof target).toBe('string');
  expect(strength).toBeGreaterThan(0);
  expect(strength).toBeLessThanOrEqual(1);
  expect([time, ...Object.values(evidence)].every(Number.isFinite)).toBe(true);
}

function namesOf(signals: readonly Signal[]): string[] {
  return [...new Set(signals.map(({ detector }) => detector))];
}

function marked(script: Script, ignored: readonly string[]): Script {
  return changed(script, { ignored });
}

/** The same with each target changed. */
function changed(script: Script, change: object): Script {
  return Object.fromEntries(
    Object.entries(script).map(([name, events]) => [
      name,
      events.map((event) =>
        'target' in event ? { ...event, target: { ...event.target, ...change } } : event,
      ),
    ]),
  );
}
