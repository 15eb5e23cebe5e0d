import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { motionSum } from '../../src/browser/motionSum.js';

type Move = [time: number, x: number, y: number];

const sumOf = (moves: readonly Move[]) => {
  const sum = motionSum();
  for (const move of moves) sum.add(...move);
  return sum.take(9999);
};

describe('motionSum', () => {
  it('has nothing to tell when nothing moved', () => {
    const sum = motionSum();
    expect(sum.take(0)).toBeUndefined();
    sum.add(0, 1, 1);
    sum.take(0);
    expect(sum.take(200)).toBeUndefined();
  });

  it('adds up path, way and speed', () => {
    // 30 px right in 100 ms, 40 px down in 50 ms: 70 px of path, 50 px away, 800 px/s at most.
    expect(
      sumOf([
        [0, 100, 100],
        [100, 130, 100],
        [150, 130, 140],
      ]),
    ).toEqual({
      time: 9999,
      durationMs: 150,
      pathPx: 70,
      netPx: 50,
      turns: 1,
      maxSpeed: 800,
      pauses: 0,
      left: 0,
      right: 30,
      top: 0,
      bottom: 40,
    });
  });

  it.each<[name: string, turns: number, moves: Move[]]>([
    [
      'a straight line',
      0,
      [
        [0, 0, 0],
        [10, 20, 0],
        [20, 40, 0],
      ],
    ],
    [
      'a bend of 44°',
      0,
      [
        [0, 0, 0],
        [10, 100, 0],
        [20, 200, 96],
      ],
    ],
    [
      'a bend of 46°',
      1,
      [
        [0, 0, 0],
        [10, 100, 0],
        [20, 200, 104],
      ],
    ],
    [
      'there and back',
      1,
      [
        [0, 0, 0],
        [10, 50, 0],
        [20, 0, 0],
      ],
    ],
    [
      'a tremor under 5 px',
      0,
      [
        [0, 0, 0],
        [10, 4, 0],
        [20, 0, 0],
        [30, 4, 0],
      ],
    ],
  ])('counts the turns of %s', (_, turns, moves) => {
    expect(sumOf(moves)!.turns).toBe(turns);
  });

  it('counts a rest of more than 1 s, and begins anew after it', () => {
    const summary = sumOf([
      [0, 0, 0],
      [1001, 500, 0],
      [1051, 530, 0],
    ])!;
    expect(summary).toMatchObject({ pauses: 1, pathPx: 30, netPx: 30, durationMs: 50 });
  });

  it('goes on over the border of two summaries', () => {
    const sum = motionSum();
    sum.add(0, 0, 0);
    sum.add(100, 50, 0);
    sum.take(200);
    sum.add(210, 0, 0);
    expect(sum.take(400)).toMatchObject({ durationMs: 110, pathPx: 50, netPx: 50, turns: 1 });
  });

  it('is never further away than it has moved', () => {
    const move = fc.tuple(
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ max: 2000 }),
      fc.integer({ max: 2000 }),
    );
    fc.assert(
      fc.property(fc.array(move, { minLength: 1 }), (steps) => {
        let time = 0;
        const summary = sumOf(steps.map(([ms, x, y]): Move => [(time += ms), x, y]))!;
        expect(summary.netPx).toBeLessThanOrEqual(summary.pathPx + 1e-6);
        expect(Object.values(summary).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
