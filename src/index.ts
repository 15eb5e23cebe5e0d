/**
 * The public names, and nothing else. Importing has no side effect and is safe on a server.
 *
 * @packageDocumentation
 */
export { createAssistant } from './createAssistant.js';
export { BeforehandError, type BeforehandErrorCode } from './errors.js';
export * from './detectors/index.js';
export { card, type CardOptions } from './prompts/index.js';
export { intercom, link, mailto } from './handoff/index.js';
export type * from './types.js';
