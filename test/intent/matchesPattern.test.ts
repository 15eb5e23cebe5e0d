// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { BeforehandError } from '../../src/errors.js';
import { isPattern, matchesPattern } from '../../src/intent/matchesPattern.js';
import type { Pattern } from '../../src/types.js';

function at(pathname: string, shown: readonly string[] = []) {
  const errors: BeforehandError[] = [];
  const page = {
    location: () => ({ pathname }) as Location,
    document,
    isShown: (selector: string) => shown.includes(selector),
    report: (error: BeforehandError) => void errors.push(error),
  };
  return { meets: (pattern: Pattern) => matchesPattern(pattern, page), errors };
}

describe('matchesPattern', () => {
  it.each([
    ['/cart', '/cart', true],
    ['/cart', '/cart/', true],
    ['/cart', '/cart/items', false],
    ['/', '/', true],
    ['/', '/cart', false],
    ['/order/:id', '/order/7', true],
    ['/order/:id', '/order', false],
    ['/order/:id', '/order/7/parcel', false],
    ['/order/:id?', '/order', true],
    ['/order/*', '/order/7/parcel', true],
    ['/order/*', '/orders', false],
  ])('says whether %s is met at %s: %s', (pattern, pathname, expected) => {
    expect(at(pathname).meets(pattern)).toBe(expected);
  });

  it('takes any other string for a selector', () => {
    expect(at('/', ['#done']).meets('#done')).toBe(true);
    expect(at('/done').meets('#done')).toBe(false);
  });

  it('asks a function about the location and the document', () => {
    const { meets } = at('/cart');
    expect(meets((location, page) => location.pathname === '/cart' && page === document)).toBe(
      true,
    );
  });

  it('reports a function that throws, and takes it for not met', () => {
    const { meets, errors } = at('/cart');
    expect(
      meets(() => {
        throw new Error('of the host');
      }),
    ).toBe(false);
    expect(errors.map(({ code }) => code)).toEqual(['callback-error']);
  });
});

describe('isPattern', () => {
  it.each([['/cart'], ['#done'], ['a[href="/x"]'], [() => true]])('accepts %s', (pattern) => {
    expect(isPattern(pattern, document)).toBe(true);
  });

  it.each([[''], ['a['], ['/('], [7], [null], [undefined], [{}]])('refuses %s', (pattern) => {
    expect(isPattern(pattern, document)).toBe(false);
  });
});
