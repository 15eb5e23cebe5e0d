/** A probability or share as `62%`; `<1%` and `>99%` where rounding would claim certainty. */
export function toPercent(share: number): string {
  if (!Number.isFinite(share)) return '–';
  if (share > 0 && share < 0.01) return '<1%';
  if (share < 1 && share > 0.99) return '>99%';
  return `${Math.round(share * 100)}%`;
}

/** A number with its sign, two decimals: `+0.82`, `−0.40`. */
export function toSigned(value: number): string {
  const sign = value < 0 ? '−' : '+';
  return `${sign}${Math.abs(value).toFixed(2)}`;
}

/** Named numbers in one line: `presses 5 · spanMs 812`. */
export function toEvidence(evidence: Readonly<Record<string, number>>): string {
  return Object.entries(evidence)
    .map(([name, value]) => `${name} ${Math.round(value * 100) / 100}`)
    .join(' · ');
}
