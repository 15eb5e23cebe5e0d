import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMerging,
  mergePriors,
  readPart,
  trainPart,
  trainPrior,
  type Part,
  type Prior,
} from '../../../src/evaluation/index.js';
import { averagePriors } from '../../../src/evaluation/recorded/averagePriors.js';
import { createPartTraining } from '../../../src/evaluation/recorded/createPartTraining.js';
import { makeRecordings } from '../../fixtures/makeRecording.js';

const recordings = makeRecordings(60).map((each, i) => ({ ...each, startMs: 1_000_000 * i }));
const dealt = [0, 1, 2, 3].map((part) => recordings.filter((_, i) => i % 4 === part));
const parts = dealt.map((each) => trainPart(each));

/** Parts of which each holds back ten recordings, of three moments each, and has learned five. */
const full = dealt.map((each) => {
  const training = createPartTraining({ mostHeld: 32 / 32_000 });
  each.forEach(training.learn);
  return training.toPart();
});

const itDoesNotMindTheOrder = (all: readonly (Prior | Part)[], mostHeld = 8) => {
  const merge = (some: readonly (Prior | Part)[]) => {
    const merging = createMerging({ mostHeld });
    some.forEach(merging.add);
    return JSON.stringify(merging.toMerged());
  };
  const merged = merge(all);
  const order = fc.shuffledSubarray([...all], { minLength: all.length });
  fc.assert(
    fc.property(order, (some) => merge(some) === merged),
    { numRuns: 3 },
  );
};

describe('mergePriors', () => {
  it('is one pass over all where all was held back, bit for bit', () => {
    expect(mergePriors(parts)).toEqual(trainPrior(recordings));
  });

  it('gives back one part, bit for bit', () => {
    expect(mergePriors([parts[0]!])).toBe(parts[0]);
    expect(mergePriors([full[0]!])).toBe(full[0]);
  });

  it('does not mind the order, to the last bit', () => itDoesNotMindTheOrder(parts));

  it('does not mind it where parts have learned already', () => itDoesNotMindTheOrder(full));

  it('does not mind it where more is held back than it can learn', () => {
    itDoesNotMindTheOrder(full, 0.002);
    itDoesNotMindTheOrder([...parts, full[0]!, trainPrior(dealt[1]!)], 0.003);
  });

  it('forgets nobody: recordings add up, whatever is held back', () => {
    expect(mergePriors(full)).toMatchObject({ weights: { n: [60] } });
    const merging = createMerging({ mostHeld: 0.002 });
    full.forEach(merging.add);
    expect(merging.toMerged()).toMatchObject({ weights: { n: [60] } });
  });

  it('merges files of parts that hold nothing back', () => {
    const priors = dealt.map((each) => trainPrior(each));
    expect(mergePriors(priors)).toEqual(averagePriors(priors));
    expect(mergePriors([priors[0]!, parts[1]!])).toMatchObject({ weights: { n: [30] } });
    const again = mergePriors([mergePriors(parts.slice(2)), priors[0]!]);
    expect(again).toMatchObject({ weights: { n: [45] } });
  });

  it('holds no recording', () => {
    expect(Object.keys(mergePriors(parts))).toEqual(Object.keys(trainPrior([])));
  });

  it('wants a part', () => {
    expect(() => mergePriors([])).toThrow('there is no part');
  });
});

describe('readPart', () => {
  it('takes what it is given, part or prior', () => {
    for (const each of [parts[0], full[0], trainPrior([])]) {
      const json: unknown = JSON.parse(JSON.stringify(each));
      expect(readPart(json)).toEqual(each);
    }
  });

  it.each([
    [undefined, 'not a prior'],
    [{ ...parts[0], version: 0 }, 'train it anew'],
    [{ ...parts[0], prior: undefined }, 'not a prior'],
    [{ ...parts[0], before: 1 }, 'not a prior'],
    [{ ...parts[0], cut: 'soon' }, '"cut"'],
    [{ ...parts[0], batchSize: 0 }, '"batchSize"'],
    [{ ...parts[0], held: {} }, '"held"'],
    [{ ...parts[0], held: [{ id: 'a', user: 'b', events: [] }] }, '"held"'],
    [{ ...parts[0], held: [{ id: 'a', user: 'b', label: 1, events: [['x']] }] }, '"held"'],
  ])('says what is wrong with it', (json, message) => {
    expect(() => readPart(json)).toThrow(
      expect.objectContaining({
        code: 'prior-rejected',
        message: expect.stringContaining(message),
      }),
    );
  });
});
