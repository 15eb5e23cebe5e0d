/** Prints rows in columns, the first line as their heads. */
export function print(title: string, rows: readonly (readonly (string | number)[])[]): void {
  const texts = rows.map((row) => row.map(String));
  const widths = texts[0]!.map((_, i) => Math.max(...texts.map((row) => row[i]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of texts) {
    console.log(
      row.map((cell, i) => (i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  '),
    );
  }
}

/** `.734`. */
export function short(value: number, digits = 3): string {
  return value.toFixed(digits).replace(/^(-?)0\./, '$1.');
}

export function interval([low, high]: readonly [number, number]): string {
  return `${short(low)}–${short(high)}`;
}
