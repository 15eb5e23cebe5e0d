import type { Detector } from '../types.js';
import { blockedClick } from './blockedClick.js';
import { deadClick } from './deadClick.js';
import { errorClick } from './errorClick.js';
import { formStruggle } from './formStruggle.js';
import { idleAfterError } from './idleAfterError.js';
import { rageClick } from './rageClick.js';
import { repeatedSearch } from './repeatedSearch.js';
import { slowResponse } from './slowResponse.js';

export { blockedClick, type BlockedClickOptions } from './blockedClick.js';
export { deadClick, type DeadClickOptions } from './deadClick.js';
export { errorClick, type ErrorClickOptions } from './errorClick.js';
export { formStruggle, type FormStruggleOptions } from './formStruggle.js';
export { idleAfterError, type IdleAfterErrorOptions } from './idleAfterError.js';
export { rageClick, type RageClickOptions } from './rageClick.js';
export { repeatedSearch, type RepeatedSearchOptions } from './repeatedSearch.js';
export { slowResponse, type SlowResponseOptions } from './slowResponse.js';

/** Every detector with its defaults. */
export function defaultDetectors(): Detector[] {
  return [
    rageClick(),
    deadClick(),
    slowResponse(),
    blockedClick(),
    errorClick(),
    formStruggle(),
    idleAfterError(),
    repeatedSearch(),
  ];
}
