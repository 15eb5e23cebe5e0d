import { guard, type Report } from '../guard.js';
import type { Mounted } from './mountElement.js';

export interface KeyboardOptions {
  /** Such as `Ctrl+Shift+H`; false for none. */
  readonly shortcut: string | false;
  readonly onEscape: () => void;
  readonly report: Report;
}

const KEY_EVENTS = ['keydown', 'keyup', 'keypress'] as const;

/**
 * Joins a prompt to the keyboard: keys pressed inside are its own, Escape there closes it, and a
 * shortcut leads in and out again. Keys of the page's are left alone.
 *
 * @returns a function that ends this, and gives the focus back to where it came from; to be called
 * while the prompt is still on the page
 */
export function followKeyboard(mounted: Mounted, options: KeyboardOptions): () => void {
  const { host, root } = mounted;
  const { shortcut, onEscape, report } = options;
  const { ownerDocument: document } = host;
  let cameFrom: HTMLElement | undefined;

  const goBack = () => {
    if (cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
    else (root.activeElement as HTMLElement | null)?.blur();
  };
  const keep = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.type !== 'keydown' || event.key !== 'Escape') return;
    // Or the browser would close a menu of the page's with the same key.
    event.preventDefault();
    guard(report, 'internal', onEscape);
  };
  // Without a related target the focus came from nowhere, or back from another window.
  const onFocusIn = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) cameFrom = relatedTarget as HTMLElement;
  };
  const onKey = (event: KeyboardEvent) => {
    if (!shortcut || !isShortcut(event, shortcut)) return;
    guard(report, 'internal', document.activeElement === host ? goBack : () => goIn(mounted));
  };

  for (const type of KEY_EVENTS) root.addEventListener(type, keep as EventListener);
  host.addEventListener('focusin', onFocusIn);
  document.addEventListener('keydown', onKey, true);
  return () => {
    document.removeEventListener('keydown', onKey, true);
    if (document.activeElement === host) goBack();
  };
}

/** Moves the focus to what a visitor most likely wants there; what is in the page may be far off. */
export function goIn({ root, isInline }: Mounted): void {
  root
    .querySelector<HTMLElement>('[role=dialog] h2, [part=accept], [part=badge]')
    ?.focus({ preventScroll: !isInline });
}

const MODIFIERS = ['ctrl', 'shift', 'alt', 'meta'] as const;

function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const keys = shortcut.toLowerCase().split('+');
  return (
    // Autofill sends keydown events that have no key.
    String(event.key).toLowerCase() === keys.at(-1) &&
    MODIFIERS.every((name) => event[`${name}Key`] === keys.includes(name))
  );
}
