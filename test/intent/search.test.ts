import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/intent/search.js';
import { makeArticle } from '../fixtures/makeArticle.js';

const search = createSearch([
  makeArticle({ id: 'a', title: 'Using a coupon', text: 'It goes below the cart.' }),
  makeArticle({ id: 'b', title: 'Payment', text: 'A coupon lowers what you pay.' }),
  makeArticle({ id: 'c', title: 'Delivery' }),
]);

describe('createSearch', () => {
  it('finds words in titles before those in texts', () => {
    const scores = search('coupon');
    expect([...scores.keys()]).toEqual(['a', 'b']);
    expect(scores.get('a')!).toBeGreaterThan(scores.get('b')!);
  });

  it('finds beginnings of words and forgives a slip', () => {
    expect([...search('deliver').keys()]).toEqual(['c']);
    expect([...search('paymant').keys()]).toEqual(['b']);
  });

  it('finds nothing for no words', () => {
    expect(search('').size).toBe(0);
    expect(search('zebra').size).toBe(0);
  });
});
