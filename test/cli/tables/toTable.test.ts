import { describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../../cli/errors.js';
import { evaluateTable } from '../../../cli/tables/evaluateTable.js';
import { toTable } from '../../../cli/tables/toTable.js';
import { fromTablePrior, trainTable } from '../../../cli/tables/trainTable.js';
import { seededRandom } from '../../../src/tools/seededRandom.js';

// A network is trained row by row, and a busy machine takes its time over it.
vi.setConfig({ testTimeout: 60_000 });

const rowsOf = (rows: readonly Readonly<Record<string, string>>[]) =>
  rows.map((row, index) => ({ file: 'f', line: index + 2, kind: 'row' as const, row }));
const ignore = () => {};

/** The label follows the first column, mostly. */
function someRows(n: number) {
  const random = seededRandom(3);
  return rowsOf(
    Array.from({ length: n }, () => {
      const a = random();
      const up = random() < (a > 0.5 ? 0.9 : 0.1);
      return { a: String(a), noise: String(random()), class: up ? 'UP' : 'DOWN' };
    }),
  );
}

describe('a table', () => {
  it('takes the last column for the label, and the value that means yes for 1', () => {
    const { columns, positive, examples } = toTable(someRows(20), undefined, ignore);
    expect({ columns, positive }).toEqual({ columns: ['a', 'noise'], positive: 'UP' });
    expect(new Set(examples.map(({ y }) => y))).toEqual(new Set([0, 1]));
  });

  it('takes another column by its name', () => {
    const rows = rowsOf([
      { bad: '1', x: '2' },
      { bad: '0', x: '3' },
    ]);
    expect(toTable(rows, 'bad', ignore).examples).toMatchObject([{ y: 1 }, { y: 0 }]);
  });

  it('leaves out rows that hold no number, and names them', () => {
    const told: unknown[] = [];
    const rows = rowsOf([
      { x: '1', y: '0' },
      { x: 'n/a', y: '1' },
      { x: '', y: '1' },
    ]);
    const { examples } = toTable(rows, undefined, ({ line }, reason) => told.push([line, reason]));
    expect(examples).toHaveLength(1);
    expect(told).toEqual([
      [3, 'x is "n/a", not a number'],
      [4, 'x is "", not a number'],
    ]);
  });

  it('is refused without such a column, or with more than two labels', () => {
    const rows = rowsOf([
      { x: '1', y: 'a' },
      { x: '2', y: 'b' },
      { x: '3', y: 'c' },
    ]);
    expect(() => toTable(rows, 'z', ignore)).toThrow(UsageError);
    expect(() => toTable(rows, undefined, ignore)).toThrow('--label');
  });
});

describe('models on a table', () => {
  const table = toTable(someRows(400), undefined, ignore);
  const options = { batchSize: 1, delay: 0, onProgress: ignore };
  const hedgeOf = (rows: ReturnType<typeof evaluateTable>) =>
    rows.find(({ model }) => model === 'hedge')!;

  it('learn what there is to learn', () => {
    expect(hedgeOf(evaluateTable(table, options)).auc).toBeGreaterThan(0.8);
  });

  it('learn later when labels come later', () => {
    const [soon, late] = [0, 200].map((delay) =>
      hedgeOf(evaluateTable(table, { ...options, delay })),
    );
    expect(late!.logLoss).toBeGreaterThan(soon!.logLoss);
  });

  it('go on from what was learned before', () => {
    const prior: unknown = JSON.parse(JSON.stringify(trainTable(table, options)));
    const model = fromTablePrior(prior, table);
    const fresh = hedgeOf(evaluateTable(table, options));
    expect(hedgeOf(evaluateTable(table, { ...options, model })).logLoss).toBeLessThan(
      fresh.logLoss,
    );
    expect(() => fromTablePrior({ model: 'prior' }, table)).toThrow(UsageError);
  });
});
