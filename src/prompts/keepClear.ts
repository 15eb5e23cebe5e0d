import { guard, type Report } from '../guard.js';

/**
 * Calls `place` now, and whenever the focus or the viewport may have come under the prompt.
 *
 * @returns a function that ends this
 */
export function keepClear(document: Document, place: () => void, report: Report): () => void {
  const window = document.defaultView!;
  const onChange = () => guard(report, 'internal', place);
  document.addEventListener('focusin', onChange);
  window.addEventListener('resize', onChange);
  onChange();
  return () => {
    document.removeEventListener('focusin', onChange);
    window.removeEventListener('resize', onChange);
  };
}
