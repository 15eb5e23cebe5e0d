import type { ModelState } from '../dist/index.js';

/** For `learning.prior`; what it is worth: docs/prior.md. */
declare const prior: ModelState;
export default prior;
