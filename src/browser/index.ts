export { createPage, type HostPage, type PageOptions } from './createPage.js';
export { defaultClock } from './defaultClock.js';
export { isTrackingRefused } from './isTrackingRefused.js';
export { whenIdle } from './whenIdle.js';
