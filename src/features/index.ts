export {
  createFeatureTracker,
  type FeatureContext,
  type FeatureTracker,
} from './createFeatureTracker.js';
export { decisionTicks, type DecisionTickOptions } from './decisionTicks.js';
export { featureNames, FEATURES, SCHEMA_VERSION, type FeatureDefinition } from './schema.js';
