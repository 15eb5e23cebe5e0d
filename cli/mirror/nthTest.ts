/** Whether a place, from 1, is one that `odd`, `even`, `3` or `2n + 1` means. */
export function toNthTest([, formula, step, sign, offset]: RegExpExecArray) {
  const text = formula!.toLowerCase();
  if (text === 'odd') return (nth: number) => nth % 2 === 1;
  if (text === 'even') return (nth: number) => nth % 2 === 0;
  if (step === undefined) return (nth: number) => nth === Number(text);
  const every = /^[+-]?$/.test(step) ? Number(`${step}1`) : Number(step);
  const from = Number(`${sign ?? ''}${offset ?? 0}`);
  return (nth: number) =>
    every === 0 ? nth === from : (nth - from) / every >= 0 && (nth - from) % every === 0;
}
