import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../src/brain/groupsOf.js';

/** A window of a page in that language, as the browser and the visitor's settings have it. */
function makeWindow({ page = '', browser = 'en-GB', reduced = false }): Window {
  return {
    document: { documentElement: { lang: page } },
    navigator: { language: browser },
    matchMedia: (query: string) => ({ matches: reduced && query.includes('reduced-motion') }),
  } as unknown as Window;
}

describe('groupsOf', () => {
  it('tells how the visitor points once it is known', () => {
    expect(groupsOf(makeWindow({}), undefined)).toEqual(['lang:en']);
    expect(groupsOf(makeWindow({}), 'touch')).toEqual(['touch', 'lang:en']);
  });

  it('tells of reduced motion', () => {
    expect(groupsOf(makeWindow({ reduced: true }), 'mouse')).toContain('reduced-motion');
  });

  it('takes the page’s language before the browser’s, and of either the primary one alone', () => {
    expect(groupsOf(makeWindow({ page: 'pt-BR-x-rare' }), undefined)).toEqual(['lang:pt']);
    expect(groupsOf(makeWindow({ browser: 'gsw-CH' }), undefined)).toEqual(['lang:gsw']);
    expect(groupsOf(makeWindow({ page: '{{lang}}' }), undefined)).toEqual(['lang:und']);
  });
});
