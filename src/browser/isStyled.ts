import type { Milliseconds } from '../types.js';
import type { NativeDom } from './nativeDom.js';

/** In a selector: what has the focus, or holds it. */
const FOCUS = /:focus(?!-visible)/;
const SHOWN = /display|visib|opacity/;
/** Rules that are looked at, of all sheets together: some microseconds each. */
const MAX_RULES = 1000;

/**
 * Whether something beside a control moves or shows because it was pressed, though nothing was
 * written into the document: a script's animation, or a rule for what has the focus, of which many
 * menus are made. The style is brought up to date for it: not for a listener.
 *
 * @param sinceMs - how long ago the press was
 */
export function isStyled(element: Element, dom: NativeDom, sinceMs: Milliseconds): boolean {
  // Older browsers have no list of animations, and recordings neither that nor style sheets.
  const document: Pick<Document, 'documentElement'> & Partial<Document> = element.ownerDocument;
  const isBeside = (found: Element | null = null) =>
    found && !dom.contains(element, found) && !dom.contains(found, element);

  // Not a transition: whoever leaves a menu makes it fade, whatever is pressed.
  const isNew = (animation: Animation) =>
    animation.constructor.name === 'Animation' &&
    Number(animation.currentTime) <= sinceMs &&
    isBeside((animation.effect as KeyframeEffect | null)?.target);
  let nRules = 0;
  const isShowing = (rule: CSSRule): boolean | null | undefined => {
    const { selectorText, style, cssRules } = rule as CSSStyleRule;
    if (!selectorText) return cssRules && isAnyShowing(cssRules);
    const isShown = FOCUS.test(selectorText) && SHOWN.test(style.cssText);
    return isShown && isBeside(dom.find(document.documentElement, selectorText));
  };
  const isAnyShowing = (rules: ArrayLike<CSSRule>): boolean => {
    for (let i = 0; i < rules.length && nRules < MAX_RULES; i += 1, nRules += 1)
      if (isShowing(rules[i]!)) return true;
    return false;
  };

  return (
    !!document.getAnimations?.().some(isNew) ||
    Array.from(document.styleSheets ?? [], rulesOf).some(isAnyShowing)
  );
}

/** None of those that came from another origin. */
function rulesOf(sheet: CSSStyleSheet): ArrayLike<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}
