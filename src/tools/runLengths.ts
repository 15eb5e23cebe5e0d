/** Neighbours that are equal, as how many and what, in a row: `[2, 0.5, 1, 3]` for `[0.5, 0.5, 3]`. */
export function toRuns(values: readonly number[]): readonly number[] {
  const runs: number[] = [];
  for (const value of values) {
    if (runs.length && runs.at(-1) === value) runs[runs.length - 2]! += 1;
    else runs.push(1, value);
  }
  return runs;
}

/** The values that {@link toRuns} was given. */
export function fromRuns(runs: readonly number[]): readonly number[] {
  return runs.flatMap((value, i) => (i % 2 ? Array<number>(runs[i - 1]!).fill(value) : []));
}
