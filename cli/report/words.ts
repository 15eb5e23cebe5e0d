/** `73 %`, which stays on one line; a dash for what is not known. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(100 * share)}\u00a0%` : '–';
}

/** Three digits, as such measures are compared. */
export function fixed(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : '–';
}

/** `1 decision`, `2 decisions`. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** `2026-11-23 13:05`, in UTC, so that a report reads the same everywhere. */
export function day(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
