/** Keeps a count or duration of any size within about [0, 3]: `log1p(value / scale)`, at most 3. */
export function squash(value: number, scale = 1): number {
  return Number.isFinite(value) ? Math.min(3, Math.log1p(Math.max(0, value) / scale)) : 3;
}
