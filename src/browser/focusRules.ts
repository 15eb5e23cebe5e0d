/** In a selector: what has the focus, or holds it. */
const FOCUS = /:focus(?!-visible)/;
const SHOWN = /display|visib|opacity/;
/** Rules of a sheet that are read: some microseconds each. */
const MAX_RULES = 1000;

/** What was found in a sheet while it had so many rules. */
interface Found {
  readonly nRules: number;
  readonly selectors: string[];
}

const foundIn = new WeakMap<CSSStyleSheet, Found>();

/**
 * Selectors of the rules that show or hide something for what has the focus, of which many menus are
 * made. A sheet is read once, and again when it has got or lost rules.
 */
export function focusRules({ styleSheets }: Partial<Document>): readonly string[] {
  return Array.from(styleSheets ?? []).flatMap((sheet) => {
    const rules = rulesOf(sheet);
    const known = foundIn.get(sheet);
    const isKnown = known?.nRules === rules.length;
    const found = isKnown ? known : { nRules: rules.length, selectors: selectorsIn(rules) };
    foundIn.set(sheet, found);
    return found.selectors;
  });
}

function selectorsIn(all: ArrayLike<CSSRule>): string[] {
  const selectors: string[] = [];
  let nLeft = MAX_RULES;
  const read = (rules: ArrayLike<CSSRule>): void => {
    for (let i = 0; i < rules.length && nLeft > 0; i += 1, nLeft -= 1) {
      const { selectorText, style, cssRules } = rules[i] as CSSStyleRule;
      if (!selectorText) read(cssRules ?? []);
      else if (FOCUS.test(selectorText) && SHOWN.test(style.cssText)) selectors.push(selectorText);
    }
  };
  read(all);
  return selectors;
}

/** None of those that came from another origin. */
function rulesOf(sheet: CSSStyleSheet): ArrayLike<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}
