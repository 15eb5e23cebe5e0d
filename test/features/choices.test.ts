import { describe, expect, it } from 'vitest';
import { createChoices } from '../../src/features/choices.js';

describe('createChoices', () => {
  it('tells which parts moved and which are at rest, not what they are set to', () => {
    const choose = createChoices();
    // Before anything is known, the first part is what the others are compared with.
    expect(choose('apply', '0_0_0').pattern).toBe('000|111');
    expect(choose('apply', '0_2_0').pattern).toBe('010|101');
    expect(choose('apply', '0_1_0').pattern).toBe('010|101');
    expect(choose('apply', '0_1_1').pattern).toBe('001|100');
  });

  it('knows what is away from rest, of all choices', () => {
    const choose = createChoices();
    expect(choose('apply', '0_0_0').away).toHaveLength(0);
    expect(choose('apply', '1_0_-1').away).toHaveLength(2);
    expect(choose('newsletter', 'on').away).toHaveLength(3);
    // What has no state of its own leaves them as they are.
    expect(choose('send', '').away).toHaveLength(3);
    expect(choose('apply', '0_0_0').away).toHaveLength(1);
    expect(choose('newsletter', 'off').away).toHaveLength(0);
  });

  it('takes controls of their own for what they are: parts of one whole', () => {
    const [one, many] = [createChoices(), createChoices()];
    const together = one('order', '2,0,3').away;
    many('size', '2');
    many('colour', '0');
    expect(many('sugar', '3').away).toHaveLength(together.length);
  });

  it('tells a setting from another of the same part, and from the same of another part', () => {
    const awayAt = (state: string) => createChoices()('apply', state).away[0];
    const settings = ['1_0', '2_0', '0_1', '0_2'].map(awayAt);
    expect(new Set(settings).size).toBe(4);
    expect(awayAt('1_0')).toBe(settings[0]);
  });

  it('forgets the choice that was touched first beyond a hundred', () => {
    const choose = createChoices();
    for (let i = 0; i < 100; i += 1) choose(`box ${i}`, 'on');
    expect(choose('one more', 'on').away).toHaveLength(100);
  });
});
