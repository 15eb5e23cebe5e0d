export { N_SLOTS } from './createActions.js';
export {
  createFeatureTracker,
  type FeatureState,
  type FeatureTracker,
  type FeatureTrackerOptions,
} from './createFeatureTracker.js';
export { decisionTicks, type DecisionTickOptions } from './decisionTicks.js';
export { FEATURES, type FeatureDefinition } from './definitions.js';
export { createSharedHistory, labelHistory, type LabelHistory } from './labelHistory.js';
export type { FeatureContext } from './Moment.js';
export { featureNames, SCHEMA_VERSION } from './schema.js';
