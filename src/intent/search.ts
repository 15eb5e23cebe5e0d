import MiniSearch from 'minisearch';
import type { Article } from '../types.js';

/** BM25+ relevance of articles to a few words, by id; an article that shares none is absent. */
export type Search = (words: string) => ReadonlyMap<string, number>;

/**
 * Indexes articles by title, text and team. The one importer of `minisearch`, in a file of its own
 * that is loaded when articles are first needed.
 *
 * @see Lv, Zhai (2011), "Lower-bounding term frequency normalization", for BM25+
 */
export function createSearch(articles: readonly Article[]): Search {
  const index = new MiniSearch<Article>({
    fields: ['title', 'text', 'team'],
    // A short word begins too many others.
    searchOptions: { boost: { title: 2 }, prefix: (term) => term.length > 3, fuzzy: 0.15 },
  });
  index.addAll(articles);
  return (words) => new Map(index.search(words).map(({ id, score }) => [id as string, score]));
}
