import { BeforehandError } from '../errors.js';
import type { Report } from '../guard.js';
import type { Article, AssistantOptions } from '../types.js';
import { rankArticles, type ArticleQuery } from './rankArticles.js';
import type * as searchFile from './search.js';
import { validArticles } from './validArticles.js';

export interface ArticlesOptions {
  readonly articles: AssistantOptions['articles'];
  readonly loadSearch: () => Promise<typeof searchFile>;
  readonly report: Report;
  /** BCP 47, of the page. */
  readonly lang: string;
}

export interface Articles {
  /** Loads the articles and their search, once. Never rejects. */
  load(): Promise<void>;
  /** Those that fit, best first. Before they are loaded: those given as a list, without relevance. */
  rank(query: ArticleQuery): readonly Article[];
}

/** The site's articles. Where they or their search cannot be loaded, that is reported once. */
export function createArticles({ articles, loadSearch, report, lang }: ArticlesOptions): Articles {
  let known = Array.isArray(articles) ? validArticles(articles, report) : [];
  let search: searchFile.Search | undefined;
  let loading: Promise<void> | undefined;

  const loadArticles = async (load: () => Promise<unknown>) => {
    try {
      const loaded = await load();
      if (!Array.isArray(loaded)) throw new TypeError('not a list');
      known = validArticles(loaded, report);
    } catch (cause) {
      const message = 'articles() did not resolve to a list; there are none';
      report(new BeforehandError('articles-unavailable', message, { cause }));
    }
  };

  const load = async () => {
    if (typeof articles === 'function') await loadArticles(articles);
    if (!known.length) return;
    try {
      search = (await loadSearch()).createSearch(known);
    } catch (cause) {
      const message = 'search could not be loaded; articles are ranked by their tasks alone';
      report(new BeforehandError('load-failed', message, { cause }));
    }
  };

  return {
    load: () => (loading ??= load()),
    rank: (query) => rankArticles(known, query, { search, lang }),
  };
}
