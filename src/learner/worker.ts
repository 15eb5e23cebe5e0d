/** Entry of `beforehand.learner.js`, a classic worker: the only file here that acts when loaded. */
import { answerRequests, type WorkerScope } from './answerRequests.js';

answerRequests(globalThis as unknown as WorkerScope);
