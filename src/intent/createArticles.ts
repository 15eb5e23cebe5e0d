import { BeforehandError, toBeforehandError } from '../errors.js';
import type { Report } from '../guard.js';
import type { Acceptance, Article, AssistantOptions, Task } from '../types.js';
import type { Search } from './search.js';

export interface ArticlesOptions {
  readonly articles: AssistantOptions['articles'];
  readonly loadSearch: () => Promise<typeof import('./search.js')>;
  readonly report: Report;
  /** BCP 47, of the page. */
  readonly lang: string;
}

/** What articles are ranked for. */
export interface ArticleQuery {
  readonly task?: Task | undefined;
  /** The host's words for where the trouble is, the class of the last error. */
  readonly words: string;
  readonly acceptance: Readonly<Record<string, Acceptance>>;
}

export interface Articles {
  /** Loads the articles and their search, once. Never rejects. */
  load(): Promise<void>;
  /** Those that fit, best first; before they are loaded, those that were given as a list. */
  rank(query: ArticleQuery): readonly Article[];
}

/** Fit of an article that the task lists itself, and of one that lists the task. */
const LISTED = 1;
const TAGGED = 0.8;

/**
 * The site's articles, ranked by `(fit + relevance) × acceptance`: how well the article fits the
 * task, its BM25+ relevance to the words relative to the most relevant one, and the mean of a
 * Beta(1, 1) over how often it was taken of how often it was offered in this task.
 */
export function createArticles({ articles, loadSearch, report, lang }: ArticlesOptions): Articles {
  let known = Array.isArray(articles) ? valid(articles as readonly unknown[], report) : [];
  let search: Search | undefined;
  let loading: Promise<void> | undefined;

  const load = async () => {
    try {
      if (typeof articles === 'function') known = valid(await articles(), report);
    } catch (thrown) {
      report(toBeforehandError('articles-unavailable', thrown));
    }
    if (known.length === 0) return;
    try {
      search = (await loadSearch()).createSearch(known);
    } catch (thrown) {
      report(toBeforehandError('load-failed', thrown));
    }
  };

  return {
    load: () => (loading ??= load()),
    rank: ({ task, words, acceptance }) => {
      const relevance = relative(search?.(words));
      const score = (article: Article) =>
        (fitOf(article, task) + (relevance.get(article.id) ?? 0)) *
        taken(acceptance[`${task?.id ?? ''}/${article.id}`]) *
        (isIn(article, lang) ? 1 : 0.01);
      return known
        .map((article) => ({ article, score: score(article) }))
        .filter((each) => each.score > 0)
        .sort((a, b) => b.score - a.score)
        .map(({ article }) => article);
    },
  };
}

/** In [0, 1]; a task's own list is in order, so each later place fits a little less. */
function fitOf({ id, tasks }: Article, task: Task | undefined): number {
  if (!task) return 0;
  const place = task.articles?.indexOf(id) ?? -1;
  if (place >= 0) return LISTED - 0.02 * Math.min(place, 10);
  return tasks?.includes(task.id) ? TAGGED : 0;
}

function relative(scores: ReadonlyMap<string, number> = new Map()): ReadonlyMap<string, number> {
  const most = Math.max(...scores.values());
  return new Map(Array.from(scores, ([id, score]) => [id, score / most]));
}

function taken({ offered, accepted }: Acceptance = { offered: 0, accepted: 0 }): number {
  return (accepted + 1) / (offered + 2);
}

function isIn(article: Article, lang: string): boolean {
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  return article.lang === undefined || primary(article.lang) === primary(lang);
}

function valid(articles: readonly unknown[], report: Report): Article[] {
  const ids = new Set<string>();
  const wrong = (message: string) => report(new BeforehandError('invalid-config', message));
  if (!Array.isArray(articles)) {
    wrong('articles did not resolve to a list; there are none');
    return [];
  }
  return (articles as (Partial<Article> | null)[]).filter((article, i): article is Article => {
    const lacking = (['id', 'title', 'url'] as const).find(
      (field) => typeof article?.[field] !== 'string',
    );
    if (lacking) wrong(`articles[${i}].${lacking} is not a string; the article is left out`);
    else if (ids.has(article!.id!))
      wrong(`articles[${i}].id is there twice; the second is left out`);
    else return Boolean(ids.add(article!.id!));
    return false;
  });
}
