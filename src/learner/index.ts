/** The main thread's end only: the worker's, with TensorFlow.js, is `worker.ts`. */
export { createTrainer, type Trainer, type TrainerOptions } from './createTrainer.js';
export type { SavedTraining } from './protocol.js';
export { resume, summarise } from './trainingSummary.js';
