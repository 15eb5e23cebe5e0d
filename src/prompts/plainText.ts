// Characters that turn the reading direction around could make a title say something else.
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text of somebody else's as it may be shown: without direction controls, cut to what fits.
 *
 * @param maxLength - in UTF-16 units; a longer text ends in `…` there
 */
export function plainText(text: string, maxLength: number): string {
  const clean = String(text).replace(BIDI_CONTROLS, '').trim();
  if (clean.length <= maxLength) return clean;
  // The cut may leave half of a character outside the basic plane.
  return `${clean.slice(0, maxLength - 1).replace(/[\p{Cs}\s]+$/u, '')}…`;
}
