import { describe, expect, it } from 'vitest';
import { createHabits } from '../../src/features/habits.js';

const PRIORS = [
  { mean: 0, spread: 1 },
  { mean: 10, spread: 2 },
];

describe('createHabits', () => {
  it('says where each measure lies', () => {
    expect(createHabits(PRIORS).read(0, [1, 8])).toEqual([1, -1]);
  });

  it('says 0 where nothing was measured, and learns nothing of it', () => {
    const habits = createHabits(PRIORS);
    expect(habits.read(0, [NaN, 12])).toEqual([0, 1]);
    habits.read(5000, [NaN, NaN]);
    expect(habits.getState()[0]).toEqual([30, 0, 30]);
    // One value of 12 more: mean 10 + 2 / 31.
    expect(habits.getState()[1]![0]).toBe(31);
    expect(habits.getState()[1]![1]).toBeCloseTo(10.064516);
  });

  it('gives the same when it looks at the same moment twice', () => {
    const habits = createHabits(PRIORS);
    habits.read(0, [2, 2]);
    const first = habits.read(5000, [1, 1]);
    expect(habits.read(5000, [1, 1])).toEqual(first);
    expect(habits.read(5999, [1, 1])).toEqual(first);
    expect(habits.getState()[0]![0]).toBe(31);
  });

  it('goes on from its state', () => {
    const habits = createHabits(PRIORS);
    for (let i = 0; i < 9; i += 1) habits.read(i * 5000, [i, 10 - i]);
    const other = createHabits(PRIORS);
    expect(other.setState(JSON.parse(JSON.stringify(habits.getState())))).toBe(true);
    expect(other.getState()).toEqual(habits.getState());
  });

  it.each([
    ['nothing', undefined],
    ['an object', {}],
    ['too few', [[30, 0, 30]]],
    [
      'a number that is none',
      [
        [30, 0, 30],
        [30, NaN, 30],
      ],
    ],
    [
      'too few numbers',
      [
        [30, 0, 30],
        [30, 0],
      ],
    ],
    [
      'no values',
      [
        [30, 0, 30],
        [0, 0, 30],
      ],
    ],
    [
      'a negative variance',
      [
        [30, 0, 30],
        [30, 0, -1],
      ],
    ],
    [
      'text',
      [
        [30, 0, 30],
        ['30', '0', '30'],
      ],
    ],
  ])('refuses %s as a state, and changes nothing', (_, state) => {
    const habits = createHabits(PRIORS);
    habits.read(0, [1, 1]);
    habits.read(5000, [1, 1]);
    const before = habits.getState();
    expect(habits.setState(state)).toBe(false);
    expect(habits.getState()).toEqual(before);
  });
});
