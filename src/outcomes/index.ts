export { createOutcomes, type Outcomes, type Settled } from './createOutcomes.js';
export type { VisitEvent } from './VisitEvent.js';
