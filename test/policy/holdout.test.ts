import { describe, expect, it } from 'vitest';
import { armOf } from '../../src/policy/index.js';

const ids = Array.from({ length: 20_000 }, (_, i) => i);
const shareHeldOut = (visitorIds: readonly number[], share: number) =>
  visitorIds.filter((id) => armOf(id, share) === 'holdout').length / visitorIds.length;

describe('armOf', () => {
  it('holds out the share that was asked for, even of ids in a row', () => {
    expect(Math.abs(shareHeldOut(ids, 0.1) - 0.1)).toBeLessThan(0.01);
    expect(
      Math.abs(
        shareHeldOut(
          ids.map((id) => id * 65_536),
          0.1,
        ) - 0.1,
      ),
    ).toBeLessThan(0.01);
  });

  it('holds nobody out at 0', () => {
    expect(shareHeldOut(ids, 0)).toBe(0);
  });

  it('keeps who was held out when the share grows', () => {
    const heldOut = ids.filter((id) => armOf(id, 0.1) === 'holdout');
    expect(shareHeldOut(heldOut, 0.2)).toBe(1);
  });
});
