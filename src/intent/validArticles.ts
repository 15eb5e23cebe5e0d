import { BeforehandError } from '../errors.js';
import type { Report } from '../guard.js';
import { hasShape } from '../tools/hasShape.js';
import type { Article } from '../types.js';

const SAFE_PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * The articles that can be used, in their order. The others are named, all in one report: what lacks
 * an id, title or url, what has a field of another type, a url that would run a script, and the
 * second of two with the same id.
 */
export function validArticles(articles: readonly unknown[], report: Report): readonly Article[] {
  const valid = new Map<string, Article>();
  const wrong: string[] = [];
  articles.forEach((article, i) => {
    if (!isArticle(article)) wrong.push(`[${i}]`);
    else if (valid.has(article.id)) wrong.push(`[${i}] (a second "${article.id}")`);
    else valid.set(article.id, article);
  });
  if (wrong.length) {
    const expected =
      'expected { id, title, url, text?, tasks?, team?, lang? } with an id of its own';
    const which = `articles ${wrong.join(', ')}`;
    report(new BeforehandError('invalid-config', `${which} left out; ${expected}`));
  }
  return [...valid.values()];
}

function isArticle(value: unknown): value is Article {
  return (
    hasShape(value, {
      id: 'string',
      title: 'string',
      url: 'string',
      text: 'string?',
      tasks: 'array?',
      team: 'string?',
      lang: 'string?',
    }) && isSafe(value['url'] as string)
  );
}

/** Articles may come from a server of the host's, and their address becomes a link. */
function isSafe(url: string): boolean {
  try {
    return SAFE_PROTOCOLS.includes(new URL(url, 'https://page.invalid').protocol);
  } catch {
    return false;
  }
}
