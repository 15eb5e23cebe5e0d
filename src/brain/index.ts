/** What is loaded right after the first file: all that decides, learns and remembers. */
export * from '../detectors/lateDetectors.js';
export { createStore } from '../storage/index.js';
export { createBrain, type Brain, type BrainOptions } from './createBrain.js';
export { createHelp } from './help.js';
