import { describe, expect, it } from 'vitest';
import type { BeforehandError } from '../src/errors.js';
import { readOptions, selectorsIn } from '../src/options.js';
import type { AssistantOptions } from '../src/types.js';

function read(options: unknown) {
  const errors: BeforehandError[] = [];
  const settings = readOptions(options as AssistantOptions, (error) => errors.push(error));
  return { settings, messages: errors.map(({ message }) => message), errors };
}

describe('readOptions', () => {
  it('fills every gap with its default', () => {
    const { settings, messages } = read({});
    expect(settings).toMatchObject({
      tasks: [],
      handoff: [],
      holdout: 0.1,
      limits: { perTask: 1, perSession: 2, perWeek: 3, cooldownMs: 300_000, minSessionMs: 30_000 },
      learning: { enabled: true, batchSize: 1, horizonMs: 60_000 },
    });
    expect(messages).toEqual([]);
  });

  it('keeps the other limits when one is given', () => {
    expect(read({ limits: { perWeek: 9 } }).settings.limits).toMatchObject({
      perWeek: 9,
      perSession: 2,
    });
  });

  it.each<[unknown, RegExp]>([
    [
      { holdout: 2 },
      /holdout is 2, expected a number of at least 0 and below 1; using the default/,
    ],
    [{ holdout: NaN }, /holdout is NaN/],
    [{ tasks: 'cart' }, /tasks is a string, expected a list/],
    [
      { detectors: 'loose' },
      /detectors is a string, expected a list, or one of strict, balanced, sensitive; using the default/,
    ],
    [
      { consent: 'maybe' },
      /consent is a string, expected one of granted, session, pending, denied/,
    ],
    [{ limits: { cooldownMs: -1 } }, /limits\.cooldownMs is -1/],
    [{ learning: { batchSize: 1.5 } }, /learning\.batchSize is 1\.5, expected a whole number/],
    [{ detecters: [] }, /detecters is not an option; known are tasks/],
    [{ tasks: [{ id: 'a', name: 'A', start: '/' }] }, /tasks\[0\] lacks success/],
    [null, /options are null/],
  ])('names what is wrong in %j', (options, message) => {
    const { messages, errors } = read(options);
    expect(messages).toEqual([expect.stringMatching(message)]);
    expect(errors[0]!.code).toBe('invalid-config');
  });

  it.each(['strict', 'balanced', 'sensitive'])('takes detectors by the name %s', (detectors) => {
    expect(read({ detectors })).toMatchObject({ settings: { detectors }, messages: [] });
  });

  it('uses the default for what is wrong', () => {
    expect(read({ holdout: 'all' }).settings.holdout).toBe(0.1);
  });

  it('takes no key from a polluted or forged prototype', () => {
    const { settings } = read(
      JSON.parse('{"__proto__": {"holdout": 0.9}, "limits": {"__proto__": {"perWeek": 99}}}'),
    );
    expect(settings.holdout).toBe(0.1);
    expect(settings.limits.perWeek).toBe(3);
    expect(({} as { holdout?: number }).holdout).toBeUndefined();
  });
});

describe('selectorsIn', () => {
  it('finds selectors among pathnames and functions', () => {
    const task = {
      id: 'a',
      name: 'A',
      start: ['/cart', '.cart'],
      success: () => true,
      steps: ['#pay'],
    };
    expect(selectorsIn([task])).toEqual(['.cart', '#pay']);
  });
});
