import type { Observable } from 'rxjs';
import { consume } from '../guard.js';
import type { Keystroke, Milliseconds, Situation } from '../types.js';
import type { Host } from './Host.js';
import { isShown } from './isShown.js';

/** In one look at the page, of which `:is` makes what a browser does not know match nothing. */
const OPEN_DIALOGS =
  ':is(dialog:modal,:popover-open:not(beforehand-prompt),[role=dialog][aria-modal=true],[role=alertdialog],[role=menu],[role=listbox])';
const INPUTS = ['pointerdown', 'keydown', 'input'];

/** Keeps what has to be noted as it happens, and reads the rest when a decision asks for it. */
export function createSituation(host: Host, keys$: Observable<Keystroke>) {
  const { window, document, clock, report, timeOf, on, aids, pace } = host;
  let typedAt: Milliseconds = -Infinity;
  let inputAt: Milliseconds = -Infinity;
  let composing = false;
  let dragging = false;

  const keys = consume(report, 'internal', keys$, ({ time, inField }) => {
    if (inField) typedAt = time;
  });
  const removals = [
    aids.open(),
    on(INPUTS, (event) => {
      if (host.accepts(event)) inputAt = timeOf(event);
    }),
    on(
      ['compositionstart', 'compositionend'],
      ({ type }) => (composing = type === 'compositionstart'),
    ),
    on(['pointerdown', 'pointerup', 'pointercancel', 'dragend', 'drop', 'blur'], (event) => {
      dragging = event.type === 'pointerdown' && host.accepts(event);
    }),
  ];

  const situation = (): Situation => {
    const now = clock.now();
    const movedAt = Math.max(aids.at(), pace.drummedAt());
    return {
      visible: document.visibilityState === 'visible',
      sinceTypingMs: now - typedAt,
      // What is moved on and on may be so until a time to come.
      quietMs: Math.max(0, Math.min(now - inputAt, window.performance.now() - movedAt)),
      composing,
      get selecting() {
        return isSelecting(document);
      },
      dragging,
      // A modal dialog, or an open menu, list box or popover of the page's.
      get dialogOpen() {
        return isShown(document, OPEN_DIALOGS);
      },
      fullscreen: document.fullscreenElement !== null && document.fullscreenElement !== undefined,
    };
  };

  return {
    situation,
    stop: () => {
      keys.unsubscribe();
      for (const remove of removals) remove();
    },
  };
}

function isSelecting(document: Document): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== '';
}
