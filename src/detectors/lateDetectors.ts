/** The detectors that are loaded right after the first file: see {@link ./late.ts}. */
export { deadSwipe } from './deadSwipe.js';
export { exitIntent } from './exitIntent.js';
export { formAbandon } from './formAbandon.js';
export { formStruggle } from './formStruggle.js';
export { helpSeeking } from './helpSeeking.js';
export { idleAfterError } from './idleAfterError.js';
export { keyboardRage } from './keyboardRage.js';
export { pageLoop } from './pageLoop.js';
export { quickBack } from './quickBack.js';
export { refresh } from './refresh.js';
export { repeatedSearch } from './repeatedSearch.js';
export { scrollThrash } from './scrollThrash.js';
export { slowResponse } from './slowResponse.js';
export { thrashedCursor } from './thrashedCursor.js';
