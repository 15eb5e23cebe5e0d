import type { Preset } from '../types.js';
import type { DETECTORS } from './index.js';

/** Options by detector. */
type Thresholds = {
  readonly [Name in keyof typeof DETECTORS]?: Parameters<(typeof DETECTORS)[Name]>[0];
};

/**
 * What the presets ask for where it is not a detector's own default. `strict` wants half as much
 * again, or nearly; `sensitive` takes about what most tools began with before their false alarms.
 */
export const PRESETS: Readonly<Record<Preset, Thresholds>> = {
  strict: {
    rageClick: { minPresses: 5, minPressesInTrouble: 4 },
    keyboardRage: { minPresses: 5 },
    deadSwipe: { minSwipes: 2 },
    slowResponse: { minLatencyMs: 1500 },
    errorClick: { windowMs: 1000 },
    formStruggle: { minReturns: 4, minReEdits: 3, minKeystrokes: 16 },
    formAbandon: { minFields: 3, idleMs: 45_000 },
    idleAfterError: { idleMs: 25_000 },
    repeatedSearch: { minSearches: 4 },
    thrashedCursor: { minTurns: 6, minSpeed: 500, minMovingMs: 1000 },
    scrollThrash: { minReversals: 6, maxRestMs: 1000 },
    quickBack: { maxDwellMs: 4000, maxShare: 0.35 },
    pageLoop: { minRounds: 3, minToAndFro: 4 },
    refresh: { minReloads: 3 },
    exitIntent: { minEngagedMs: 15_000, minSpeed: 1200 },
    helpSeeking: { hoverMs: 2000, focusMs: 4000 },
  },
  balanced: {},
  sensitive: {
    rageClick: { minPresses: 3 },
    keyboardRage: { minPresses: 3 },
    deadClick: { windowMs: 2000 },
    slowResponse: { minLatencyMs: 700, maxLatencyMs: 2000 },
    formStruggle: { minReturns: 2, minReEdits: 1, minKeystrokes: 6 },
    formAbandon: { minFields: 1, idleMs: 20_000 },
    idleAfterError: { idleMs: 10_000 },
    repeatedSearch: { minSearches: 2 },
    thrashedCursor: { minPathPx: 200, minMovingMs: 500 },
    scrollThrash: { minReversals: 3, maxRestMs: 3000 },
    quickBack: { maxShare: 0.75 },
    pageLoop: { minToAndFro: 2 },
    refresh: { minReloads: 1 },
    exitIntent: { minSpeed: 300 },
    helpSeeking: { hoverMs: 700, focusMs: 1500 },
  },
};
