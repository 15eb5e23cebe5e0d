/** Whether to act now: gates, budget, utility, exploration, hold-out. */
export { answer, claim, type Claim } from './caps.js';
export { decide, type DecideInput } from './decide.js';
export { decisionLoop, type DecisionLoopOptions, type Moment } from './decisionLoop.js';
export { QUIET_MS } from './gates.js';
export { armOf } from './holdout.js';
export { newVisitor, receptivityOf, touchSession } from './visitor.js';
export { isWorthWaiting, waitMs } from './waiting.js';
