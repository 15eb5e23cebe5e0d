import type { Observable, Subscription } from 'rxjs';
import { consume } from '../guard.js';
import type { Keystroke, Milliseconds, Situation } from '../types.js';
import type { Host } from './Host.js';
import { isShown } from './isShown.js';
import { addListener, listen } from './listen.js';

/** In one look at the page, of which `:is` makes what a browser does not know match nothing. */
const OPEN_DIALOGS =
  ':is(dialog:modal,:popover-open:not(beforehand-prompt),[role=dialog][aria-modal=true],[role=alertdialog],[role=menu],[role=listbox])';
const INPUTS = ['pointerdown', 'keydown', 'input'];
/** These come too often for a stream, or to ask whose they are. */
const MOTIONS = ['wheel', 'touchmove'];

/** Keeps what has to be noted as it happens, and reads the rest when a decision is due. */
export function createSituation(host: Host, keys$: Observable<Keystroke>) {
  const { window, document, clock, report, timeOf } = host;
  let typedAt: Milliseconds = -Infinity;
  let inputAt: Milliseconds = -Infinity;
  let composing = false;
  let dragging = false;
  const on = (types: string | readonly string[], next: (event: Event) => void): Subscription =>
    consume(report, 'internal', listen<Event>(window, types, report), next);

  const subscriptions = [
    consume(report, 'internal', keys$, ({ time, inField }) => {
      if (inField) typedAt = time;
    }),
    on(INPUTS, (event) => {
      if (host.accepts(event)) inputAt = timeOf(event);
    }),
    on(
      ['compositionstart', 'compositionend'],
      ({ type }) => (composing = type === 'compositionstart'),
    ),
    on(['pointerdown', 'pointerup', 'pointercancel', 'dragend', 'drop', 'blur'], (event) => {
      if (host.accepts(event)) dragging = event.type === 'pointerdown';
    }),
  ];

  const removeMotions = addListener(window, MOTIONS, () => (inputAt = clock.now()), report);

  const situation = (): Situation => {
    const now = clock.now();
    return {
      visible: document.visibilityState === 'visible',
      sinceTypingMs: now - typedAt,
      quietMs: now - inputAt,
      composing,
      selecting: isSelecting(document),
      dragging,
      // A modal dialog, or an open menu, list box or popover of the page's.
      dialogOpen: isShown(document, OPEN_DIALOGS),
      fullscreen: document.fullscreenElement !== null && document.fullscreenElement !== undefined,
    };
  };

  return {
    situation,
    stop: () => {
      removeMotions();
      for (const subscription of subscriptions) subscription.unsubscribe();
    },
  };
}

function isSelecting(document: Document): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== '';
}
