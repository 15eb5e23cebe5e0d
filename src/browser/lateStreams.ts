/**
 * What is listened to by the features and by detectors that come late, and by nobody before them:
 * its code comes with theirs, so that the first file stays small.
 */
export { fromExits } from './fromExits.js';
export { fromHelp } from './fromHelp.js';
export { fromLatency } from './fromLatency.js';
export { fromPointer } from './fromPointer.js';
export { fromScroll } from './fromScroll.js';
export { fromSwipes } from './fromSwipes.js';
export { pressableLooks } from './pressableLooks.js';
