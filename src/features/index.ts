export { createPast, type VisitorPast } from './createPast.js';
export {
  createFeatureTracker,
  type FeatureState,
  type FeatureTracker,
  type FeatureTrackerOptions,
} from './createFeatureTracker.js';
export { decisionTicks, type DecisionTickOptions } from './decisionTicks.js';
export { FEATURES, type FeatureDefinition } from './definitions.js';
export {
  createSharedPast,
  MAX_TASKS,
  NO_PAST,
  notePast,
  pastOf,
  taskNumber,
  USUAL,
  type OwnPast,
  type Past,
  type SharedPast,
} from './labelHistory.js';
export type { FeatureContext } from './Moment.js';
export { ownMeans, type OwnMeans } from './ownMeans.js';
export { featureNames, OWN_SHAPE, SCHEMA_VERSION } from './schema.js';
export { MAX_SHAPES, taskShapes, type TaskShapes } from './taskShapes.js';
export { N_SLOTS } from './toSlots.js';
