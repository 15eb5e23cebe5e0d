import { guard, type Report } from '../guard.js';
import type { Visitor } from '../types.js';
import type { Sieve } from './createSieve.js';
import { isVisitor } from './isVisitor.js';
import type { Store } from './Store.js';
import type { Run, Tables } from './Tables.js';

/** The visitor's one record: budgets and answers. */
export function visitorStore(run: Run, sieve: Sieve, report: Report) {
  const read = async (tables: Tables): Promise<Visitor | undefined> => {
    const row = (await tables.get('visitor', 'only')) as { visitor?: unknown } | undefined;
    return sieve.one(isVisitor, row?.visitor);
  };

  const updateVisitor: Store['updateVisitor'] = (change) =>
    run(['visitor'], 'readwrite', async (tables) => {
      const before = await read(tables);
      const next = sieve.one(
        isVisitor,
        guard(report, 'internal', () => change(before)),
      );
      if (next) tables.put('visitor', { slot: 'only', visitor: next });
      return next;
    });

  return { updateVisitor, visitor: () => run(['visitor'], 'readonly', read) };
}
