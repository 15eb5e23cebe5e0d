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
  const isInside = dom.contains(press.element, at);
  if (kind === 'selection') return isInside && press.press.target.control !== 'none';
  const isOwn = isInside || press.path.includes(at as Element);
  return kind === 'focus' ? isOwn : !isOwn;
}
