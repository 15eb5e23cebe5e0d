import type { Sieve } from './createSieve.js';
import { isModelRow } from './isModelRow.js';
import type { Store } from './Store.js';
import type { ModelRow, Run, Tables } from './Tables.js';

/**
 * The model's part of the store. Saves go to the slots A and B by turns, so that a save that went
 * wrong leaves the one before.
 */
export function modelStore(run: Run, sieve: Sieve) {
  /** Newest first. */
  const rows = async (tables: Tables): Promise<ModelRow[]> => {
    const slots = await Promise.all([tables.get('models', 'A'), tables.get('models', 'B')]);
    return sieve.all(isModelRow, slots).sort((a, b) => b.generation - a.generation);
  };

  const loadModel: Store['loadModel'] = async () => {
    const [newest] = await run(['models'], 'readonly', rows);
    return newest && { generation: newest.generation, state: newest.state };
  };

  const saveModel: Store['saveModel'] = (state, basedOn) =>
    run(['models'], 'readwrite', async (tables) => {
      const [newest] = await rows(tables);
      if ((newest?.generation ?? 0) !== basedOn) return undefined;
      const slot = newest?.slot === 'A' ? 'B' : 'A';
      // A model that diverged must not replace a good one.
      const row = sieve.one(isModelRow, { slot, generation: basedOn + 1, state });
      if (row) tables.put('models', row);
      return row?.generation;
    });

  return { loadModel, saveModel, savedModels: () => run(['models'], 'readonly', rows) };
}
