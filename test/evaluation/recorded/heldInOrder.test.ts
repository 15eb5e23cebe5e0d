import { describe, expect, it } from 'vitest';
import { trainPart } from '../../../src/evaluation/index.js';
import { heldInOrder } from '../../../src/evaluation/recorded/heldInOrder.js';
import type { Part } from '../../../src/evaluation/recorded/Part.js';
import { makeRecording } from '../../fixtures/makeRecording.js';

const bare = trainPart([]);

/** A part of so many recordings that holds back those of some tasks, by when they began. */
function makePart(n: number, held: readonly (readonly [task: string, startMs?: number])[]): Part {
  return {
    ...bare,
    prior: { ...bare.prior, weights: { ...bare.prior.weights, n: [n] } },
    held: held.map(([task, startMs]) =>
      makeRecording({ id: task, task, ...(startMs !== undefined && { startMs }) }),
    ),
  };
}

const tasksOf = (parts: readonly Part[]) =>
  heldInOrder(parts).map(({ recording }) => recording.task);

describe('heldInOrder', () => {
  it('goes by time where all parts do', () => {
    const late = makePart(2, [
      ['c', 30],
      ['d', 40],
    ]);
    const early = makePart(2, [
      ['a', 10],
      ['b', 20],
    ]);
    expect(tasksOf([late, early])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes from all in turn where nobody knows when', () => {
    const a = makePart(2, [['a1'], ['a2']]);
    const b = makePart(2, [['b1'], ['b2']]);
    expect(tasksOf([b, a])).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('takes from a long part more at a turn, and nothing early of one that held back its end', () => {
    const long = makePart(4, [['a1'], ['a2'], ['a3'], ['a4']]);
    const short = makePart(2, [['b1'], ['b2']]);
    expect(tasksOf([long, short])).toEqual(['a1', 'b1', 'a2', 'a3', 'b2', 'a4']);
    const end = makePart(4, [['c4']]);
    expect(tasksOf([end, long])).toEqual(['a1', 'a2', 'a3', 'a4', 'c4']);
  });

  it('goes by time within a turn', () => {
    const a = makePart(2, [
      ['a1', 50],
      ['a2', 10],
    ]);
    const b = makePart(2, [
      ['b1', 40],
      ['b2', 60],
    ]);
    expect(tasksOf([a, b])).toEqual(['b1', 'a1', 'a2', 'b2']);
  });
});
