import { bar } from './bar.js';
import type { Elements } from './elements.js';
import { setText } from './setText.js';

export interface BarRow {
  /** Unique in its table. */
  readonly name: string;
  /** Length of the bar: in [0, 1], in [−1, 1] for signed bars. */
  readonly share: number;
  /** As many as there are heads after the first. */
  readonly values: readonly string[];
}

export interface BarTable {
  readonly root: HTMLElement;
  /** Shows these rows in this order; hidden without any. */
  readonly draw: (rows: readonly BarRow[]) => void;
}

/** A table of names, bars and numbers. */
export function barTable(
  make: Elements,
  { kind, heads }: { kind: 'plain' | 'signed'; heads: readonly string[] },
): BarTable {
  const { html } = make;
  const [first = '', ...others] = heads;
  const head = html('tr', '', columnHead(first), html('td'), ...others.map(columnHead));
  const body = html('tbody');
  const root = html('table', kind, html('thead', '', head), body);
  let rows = new Map<string, ReturnType<typeof tableRow>>();

  function columnHead(text: string): HTMLElement {
    const cell = html('th', '', text);
    cell.scope = 'col';
    return cell;
  }

  const draw = (wanted: readonly BarRow[]) => {
    const known = rows;
    rows = new Map(wanted.map(({ name }) => [name, known.get(name) ?? tableRow(make, kind, name)]));
    const roots = [...rows.values()].map((row) => row.root);
    const isInOrder =
      roots.length === body.children.length && roots.every((row, i) => body.children[i] === row);
    if (!isInOrder) body.replaceChildren(...roots);
    for (const { name, share, values } of wanted) rows.get(name)?.set(share, values);
    root.hidden = wanted.length === 0;
  };
  return { root, draw };
}

function tableRow(make: Elements, kind: 'plain' | 'signed', name: string) {
  const { html } = make;
  const title = html('th', '', name);
  title.scope = 'row';
  title.title = name;
  const length = bar(make, kind);
  const root = html('tr', '', title, html('td', '', length.root));
  const cells: HTMLElement[] = [];

  const set = (share: number, values: readonly string[]) => {
    length.set(share);
    for (const [i, value] of values.entries()) {
      const cell = (cells[i] ??= root.appendChild(html('td', 'value')));
      setText(cell, value);
    }
  };
  return { root, set };
}
