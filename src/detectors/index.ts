import type { Detector, Preset } from '../types.js';
import { blockedClick } from './blockedClick.js';
import { deadClick } from './deadClick.js';
import { errorClick } from './errorClick.js';
import { late } from './late.js';
import { PRESETS } from './presets.js';
import { rageClick } from './rageClick.js';

export { blockedClick, deadClick, errorClick, rageClick };

// What is not needed in the first moment of a page. Each is described in the file of its name.
export const slowResponse = /* @__PURE__ */ late('slowResponse');
export const formStruggle = /* @__PURE__ */ late('formStruggle');
export const idleAfterError = /* @__PURE__ */ late('idleAfterError');
export const keyboardRage = /* @__PURE__ */ late('keyboardRage');
export const repeatedSearch = /* @__PURE__ */ late('repeatedSearch');
export const deadSwipe = /* @__PURE__ */ late('deadSwipe');
export const formAbandon = /* @__PURE__ */ late('formAbandon');
export const thrashedCursor = /* @__PURE__ */ late('thrashedCursor');
export const scrollThrash = /* @__PURE__ */ late('scrollThrash');
export const quickBack = /* @__PURE__ */ late('quickBack');
export const pageLoop = /* @__PURE__ */ late('pageLoop');
export const refresh = /* @__PURE__ */ late('refresh');
export const exitIntent = /* @__PURE__ */ late('exitIntent');
export const helpSeeking = /* @__PURE__ */ late('helpSeeking');

export type { BlockedClickOptions } from './blockedClick.js';
export type { DeadClickOptions } from './deadClick.js';
export type { DeadSwipeOptions } from './deadSwipe.js';
export type { ErrorClickOptions } from './errorClick.js';
export type { ExitIntentOptions } from './exitIntent.js';
export type { FormAbandonOptions } from './formAbandon.js';
export type { FormStruggleOptions } from './formStruggle.js';
export type { HelpSeekingOptions } from './helpSeeking.js';
export type { IdleAfterErrorOptions } from './idleAfterError.js';
export type { KeyboardRageOptions } from './keyboardRage.js';
export type { PageLoopOptions } from './pageLoop.js';
export type { QuickBackOptions } from './quickBack.js';
export type { RageClickOptions } from './rageClick.js';
export type { RefreshOptions } from './refresh.js';
export type { RepeatedSearchOptions } from './repeatedSearch.js';
export type { ScrollThrashOptions } from './scrollThrash.js';
export type { SlowResponseOptions } from './slowResponse.js';
export type { ThrashedCursorOptions } from './thrashedCursor.js';

/** All there are, in the order in which they are made. */
export const DETECTORS = {
  ...{ rageClick, deadClick, slowResponse, blockedClick, errorClick },
  ...{ formStruggle, idleAfterError, repeatedSearch, keyboardRage, deadSwipe, formAbandon },
  ...{ thrashedCursor, scrollThrash, quickBack, pageLoop, refresh, exitIntent, helpSeeking },
};

/**
 * Every detector, as a preset has it: `strict` where a false alarm is worse than a miss, `sensitive`
 * where it is the other way round.
 */
export function defaultDetectors(preset: Preset = 'balanced'): Detector[] {
  const thresholds: Readonly<Record<string, object | undefined>> = PRESETS[preset];
  return Object.entries<(options?: object) => Detector>(DETECTORS).map(([name, create]) =>
    create(thresholds[name]),
  );
}
