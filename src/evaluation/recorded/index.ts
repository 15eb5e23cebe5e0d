export { alertQuality, type AlertQuality, type Episode } from './alertQuality.js';
export {
  evaluate,
  evaluateRecordings,
  type EvaluateOptions,
  type Evaluation,
  type EvaluationRow,
  type ScoredMoment,
} from './evaluateRecordings.js';
export type { Delay } from './labelQueue.js';
export { createMerging, type Merging } from './createMerging.js';
export { createPartTraining, type PartTraining } from './createPartTraining.js';
export { createTraining, type Training } from './createTraining.js';
export { mergePriors } from './mergePriors.js';
export { isPart, type Part } from './Part.js';
export { readPart } from './readPart.js';
export { validatePrior, type Prior } from '../../prior.js';
export { readRecording } from './readRecording.js';
export type { RecordedEvent, Recording } from './Recording.js';
export { trainPrior, type TrainOptions } from './trainPrior.js';
export { trainPart } from './trainPart.js';
