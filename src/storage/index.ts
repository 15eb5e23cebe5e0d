export { createStore, type CreateStoreOptions } from './createStore.js';
export type { SavedModel, Store } from './Store.js';
