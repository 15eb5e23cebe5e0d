import { describe, expect, it } from 'vitest';
import { rankArticles, type ArticleQuery } from '../../src/intent/rankArticles.js';
import { createSearch } from '../../src/intent/search.js';
import type { Article } from '../../src/types.js';
import { makeArticle } from '../fixtures/makeArticle.js';
import { makeTask } from '../fixtures/makeTask.js';

const task = makeTask({ articles: ['delivery', 'coupon'] });
const articles = [
  makeArticle({ id: 'general', text: 'How to reach us.' }),
  makeArticle({ id: 'tagged', tasks: ['buy'], text: 'Paying by invoice.' }),
  makeArticle({ id: 'coupon', tasks: ['buy'], text: 'A coupon code goes below the cart.' }),
  makeArticle({ id: 'delivery', tasks: ['buy'], text: 'It arrives in three days.' }),
  makeArticle({ id: 'password', tasks: ['account'], text: 'When a password is forgotten.' }),
];

const ranked = (
  query: Partial<ArticleQuery>,
  options: { among?: Article[]; blind?: boolean } = {},
) => {
  const { among = articles, blind = false } = options;
  const search = blind ? undefined : createSearch(among);
  const full = { task, words: '', acceptance: {}, ...query };
  return rankArticles(among, full, { search, lang: 'en-GB' }).map(({ id }) => id);
};

describe('rankArticles', () => {
  it('takes the order of the task, then what names the task, then what names none', () => {
    const inOrder = ['delivery', 'coupon', 'tagged', 'general'];
    expect(ranked({})).toEqual(inOrder);
    expect(ranked({}, { blind: true })).toEqual(inOrder);
  });

  it('puts the article that the words are about above the rest of the task', () => {
    expect(ranked({ words: 'coupon' })[0]).toBe('coupon');
    expect(ranked({ words: 'invoice' })[0]).toBe('tagged');
  });

  it('puts the article of the step above the rest of the task', () => {
    const payment = makeArticle({ id: 'payment', text: 'When the payment takes long.' });
    const listed = makeTask({ articles: ['delivery', 'coupon', 'payment'] });
    const among = [...articles, payment];
    expect(ranked({ task: listed, step: 2 }, { among })[0]).toBe('payment');
    expect(ranked({ task: listed, step: 1 }, { among })[0]).toBe('delivery');
  });

  it('leaves out articles of other tasks, unless the words lead to them', () => {
    expect(ranked({})).not.toContain('password');
    const found = ranked({ words: 'password' });
    expect(found).toContain('password');
    expect(found.indexOf('password')).toBeGreaterThan(found.indexOf('coupon'));
  });

  it('has nothing for no task when every article belongs to one', () => {
    const among = articles.filter(({ tasks }) => tasks);
    expect(ranked({ task: undefined }, { among })).toEqual([]);
    expect(ranked({ task: undefined, words: 'coupon' }, { among })).toEqual(['coupon']);
  });

  it('has something for whoever asks, what fits first', () => {
    const among = articles.filter(({ tasks }) => tasks);
    expect(ranked({ task: undefined, isAsked: true }, { among })).toHaveLength(among.length);
    expect(ranked({ isAsked: true })).toEqual([...ranked({}), 'password']);
  });

  it('lowers what was offered in this task and not taken', () => {
    // Fresh: 1/2. Offered once, not taken: 1/3, times fit 1, against 1/2 times 10/11.
    const acceptance = { 'buy/delivery': { offered: 1, accepted: 0 } };
    expect(ranked({ acceptance })[0]).toBe('coupon');
    expect(ranked({ acceptance: { 'account/delivery': { offered: 1, accepted: 0 } } })[0]).toBe(
      'delivery',
    );
  });

  it('raises what was taken', () => {
    const acceptance = { 'buy/coupon': { offered: 2, accepted: 2 } };
    expect(ranked({ acceptance })[0]).toBe('coupon');
  });

  it('puts articles in another language last, however well they fit', () => {
    const foreign = makeArticle({ id: 'lieferung', tasks: ['buy'], text: 'coupon', lang: 'de' });
    const own = makeArticle({ id: 'own', tasks: ['buy'], lang: 'EN-us' });
    expect(ranked({ words: 'coupon' }, { among: [foreign, own] })).toEqual(['own', 'lieferung']);
  });
});
