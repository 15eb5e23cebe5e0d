import { toBeforehandError } from '../errors.js';

/**
 * Deletes the database, wherever this page has not opened it itself: the other tabs give way.
 *
 * It stands apart from the store, since the visitor who refuses needs nothing else of it.
 *
 * @returns a promise that resolves when it is gone, or will be once a tab that holds it is closed;
 * it rejects when the browser refuses
 */
export function eraseDatabase(
  { indexedDB }: Window & typeof globalThis,
  name: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onblocked = () => resolve();
    request.onerror = () => reject(toBeforehandError('storage-unavailable', request.error));
  });
}
