export { mountInspector, type InspectorOptions } from './mountInspector.js';
export type { Inspected } from './createLog.js';
