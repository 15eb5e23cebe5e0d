import type { ModelState } from '../types.js';

/**
 * Checks a saved state, which may come from anywhere, before a model goes on from it.
 *
 * @param expected - the state that the model would write now: same name, version and shapes are asked for
 * @returns whether `state` has them, with finite numbers throughout
 */
export function isStateLike(state: unknown, expected: ModelState): state is ModelState {
  const { model, version, weights } = (state ?? {}) as Partial<ModelState>;
  return (
    model === expected.model &&
    version === expected.version &&
    Object.entries(expected.weights).every(([name, { length }]) =>
      isFiniteArray(weights?.[name], length),
    )
  );
}

function isFiniteArray(values: unknown, length: number): boolean {
  if (!Array.isArray(values) || values.length !== length) return false;
  // `every` on a sparse array skips its holes.
  for (let i = 0; i < length; i += 1) if (!Number.isFinite(values[i])) return false;
  return true;
}
