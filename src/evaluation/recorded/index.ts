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
export { mergePriors } from './mergePriors.js';
export { validatePrior, type Prior } from '../../prior.js';
export { readRecording } from './readRecording.js';
export type { RecordedEvent, Recording } from './Recording.js';
export { trainPrior, type TrainOptions } from './trainPrior.js';
