import { describe, expect, it } from 'vitest';
import { bestOf, brokenLimits, overBare } from '../../bench/costReport.js';

const run = (changes: object = {}) => ({
  ...{ startMs: 5, busyMs: 100, moveUs: 8, clickUs: 20, pressUs: 300, nodesMs: 200 },
  ...{ nodesAfterPressMs: 200, heapMb: 1, longScripts: [], counts: {} },
  ...changes,
});

describe('bestOf', () => {
  it('takes the least of each number, whichever run it is from', () => {
    const best = bestOf([run({ busyMs: 90, moveUs: 9 }), run({ busyMs: 120, moveUs: 7 })], 'x');

    expect([best.busyMs, best.moveUs]).toEqual([90, 7]);
  });

  it('counts long tasks of the script’s own only', () => {
    const longScripts = [
      { sourceURL: 'http://h/dist/beforehand.brain.js', duration: 60 },
      { sourceURL: 'http://h/page.js', duration: 80 },
    ];

    expect(bestOf([run({ longScripts })], 'beforehand').longTasks).toBe(1);
  });
});

describe('overBare', () => {
  it('subtracts the bare page, and gives nodes in per cent', () => {
    const over = overBare(bestOf([run({ busyMs: 150, nodesMs: 230 })], 'x'), bestOf([run()], 'x'));

    expect(over.busyMs).toBe(50);
    expect(over.nodesMs).toBeCloseTo(15);
  });
});

describe('brokenLimits', () => {
  const fine = { busyMs: 60, moveUs: 2, clickUs: 30, startMs: 20, nodesMs: 5 };
  const ours = { ...fine, pressUs: 400, nodesAfterPressMs: 10, longTasks: 0, heapMb: 1 };
  const peer = { ...ours, busyMs: 400 };

  it('is silent when all is within the limits', () => {
    expect(brokenLimits(ours, [peer])).toEqual([]);
  });

  it('names what is over its limit', () => {
    expect(brokenLimits({ ...ours, moveUs: 6 }, [peer])).toEqual([
      'A mouse move: 6.0 µs, at most 5',
    ]);
  });

  it('asks for a third of the cheapest peer', () => {
    expect(brokenLimits(ours, [peer, { ...peer, busyMs: 150 }])).toEqual([
      'Script in 20 s of busy input: 60 ms, at most a third of 150',
    ]);
  });
});
