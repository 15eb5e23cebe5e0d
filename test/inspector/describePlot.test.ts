import { describe, expect, it } from 'vitest';
import { describePlot } from '../../src/inspector/describePlot.js';

describe('describePlot', () => {
  it('says that there is nothing', () => {
    expect(describePlot({ now: 0, risks: [], signals: [], shown: [] }, {})).toBe(
      'Risk over the last 5 minutes: nothing yet.',
    );
  });

  it('says what the plot shows, of the last five minutes alone', () => {
    const input = {
      now: 400_000,
      risks: [
        { time: 50_000, probability: 0.99 },
        { time: 280_000, probability: 0.7 },
        { time: 390_000, probability: 0.3 },
      ],
      signals: [{ time: 90_000 }, { time: 270_000 }, { time: 275_000 }],
      shown: [{ time: 281_000 }],
    };
    expect(describePlot(input, { badge: 0.25, card: 0.4 })).toBe(
      'Risk over the last 5 minutes: 30% now, highest 70% 2 min ago, badge threshold 25%, ' +
        'card threshold 40%, signals 2, prompts shown 1.',
    );
  });
});
