import { seededRandom } from '../tools/seededRandom.js';

export interface BootstrapOptions {
  /** @defaultValue 200 */
  readonly nSamples?: number;
  /** @defaultValue 1 */
  readonly seed?: number;
  /** Share of the samples within the interval. @defaultValue 0.95 */
  readonly coverage?: number;
}

/**
 * How far a number may be off by the chance of who was observed: draws whole visitors anew, never
 * their moments, which are alike.
 *
 * @param items - with who each belongs to
 * @returns the percentile interval; `NaN` twice for nothing
 * @see Efron, Tibshirani (1993), "An Introduction to the Bootstrap", chapter 13
 */
export function bootstrap<Item extends { readonly user: string }>(
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  { nSamples = 200, seed = 1, coverage = 0.95 }: BootstrapOptions = {},
): readonly [low: number, high: number] {
  const visitors = new Map<string, Item[]>();
  for (const item of items) {
    const own = visitors.get(item.user);
    if (own) own.push(item);
    else visitors.set(item.user, [item]);
  }
  const byUser = [...visitors.values()];
  const random = seededRandom(seed);
  const values = Array.from({ length: nSamples }, () =>
    statistic(byUser.flatMap(() => byUser[Math.floor(random() * byUser.length)]!)),
  )
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? NaN;
  return [at((1 - coverage) / 2), at((1 + coverage) / 2)];
}
