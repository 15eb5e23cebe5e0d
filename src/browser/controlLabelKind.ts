import type { NativeDom } from './nativeDom.js';

/** Symbols stand alone: "C++" and "Learn more >" are no steppers. */
const STEPPER =
  /^([-+−–±＋＜＞<>‹›«»←→↑↓▲▼▴▾◀▶❮❯]|plus|minus|(increase|decrease|increment|decrement)( \p{L}+){0,2})$/iu;
/** "Next", or with one word more: "Next slide". */
const PAGER =
  /^(next|previous|prev|back|forward|weiter|zurück|nächste[rs]?|vorherige[rs]?|suivante?|précédente?|siguiente|anterior|successivo|precedente|próximo|volgende|vorige)( \p{L}+)?$/iu;
/** A longer label is no symbol and no single word. */
const MAX_LABEL = 24;

/**
 * Whether a button is called + or − or "next", so that pressing it quickly means nothing bad. Its
 * label is read, classified and dropped here: what a control says never leaves this function.
 */
export function controlLabelKind(
  element: Element,
  dom: NativeDom,
): 'stepper' | 'pager' | undefined {
  const said = dom.tag(element) === 'input' ? dom.attribute(element, 'value') : element.textContent;
  const label = (dom.attribute(element, 'aria-label') ?? said ?? '').trim();
  if (label.length > MAX_LABEL) return undefined;
  return STEPPER.test(label) ? 'stepper' : PAGER.test(label) ? 'pager' : undefined;
}
