import { filter, map, type Observable } from 'rxjs';
import type { KeyKind, Keystroke } from '../types.js';
import { declaredKind } from './controlKind.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';
import { toTarget } from './toTarget.js';

const KINDS: Readonly<Record<string, KeyKind>> = {
  Backspace: 'deletion',
  Delete: 'deletion',
  Enter: 'enter',
  ' ': 'space',
  Escape: 'escape',
  Tab: 'navigation',
  Home: 'navigation',
  End: 'navigation',
  PageUp: 'navigation',
  PageDown: 'navigation',
  ArrowUp: 'navigation',
  ArrowDown: 'navigation',
  ArrowLeft: 'navigation',
  ArrowRight: 'navigation',
};

/**
 * Keys by class: which key it was ends here. A key that is held counts once, those of a composition
 * not at all; Chromium's autofill sends keys that are none.
 */
export function fromKeys(host: Host): Observable<Keystroke> {
  const { window, report, accepts, timeOf } = host;
  return listen<KeyboardEvent>(window, 'keydown', report).pipe(
    filter(
      (event) =>
        accepts(event) && !event.repeat && !event.isComposing && typeof event.key === 'string',
    ),
    map((event) => {
      const key = { time: timeOf(event), kind: kindOf(event), inField: isInField(event, host) };
      const activates = (key.kind === 'enter' || key.kind === 'space') && !key.inField;
      const target = activates ? toTarget(event, host)?.target : undefined;
      return target ? { ...key, target } : key;
    }),
  );
}

function isInField(event: Event, { dom, elementsOf }: Host): boolean {
  const [element] = elementsOf(event);
  return element !== undefined && /field|slider/.test(declaredKind(element, dom));
}

function kindOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): KeyKind {
  const known = Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
  if (known) return known;
  // Alt, with Control on Windows, writes characters; the others alone are shortcuts.
  const isShortcut = metaKey || (ctrlKey && !altKey);
  return [...key].length === 1 && !isShortcut ? 'character' : 'other';
}
