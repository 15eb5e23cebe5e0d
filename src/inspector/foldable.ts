import type { Milliseconds } from '../types.js';
import type { Elements } from './elements.js';
import type { Section } from './Section.js';
import { setText } from './setText.js';

export interface FoldableOptions {
  readonly title: string;
  readonly content: readonly Node[];
  /** Shown beside the title. @returns '' for nothing */
  readonly note?: () => string;
  readonly draw: (now: Milliseconds) => void;
}

/** A section that the reader can fold away; it is not drawn while it is. */
export function foldable({ html, on }: Elements, options: FoldableOptions): Section {
  const { title, content, note = () => '', draw } = options;
  const aside = html('span', 'note');
  const root = html(
    'details',
    'section',
    html('summary', '', html('h3', '', title), aside),
    ...content,
  );
  root.open = true;
  let last = 0;

  const drawIfOpen = (now: Milliseconds) => {
    last = now;
    setText(aside, note());
    if (root.open) draw(now);
  };
  on(root, 'toggle', () => drawIfOpen(last));
  return { root, draw: drawIfOpen };
}
