import { own } from '../tools/own.js';
import type { Acceptance, Article, Task } from '../types.js';
import type { Search } from './search.js';
import { toList } from './toClues.js';

/** What articles are ranked for. */
export interface ArticleQuery {
  readonly task?: Task | undefined;
  /** Index of the step reached; none before the first. */
  readonly step?: number | undefined;
  /** The host's words for where the trouble is, the class of the last error. */
  readonly words: string;
  /** How often each was offered and taken, keyed `task/article`; the anonymous task is ''. */
  readonly acceptance: Readonly<Record<string, Acceptance>>;
  /** The visitor asked for help: then an article of another task is better than none. */
  readonly isAsked?: boolean | undefined;
}

/** Fit of an article that names no task, and of one of other tasks that words or the visitor ask for. */
const GENERAL = 0.2;
const FOREIGN = 0.1;

/** What the words of each kind say: where the trouble is, where the visitor is, what they want. */
const WEIGHT = { words: 3, step: 1, task: 0.1 };

/**
 * The articles that fit, best first, those in another language last:
 *
 * ```text
 * score = fit · (1 + 3·relevance(words) + relevance(step) + 0.1·relevance(task)) · (accepted + 1) / (offered + 2)
 * ```
 *
 * `fit` is 1, 10/11, 10/12, … in the order of the task's own list, goes on from there for articles
 * that name the task, and is small for the others. `relevance` is BM25+ over that of the most
 * relevant article, in [0, 1]; 0 without a search. The last factor is the mean of a Beta(1, 1)
 * posterior: the chance that the article is taken when it is offered in this task.
 */
export function rankArticles(
  articles: readonly Article[],
  { task, step, words, acceptance, isAsked }: ArticleQuery,
  { search = () => new Map(), lang }: { search?: Search | undefined; lang: string },
): readonly Article[] {
  const byWords = toRelevance(search(words));
  const byStep = toRelevance(search(stepWords(task, step)));
  const byTask = toRelevance(search(task?.name ?? ''));
  const score = (article: Article) => {
    const { id } = article;
    const relevance =
      WEIGHT.words * byWords(id) + WEIGHT.step * byStep(id) + WEIGHT.task * byTask(id);
    const fit = fitOf(article, task) || (isAsked || byWords(id) > 0 ? FOREIGN : 0);
    return fit * (1 + relevance) * taken(own(acceptance, `${task?.id ?? ''}/${id}`));
  };
  return articles
    .map((article) => ({ article, score: score(article), isForeign: !isIn(article, lang) }))
    .filter((each) => each.score > 0)
    .sort((a, b) => Number(a.isForeign) - Number(b.isForeign) || b.score - a.score)
    .map(({ article }) => article);
}

function fitOf({ id, tasks = [] }: Article, task: Task | undefined): number {
  const listed = task?.articles ?? [];
  const place = listed.indexOf(id);
  if (place >= 0) return 10 / (10 + place);
  if (task && tasks.includes(task.id)) return 10 / (10 + listed.length);
  return tasks.length ? 0 : GENERAL;
}

/** `/product/:id` → `product`: what the host calls the step, if it says so by a path. */
function stepWords(task: Task | undefined, step = -1): string {
  const pattern = toList(task?.steps)[step];
  return typeof pattern === 'string' && pattern.startsWith('/')
    ? pattern.replace(/[:*][^/]*/g, '').replaceAll('/', ' ')
    : '';
}

function toRelevance(scores: ReadonlyMap<string, number>): (id: string) => number {
  const most = Math.max(...scores.values());
  return (id) => (scores.get(id) ?? 0) / most;
}

function taken({ offered, accepted }: Acceptance = { offered: 0, accepted: 0 }): number {
  return (accepted + 1) / (offered + 2);
}

function isIn({ lang = '' }: Article, pageLang: string): boolean {
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  return !lang || primary(lang) === primary(pageLang);
}
