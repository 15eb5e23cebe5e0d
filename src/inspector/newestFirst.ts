import type { Milliseconds } from '../types.js';
import type { Elements } from './elements.js';
import type { Section } from './Section.js';

export interface NewestFirstOptions<T> {
  /** Oldest first. */
  readonly items: readonly T[];
  readonly toRow: (item: T) => Section;
  /** Shown instead of an empty list. */
  readonly empty: string;
}

/**
 * A list that grows at its top. A row is made once for each item and then stays the same element,
 * so that what the reader has opened, focused or selected in it outlives the next drawing.
 */
export function newestFirst<T extends object>(
  { html }: Elements,
  { items, toRow, empty }: NewestFirstOptions<T>,
): { readonly nodes: readonly Node[]; readonly draw: (now: Milliseconds) => void } {
  const list = html('ul', 'rows');
  const nothing = html('p', 'empty', empty);
  const rows = new Map<T, Section>();

  const draw = (now: Milliseconds) => {
    for (const [item, row] of rows) {
      if (items.includes(item)) continue;
      row.root.remove();
      rows.delete(item);
    }
    for (const item of items) {
      if (rows.has(item)) continue;
      const row = toRow(item);
      rows.set(item, row);
      list.prepend(row.root);
    }
    for (const row of rows.values()) row.draw(now);
    list.hidden = items.length === 0;
    nothing.hidden = items.length > 0;
  };
  return { nodes: [list, nothing], draw };
}
