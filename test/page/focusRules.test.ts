// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { focusRules } from '../../src/browser/focusRules.js';

function addSheet(css: string): CSSStyleSheet {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  return style.sheet!;
}

describe('focusRules', () => {
  beforeEach(() => document.head.replaceChildren());

  it('finds what shows for the focus, also inside other rules, and nothing else', () => {
    addSheet('a:focus { color: red } p { display: none } .menu:focus-within ul { display: block }');
    addSheet('@media all { b:focus + i { opacity: 1 } } u:focus-visible { display: block }');
    expect(focusRules(document)).toEqual(['.menu:focus-within ul', 'b:focus + i']);
  });

  it('reads a sheet anew when it has got or lost a rule, and only then', () => {
    const sheet = addSheet('a:focus { display: block }');
    const read = vi.spyOn(sheet.cssRules[0] as CSSStyleRule, 'selectorText', 'get');
    expect(focusRules(document)).toEqual(['a:focus']);
    const nReads = read.mock.calls.length;
    expect(focusRules(document)).toEqual(['a:focus']);
    expect(read.mock.calls).toHaveLength(nReads);
    sheet.insertRule('b:focus { visibility: visible }', 0);
    expect(focusRules(document)).toEqual(['b:focus', 'a:focus']);
    sheet.deleteRule(1);
    expect(focusRules(document)).toEqual(['b:focus']);
  });

  it('stops in a sheet that goes on and on', () => {
    addSheet(`${'p { color: red } '.repeat(1000)} a:focus { display: block }`);
    expect(focusRules(document)).toEqual([]);
  });

  it('leaves out a sheet of another origin', () => {
    const sheet = addSheet('a:focus { display: block }');
    vi.spyOn(sheet, 'cssRules', 'get').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    expect(focusRules(document)).toEqual([]);
  });

  it('finds none where a document has no sheets to tell of', () => {
    expect(focusRules({})).toEqual([]);
  });
});
