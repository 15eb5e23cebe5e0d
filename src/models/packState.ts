import { packNumbers, unpackNumbers } from '../tools/packNumbers.js';
import type { ModelState } from '../types.js';

/** A {@link ModelState} as it is stored: numbers of few decimals as text. */
export interface PackedState {
  readonly model: string;
  readonly version: number;
  readonly weights: Readonly<Record<string, readonly number[] | string>>;
  readonly parts?: readonly PackedState[];
}

/** Makes a state short; {@link unpackState} gives it back bit for bit. */
export function packState({ weights, parts, ...rest }: ModelState): PackedState {
  const short = Object.entries(weights).map(([name, values]) => [
    name,
    packNumbers(values) ?? values,
  ]);
  return {
    ...rest,
    weights: Object.fromEntries(short) as PackedState['weights'],
    ...(parts && { parts: parts.map(packState) }),
  };
}

/** Also of one that was stored as it was. Whether it is a model's is for the model to check. */
export function unpackState({ weights, parts, ...rest }: PackedState): ModelState {
  const long = Object.entries(weights).map(([name, values]) => [
    name,
    typeof values === 'string' ? unpackNumbers(values) : values,
  ]);
  return {
    ...rest,
    weights: Object.fromEntries(long) as ModelState['weights'],
    ...(parts && { parts: parts.map(unpackState) }),
  };
}
