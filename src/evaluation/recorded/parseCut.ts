import { BeforehandError } from '../../errors.js';
import type { Cut } from './playRecording.js';

/**
 * Reads where in a recording to look: `6actions`, `20s`, `every` (after each action) or `end`.
 *
 * @throws BeforehandError `invalid-config`
 */
export function parseCut(cut: string): Cut {
  if (cut === 'every' || cut === 'end') return { kind: cut };
  const [, count, unit] = /^(\d+(?:\.\d+)?)(actions?|s|ms)$/.exec(cut) ?? [];
  const n = Number(count);
  if (unit === 's' || unit === 'ms') return { kind: 'time', ms: unit === 's' ? 1000 * n : n };
  if (unit && n >= 1) return { kind: 'actions', n: Math.floor(n) };
  throw new BeforehandError(
    'invalid-config',
    `cut is "${cut}"; it has to be like "6actions", "20s", "every" or "end"`,
  );
}
