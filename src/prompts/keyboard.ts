import type { Mounted } from './mountElement.js';

const KEY_EVENTS = ['keydown', 'keyup', 'keypress'];

/**
 * The keyboard and a prompt: keys pressed in it are its own, Escape in it closes it, a shortcut
 * leads in and out, and the focus goes back to where it came from. Keys of the page's are untouched.
 *
 * @param shortcut - such as `Ctrl+Shift+H`; false for none
 */
export function followKeyboard(
  { host, root }: Mounted,
  { shortcut, onEscape }: { shortcut: string | false; onEscape: () => void },
): () => void {
  const { ownerDocument: document } = host;
  let cameFrom: HTMLElement | undefined;

  const stay = (event: Event) => {
    event.stopPropagation();
    if (event.type === 'keydown' && (event as KeyboardEvent).key === 'Escape') onEscape();
  };
  const onFocusIn = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !host.contains(relatedTarget as Node))
      cameFrom = relatedTarget as HTMLElement;
  };
  const onKey = (event: KeyboardEvent) => {
    if (!shortcut || !event.isTrusted || !isShortcut(event, shortcut)) return;
    if (document.activeElement === host) cameFrom?.focus();
    else root.querySelector<HTMLElement>('[part~=accept],[part~=open],h2')?.focus();
  };

  for (const type of KEY_EVENTS) root.addEventListener(type, stay);
  host.addEventListener('focusin', onFocusIn);
  document.addEventListener('keydown', onKey, true);
  return () => {
    const hadFocus = document.activeElement === host;
    document.removeEventListener('keydown', onKey, true);
    if (hadFocus) cameFrom?.focus();
  };
}

function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const keys = shortcut.toLowerCase().split('+');
  return (
    event.key.toLowerCase() === keys.at(-1) &&
    event.ctrlKey === keys.includes('ctrl') &&
    event.shiftKey === keys.includes('shift') &&
    event.altKey === keys.includes('alt') &&
    event.metaKey === keys.includes('meta')
  );
}
