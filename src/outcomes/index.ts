export { createOutcomes, type CreateOutcomesOptions, type Outcomes } from './createOutcomes.js';
export type { Settled } from './toSettled.js';
export type { VisitEvent } from './VisitEvent.js';
