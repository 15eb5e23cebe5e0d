import type { Report } from '../guard.js';
import { createDataControls } from './createDataControls.js';
import { createLog, type Inspected } from './createLog.js';
import { createPanel } from './createPanel.js';
import { createRenderLoop } from './createRenderLoop.js';
import { decisionsSection } from './decisionsSection.js';
import { createElements } from './elements.js';
import { expertsSection } from './expertsSection.js';
import { mountShadow } from './mountShadow.js';
import { outcomesSection } from './outcomesSection.js';
import { riskSection } from './riskSection.js';
import { signalsSection } from './signalsSection.js';

export interface InspectorOptions {
  readonly document: Document;
  /** Where failures of the inspector's own go. */
  readonly report: Report;
  /** @defaultValue where a page's own tools are seldom: `right`, or `left` where `<html>` is RTL */
  readonly side?: 'left' | 'right';
}

/**
 * Puts an overlay on the page that shows what the assistant sees, thinks and does, and why.
 *
 * It only watches: it takes no focus, stores nothing, and its own events stay inside it. It draws at
 * most 4 times a second, and not at all while it is collapsed. Without a window, nothing happens.
 *
 * @returns takes everything away again; safe to call twice
 */
export function mountInspector(assistant: Inspected, options: InspectorOptions): () => void {
  const { document, report } = options;
  const { side = document.documentElement.dir === 'rtl' ? 'left' : 'right' } = options;
  const view = document.defaultView;
  if (!view) return () => {};

  const mounted = mountShadow(view);
  const make = createElements(document, report);
  const now = () => view.performance.now();
  const draw = () => {
    panel.draw(now());
    // All that is shown says how long ago it was.
    return !log.isEmpty();
  };
  const loop = createRenderLoop({ view, report, draw });
  const log = createLog(assistant, { report, now, onChange: loop.request });
  const controls = createDataControls(make, { assistant, view, onErased: log.clear });
  const sections = [
    riskSection(make, log),
    signalsSection(make, log),
    expertsSection(make, log),
    decisionsSection(make, log),
    outcomesSection(make, log, { assistant, report, onChange: loop.request }),
  ];
  const panel = createPanel(make, {
    sections,
    footer: controls,
    side,
    onCollapse: loop.pause,
    onOpen: loop.resume,
  });
  mounted.root.append(...panel.roots);
  loop.request();

  return () => {
    log.stop();
    loop.pause();
    mounted.host.remove();
  };
}
