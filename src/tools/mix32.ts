/**
 * Scrambles 32 bits so that every bit of the input moves about half of the output's: neighbouring
 * numbers land far apart. One to one; 0 stays 0.
 *
 * @returns a whole number in [0, 2³²)
 * @see Appleby, MurmurHash3, `fmix32`
 */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
