import { hash32 } from '../tools/hash32.js';

/** How the choices of a page stand after one action. */
export interface Standing {
  /** Which parts of the action's own choice moved, and which are at rest: equal for the same way to try. */
  readonly pattern: string;
  /** What is away from rest, of any choice, each part and where it is set to, hashed. */
  readonly away: readonly number[];
}

const MAX_CHOICES = 100;

/** What joins the parts of a state that has several. */
const PARTS = /[_,;|/ ]/;

/** States that mean that nothing was chosen. */
const RESTING: ReadonlySet<string> = new Set(['', '0', 'off', 'false', 'null']);

/**
 * Follows what closed choices are set to. Each part of a state that has several, as of an order that
 * is sent off with all its settings, counts like a control of its own.
 *
 * @returns takes the state that the choice at a place has reached, '' for what has none
 */
export function createChoices(): (place: string, state: string) => Standing {
  const last = new Map<string, readonly string[]>();
  /** Those that are away from rest: few, where every action asks for them. */
  const awayAt = new Map<string, readonly number[]>();

  const forgetOldest = (): void => {
    const oldest = last.keys().next().value!;
    last.delete(oldest);
    awayAt.delete(oldest);
  };

  return (place, state) => {
    const parts = state.split(PARTS);
    const before = last.get(place) ?? [];
    last.set(place, parts);
    awayAt.delete(place);
    const away = parts.flatMap((part, i) =>
      RESTING.has(part) ? [] : [hash32(`${place}|${i}=${part}`)],
    );
    if (away.length) awayAt.set(place, away);
    if (last.size > MAX_CHOICES) forgetOldest();
    const moved = parts.map((part, i) => (part === (before[i] ?? parts[0]) ? 0 : 1));
    const atRest = parts.map((part) => Number(RESTING.has(part)));
    return {
      pattern: `${moved.join('')}|${atRest.join('')}`,
      away: [...awayAt.values()].flat(),
    };
  };
}
