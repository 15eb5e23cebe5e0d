import type { ControlKind } from '../types.js';
import type { NativeDom } from './nativeDom.js';

// Of labels in small letters: a Unicode pattern that ignores case takes a millisecond to compile.
/** Symbols stand alone: "C++" and "Learn more >" are no steppers. */
const STEPPER =
  /^([-+−–±＋＜＞<>‹›«»←→↑↓▲▼▴▾▸◂◀▶❮❯]|plus|minus|(increase|decrease|increment|decrement|zoom (in|out)|augmenter|diminuer|aumentar|disminuir)( \p{L}+){0,2}|(\p{L}+ )?(erhöhen|verringern))$/u;
/** "Next", or with one word more: "Next slide". */
const PAGER =
  /^(((go to |show )?(the )?(next|previous|prev|back|forward)|weiter|zurück|nächste[rs]?|vorherige[rs]?|suivante?|précédente?|siguiente|anterior|avanti|indietro|successiv[oa]|precedente|próxim[oa]|volgende|vorige|далее|назад)( \p{L}+)?|[上下]一[页頁个步]|[前次]へ)$/u;
/** What answers where it cannot be seen. */
const UNSEEN = /^([⏸⏯⏵🔊🔇]|(play|listen|pause|mute|unmute|copy|clipboard)( \p{L}+){0,2})$/u;
/** A longer label is no symbol and no single word. */
const MAX_LABEL = 32;

/**
 * Whether a button is called + or − or "next", so that pressing it quickly means nothing bad, or
 * "play" or "copy", so that its answer is not seen. Its label is read, classified and dropped here:
 * what a control says never leaves this function.
 */
export function controlLabelKind(element: Element, dom: NativeDom): ControlKind | undefined {
  const label = labelOf(element, dom).trim().replace(/\s+/g, ' ').toLowerCase();
  if (label.length > MAX_LABEL) return undefined;
  if (label) return kindOf(label);
  return iconNames(element, dom).map(kindOf).find(Boolean);
}

function kindOf(label: string): ControlKind | undefined {
  if (UNSEEN.test(label)) return 'media';
  return STEPPER.test(label) ? 'stepper' : PAGER.test(label) ? 'pager' : undefined;
}

function labelOf(element: Element, dom: NativeDom): string {
  const attribute = (name: string) => dom.attribute(element, name);
  const written = dom.tag(element) === 'input' ? attribute('value') : element.textContent;
  return (
    attribute('aria-label') ??
    ((written ?? '').trim() || attribute('title') || attribute('alt') || '')
  );
}

/** Where nothing is written: the words in the names of its icon, `fa-copy`, or of its own class. */
function iconNames(element: Element, dom: NativeDom): readonly string[] {
  const icon = dom.find(element, 'svg,i,img,span');
  const names = [element, ...(icon ? [icon] : [])].map((each) => dom.attribute(each, 'class'));
  return names
    .join(' ')
    .toLowerCase()
    .split(/[^a-z]+/);
}
