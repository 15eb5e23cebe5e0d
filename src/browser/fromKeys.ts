import { filter, map, share, type Observable } from 'rxjs';
import type { KeyKind, Keystroke } from '../types.js';
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

/** Keys by class: which key it was ends here. A key that is held counts once. */
export function fromKeys({ window, dom, report, accepts, timeOf }: Host): Observable<Keystroke> {
  return listen<KeyboardEvent>(window, 'keydown', report).pipe(
    filter((event) => accepts(event) && !event.repeat && !event.isComposing),
    map((event) => ({
      time: timeOf(event),
      kind: kindOf(event),
      inField: toTarget(event, dom)?.target.control === 'field',
    })),
    share(),
  );
}

function kindOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): KeyKind {
  if (typeof key !== 'string') return 'other';
  const known = Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
  if (known) return known;
  return key.length === 1 && !ctrlKey && !metaKey && !altKey ? 'character' : 'other';
}
