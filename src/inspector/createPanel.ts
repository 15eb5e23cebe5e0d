import type { Milliseconds } from '../types.js';
import type { Elements } from './elements.js';
import type { Section } from './Section.js';

export interface PanelOptions {
  readonly sections: readonly Section[];
  readonly footer: HTMLElement;
  readonly side: 'left' | 'right';
  readonly onCollapse: () => void;
  readonly onOpen: () => void;
}

export interface Panel {
  /** The panel, and the button that stands for it while it is collapsed. */
  readonly roots: readonly HTMLElement[];
  readonly draw: (now: Milliseconds) => void;
}

/** A pulse. */
const LOGO = 'M1 8h3l2-4.5 3.5 9L12 8h3';

/** The frame: a heading, buttons to move and collapse it, and sections that scroll inside. */
export function createPanel(make: Elements, options: PanelOptions): Panel {
  const { sections, footer, onCollapse, onOpen } = options;
  const { html, button, svg, path } = make;
  let side = options.side;
  const icon = (d: string) => svg('0 0 16 16', 'icon', path('', d));

  const place = () => {
    panel.className = `panel ${side}`;
    opener.className = `opener ${side}`;
    const other = side === 'left' ? 'right' : 'left';
    label(mover, `Move to the ${other}`);
    mover.replaceChildren(icon(`M2 3h12v10H2zM${other === 'left' ? 6 : 10} 3v10`));
  };
  const setOpen = (isOpen: boolean) => {
    panel.hidden = !isOpen;
    opener.hidden = isOpen;
    // The pressed button is gone: the focus goes to the one that takes it back.
    (isOpen ? collapser : opener).focus({ preventScroll: true });
  };

  const mover = button('tool move', () => {
    side = side === 'left' ? 'right' : 'left';
    place();
  });
  const collapser = button(
    'tool',
    () => {
      onCollapse();
      setOpen(false);
    },
    icon('M4 8h8'),
  );
  const opener = button(
    '',
    () => {
      setOpen(true);
      onOpen();
    },
    icon(LOGO),
  );
  label(collapser, 'Collapse');
  label(opener, 'Open the Beforehand inspector');
  opener.hidden = true;

  const panel = html(
    'section',
    '',
    html('header', '', icon(LOGO), html('h2', '', 'Beforehand'), mover, collapser),
    html('div', 'body', ...sections.map(({ root }) => root)),
    footer,
  );
  panel.setAttribute('aria-label', 'Beforehand inspector');
  for (const root of [panel, opener]) {
    root.lang = 'en';
    root.dir = 'ltr';
  }
  place();

  const draw = (now: Milliseconds) => {
    for (const section of sections) section.draw(now);
  };
  return { roots: [panel, opener], draw };
}

function label(button: HTMLButtonElement, text: string): void {
  button.setAttribute('aria-label', text);
  button.title = text;
}
