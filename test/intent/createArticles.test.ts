import { describe, expect, it, vi } from 'vitest';
import type { BeforehandError } from '../../src/errors.js';
import { createArticles, type ArticlesOptions } from '../../src/intent/index.js';
import type { Article } from '../../src/types.js';
import { makeArticle } from '../fixtures/makeArticle.js';

function given(articles: unknown, options: Partial<ArticlesOptions> = {}) {
  const errors: BeforehandError[] = [];
  const made = createArticles({
    articles: articles as ArticlesOptions['articles'],
    loadSearch: () => import('../../src/intent/search.js'),
    report: (error) => void errors.push(error),
    lang: 'en',
    ...options,
  });
  const rank = (words = '') => made.rank({ words, acceptance: {} }).map(({ id }) => id);
  return { load: () => made.load(), rank, codes: () => errors.map(({ code }) => code), errors };
}

const [first, second] = [makeArticle({ id: 'first' }), makeArticle({ id: 'second' })];

describe('createArticles', () => {
  it('ranks a list at once, and by words when its search is loaded', async () => {
    const { load, rank } = given([first, second]);
    expect(rank('second')).toEqual(['first', 'second']);
    await load();
    expect(rank('second')).toEqual(['second', 'first']);
  });

  it('calls a loader once, when it is asked to', async () => {
    const loader = vi.fn(async () => [first]);
    const { load, rank } = given(loader);
    expect(rank()).toEqual([]);
    expect(loader).not.toHaveBeenCalled();
    await Promise.all([load(), load()]);
    await load();
    expect(rank()).toEqual(['first']);
    expect(loader).toHaveBeenCalledTimes(1);
  });

  it('loads no search without articles', async () => {
    const loadSearch = vi.fn(() => import('../../src/intent/search.js'));
    await given(undefined, { loadSearch }).load();
    await given([], { loadSearch }).load();
    expect(loadSearch).not.toHaveBeenCalled();
  });

  it.each<[string, () => unknown]>([
    ['rejects', () => Promise.reject(new Error('offline'))],
    [
      'throws',
      () => {
        throw new Error('of the host');
      },
    ],
    ['resolves to no list', async () => ({ articles: [] })],
    ['resolves to nothing', async () => undefined],
  ])('has none, and says so once, when the loader %s', async (_, loader) => {
    const { load, rank, codes } = given(loader);
    await load();
    await load();
    expect(rank()).toEqual([]);
    expect(codes()).toEqual(['articles-unavailable']);
  });

  it('ranks by tasks alone, and says so once, when the search cannot be loaded', async () => {
    const loadSearch = () => Promise.reject(new Error('404'));
    const { load, rank, codes } = given([first, second], { loadSearch });
    await load();
    await load();
    expect(rank('second')).toEqual(['first', 'second']);
    expect(codes()).toEqual(['load-failed']);
  });

  it('names what it leaves out, in one report', () => {
    const list: unknown[] = [
      first,
      null,
      { ...second, url: undefined },
      { ...second, tasks: 'buy' },
      { ...second, url: 'java\nscript:alert(1)' },
      { ...second, id: 'first' } satisfies Article,
      second,
    ];
    const { rank, errors } = given(list);
    expect(rank()).toEqual(['first', 'second']);
    expect(errors.map(({ code }) => code)).toEqual(['invalid-config']);
    expect(errors[0]!.message).toMatch(
      /^articles \[1\], \[2\], \[3\], \[4\], \[5\] \(a second "first"\) left out/,
    );
  });

  it.each([['/help'], ['help.html'], ['https://example.com/'], ['mailto:a@b.c'], ['#help']])(
    'accepts the address %s',
    (url) => {
      expect(given([{ ...first, url }]).rank()).toEqual(['first']);
    },
  );
});
