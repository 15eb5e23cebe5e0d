/** Entry of `beforehand.learner.js`, a classic worker: the only file here that acts when loaded. */
import { answerRequests } from './answerRequests.js';

answerRequests(globalThis);
