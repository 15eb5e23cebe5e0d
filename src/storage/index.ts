export { createRouteLog, type RouteLog } from './createRouteLog.js';
export { createStore, type CreateStoreOptions } from './createStore.js';
export { eraseDatabase } from './eraseDatabase.js';
export type { SavedModel, Store } from './Store.js';
