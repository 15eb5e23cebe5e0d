import { UsageError } from '../errors.js';
import type { Item, Place } from '../input/Item.js';
import type { Table } from './Table.js';

type RowItem = Item & { readonly kind: 'row' };

const YES = /^(1|1\.0|true|yes|y|up|positive|pos|bad|failed|fail|churned|abandoned)$/i;

/**
 * A table of numbers with a label.
 *
 * @param label - the column that holds it; the last one by default
 * @throws UsageError when there is no such column, or it holds more than two values
 */
export function toTable(
  rows: readonly RowItem[],
  label: string | undefined,
  onBroken: (place: Place, reason: string) => void,
): Table {
  const names = Object.keys(rows[0]?.row ?? {});
  const column = label ?? names.at(-1) ?? '';
  if (!names.includes(column))
    throw new UsageError(`--label ${column} is no column; there are ${names.join(', ')}`);
  const positive = positiveOf(
    rows.map(({ row }) => row[column]!),
    column,
  );
  const columns = names.filter((name) => name !== column);
  const examples = rows.flatMap((item) => {
    const x = Float64Array.from(columns, (name) => toNumber(item.row[name] ?? ''));
    const strange = columns.find((_, index) => !Number.isFinite(x[index]));
    if (strange === undefined) return [{ x, y: item.row[column] === positive ? 1 : 0 } as const];
    onBroken(item, `${strange} is "${item.row[strange] ?? ''}", not a number`);
    return [];
  });
  return { columns, examples, positive };
}

function positiveOf(values: readonly string[], column: string): string {
  const kinds = [...new Set(values)].sort();
  if (kinds.length > 2)
    throw new UsageError(
      `column ${column} holds ${kinds.length} different values; name one with two by --label COLUMN`,
    );
  return kinds.find((kind) => YES.test(kind)) ?? kinds.at(-1) ?? '';
}

/** An empty cell is no 0. */
function toNumber(text: string): number {
  return text === '' ? NaN : Number(text);
}
