import { mix32 } from '../tools/mix32.js';
import type { Arm } from '../types.js';

/** Keeps the arm independent of anything else that is ever decided by the visitor's id. */
const SALT = 0x5bd1e995;

/**
 * The arm a visitor is in, the same at every visit for as long as the id is kept: a hash of the id,
 * taken as a uniform number, falls below `share` or not.
 *
 * A larger share keeps everybody who was held out, and adds to them.
 *
 * @param share - in [0, 1); 0 holds nobody out
 */
export function armOf(visitorId: number, share: number): Arm {
  return mix32(visitorId ^ SALT) / 2 ** 32 < share ? 'holdout' : 'treated';
}
