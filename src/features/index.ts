export {
  createFeatureTracker,
  type FeatureState,
  type FeatureTracker,
  type FeatureTrackerOptions,
} from './createFeatureTracker.js';
export { decisionTicks, type DecisionTickOptions } from './decisionTicks.js';
export type { FeatureContext } from './Moment.js';
export { featureNames, FEATURES, SCHEMA_VERSION, type FeatureDefinition } from './schema.js';
