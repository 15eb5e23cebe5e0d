import type { Answer } from './fromAnswers.js';
import type { NativeDom } from './nativeDom.js';
import type { Watched } from './watched.js';

/**
 * Whether a press on anything at all would have done that: it gives its own control the focus,
 * quick presses select what is written on it, and a field that was edited before tells of it as it
 * loses the focus.
 */
export function isOwnDoing({ kind, at }: Answer, press: Watched, dom: NativeDom): boolean {
  if (!at) return false;
  const { element, path } = press;
  const isOwn = dom.contains(element, at) || path.includes(at as Element);
  if (kind === 'selection') {
    // Of a box, the words beside it are pressed; a third press selects all around them.
    const isWritten = isOwn || dom.contains(path[0]!, at);
    return isWritten && press.press.target.control !== 'none';
  }
  return kind === 'focus' ? isOwn : !isOwn;
}
