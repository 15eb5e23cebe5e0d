import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlot, toPlotY } from '../../src/inspector/toPlot.js';

const NOTHING = { risks: [], signals: [], shown: [] };

describe('toPlot', () => {
  it('draws nothing of nothing', () => {
    expect(toPlot({ now: 400_000, ...NOTHING })).toEqual({
      line: '',
      area: '',
      signals: '',
      shown: '',
    });
  });

  it('holds each risk until the next, and the last until now', () => {
    const risks = [
      { time: 100_000, probability: 0.1 },
      { time: 250_000, probability: 0.6 },
    ];
    const { line, area } = toPlot({ ...NOTHING, now: 300_000, risks });
    expect(line).toBe('M100 90H250V40H300');
    expect(area).toBe('M100 90H250V40H300V100H100Z');
  });

  it('begins at the left edge with the value from before', () => {
    const risks = [
      { time: 1000, probability: 0.9 },
      { time: 90_000, probability: 0.2 },
      { time: 200_000, probability: 0.5 },
    ];
    expect(toPlot({ ...NOTHING, now: 400_000, risks }).line).toBe('M0 80H100V50H300');
  });

  it('marks what lies within the five minutes, signals on the axis and prompts across', () => {
    const times = [{ time: 99_000 }, { time: 100_000 }, { time: 340_000 }];
    const { signals, shown } = toPlot({ now: 400_000, risks: [], signals: times, shown: times });
    expect(signals).toBe('M0 100h0M240 100h0');
    expect(shown).toBe('M0 0V100M240 0V100');
  });

  it('stays inside its box whatever the numbers are', () => {
    const risk = fc.record({
      time: fc.integer({ min: 0, max: 900_000 }),
      probability: fc.double({ min: -1, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(risk, { minLength: 1 }), (given) => {
        const risks = given.sort((a, b) => a.time - b.time);
        const { line } = toPlot({ ...NOTHING, now: 900_000, risks });
        const xs = [...line.matchAll(/[MH](-?[\d.]+)/g)].map(([, x]) => Number(x));
        const ys = [...line.matchAll(/[V ](-?[\d.]+)/g)].map(([, y]) => Number(y));
        expect(xs).toEqual([...xs].sort((a, b) => a - b));
        expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
        expect(xs.at(-1)).toBe(300);
        expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...ys)).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('toPlotY', () => {
  it('counts from the top', () => {
    expect([0, 0.25, 1].map(toPlotY)).toEqual([100, 75, 0]);
  });
});
