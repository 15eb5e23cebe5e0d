import type { Gate } from '../types.js';

/** Whether something speaks against interrupting now, and what was measured, in the same words either way. */
export type Check<Input> = (input: Input) => readonly [passed: boolean, reason: string];

/** Asks every check, even after one has failed: an explanation lists them all. */
export function toGates<Input>(
  checks: Readonly<Record<string, Check<Input>>>,
  input: Input,
): readonly Gate[] {
  return Object.entries(checks).map(([name, check]) => {
    const [passed, reason] = check(input);
    return { name, passed, reason };
  });
}
