import { roundTo } from './roundTo.js';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE = 32;
const MAX_DECIMALS = 6;
/** Beyond, numbers are not told apart from their neighbours with six decimals. */
const MAX_ABSOLUTE = 1e9;

/**
 * Numbers of few decimals as text, about half as long as JSON: how many decimals, then each as a
 * whole number in base 64 of variable length, five bits a digit and one for "more".
 *
 * @returns `undefined` for numbers that it would not give back bit for bit
 * @see Source Map Revision 3 Proposal, "Base64 VLQ"
 */
export function packNumbers(values: readonly number[]): string | undefined {
  if (!values.every((value) => Math.abs(value) < MAX_ABSOLUTE)) return undefined;
  for (let decimals = 0; decimals <= MAX_DECIMALS; decimals += 1) {
    if (values.every((value) => Object.is(roundTo(value, decimals), value)))
      return decimals + values.map((value) => toText(Math.round(value * 10 ** decimals))).join('');
  }
  return undefined;
}

/** What {@link packNumbers} was given; of a text that is none of its own, any numbers. */
export function unpackNumbers(text: string): readonly number[] {
  const scale = 10 ** Number(text[0]);
  const numbers: number[] = [];
  let [sum, unit] = [0, 1];
  for (const letter of text.slice(1)) {
    const digit = DIGITS.indexOf(letter);
    sum += unit * (digit % BASE);
    unit *= BASE;
    if (digit >= BASE) continue;
    // The last bit is the sign.
    numbers.push((sum % 2 ? -(sum - 1) / 2 : sum / 2) / scale);
    [sum, unit] = [0, 1];
  }
  return numbers;
}

function toText(value: number): string {
  let rest = value < 0 ? 1 - 2 * value : 2 * value;
  let text = '';
  do {
    const digit = rest % BASE;
    rest = (rest - digit) / BASE;
    text += DIGITS[rest ? digit + BASE : digit]!;
  } while (rest);
  return text;
}
